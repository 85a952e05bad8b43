import { useQuery } from '@tanstack/react-query';
import { Select } from '@/design/field';
import { peopleQuery } from './shared_queries';

/** Somebody on our side who is asked when it slips; nobody named: who is on duty. */
export function PersonField({
  label,
  value,
  onChange,
  help,
  error,
}: {
  label: string;
  value: string;
  onChange: (person: string) => void;
  help?: string;
  error: string | undefined;
}) {
  const people = useQuery(peopleQuery).data?.items.filter(({ disabled }) => !disabled) ?? [];
  return (
    <Select
      label={label}
      help={help}
      options={[
        { id: '', name: 'Who is on duty' },
        ...people.map(({ id, name }) => ({ id, name })),
      ]}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}
