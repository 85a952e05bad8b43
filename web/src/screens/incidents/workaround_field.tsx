import { fieldError } from '@/api/problem';
import { TextField } from '@/design/field';

export type WorkaroundWish = { text: string; url: string };
export const noWorkaround: WorkaroundWish = { text: '', url: '' };

/** As the API takes it; no text says that there is none. */
export function workaroundBody({ text, url }: WorkaroundWish) {
  return { text: text.trim(), ...(url.trim() ? { url: url.trim() } : {}) };
}

/** What customers can do until it works again. */
export function WorkaroundField({
  value,
  onChange,
  error,
}: {
  value: WorkaroundWish;
  onChange: (value: WorkaroundWish) => void;
  error: Error | null;
}) {
  return (
    <div data-field="workaround" className="grid gap-3 sm:grid-cols-2">
      <TextField
        label="What helps until then"
        help="May stay empty."
        value={value.text}
        onChange={(text) => onChange({ ...value, text })}
        error={fieldError(error, 'workaround.text')}
      />
      <TextField
        label="Where it is explained"
        type="url"
        inputProps={{ placeholder: 'https://' }}
        value={value.url}
        onChange={(url) => onChange({ ...value, url })}
        error={fieldError(error, 'workaround.url')}
      />
    </div>
  );
}
