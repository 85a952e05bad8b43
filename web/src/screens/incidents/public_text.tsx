import { useQuery } from '@tanstack/react-query';
import { useMay } from '@/app/session';
import { brandsQuery } from '@/app/shared_queries';
import { TextField } from '@/design/field';
import { Mark } from '@/design/tone';
import { grouped } from '@/design/words';
import { namesUs } from './names_us';

const most = 10_000;

/** A public text with how long it is, and how it stands in a mailbox. */
export function PublicText({
  label,
  help,
  value,
  onChange,
  error,
  subject,
}: {
  label: string;
  help: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  subject: string;
}) {
  const length = [...value.trim()].length;
  const mayBrands = useMay('read_accounts');
  const brands = useQuery({ ...brandsQuery, enabled: mayBrands }).data?.items ?? [];
  const ourName = namesUs(`${subject}\n${value}`, brands);
  return (
    <div className="flex flex-col gap-3">
      <div data-field="text">
        <TextField
          label={label}
          help={
            <>
              {help}{' '}
              <span className="whitespace-nowrap">
                {grouped(length)} of {grouped(most)} characters.
              </span>
            </>
          }
          rows={5}
          value={value}
          onChange={onChange}
          error={error}
        />
      </div>
      <p role="status" className="empty:hidden">
        {ourName && (
          <Mark tone="warn">Customers of partners would read our name: “{ourName}”.</Mark>
        )}
      </p>
      <figure className="rounded-md border border-line bg-paper px-3 py-2">
        <figcaption className="text-sm text-soft">How it reads in a mailbox</figcaption>
        <p dir="auto" className="truncate font-semibold">
          {subject}
        </p>
        <p dir="auto" className="line-clamp-3 whitespace-pre-wrap text-soft">
          {value.trim() || 'Your text.'}
        </p>
      </figure>
    </div>
  );
}
