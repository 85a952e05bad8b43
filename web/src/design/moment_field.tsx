import { TextField } from './field';
import { fromLocal, zoneName } from './local_time';
import { useNow } from './moment';
import { relative } from './words_of_time';

/** Date and time in the reader's zone, which it names, with how far away that is. */
export function MomentField({
  label,
  value,
  onChange,
  error,
  help,
  needed,
}: {
  label: string;
  /** As `toLocal` gives it; empty where nothing is chosen. */
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  help?: string;
  needed?: string | undefined;
}) {
  const now = useNow();
  const at = fromLocal(value);
  const away = at ? `${relative(at, now)}, ` : '';
  return (
    <TextField
      label={label}
      type="datetime-local"
      value={value}
      onChange={onChange}
      needed={needed}
      error={error}
      help={`${help ? `${help} ` : ''}${away}${zoneName(now)}`}
    />
  );
}
