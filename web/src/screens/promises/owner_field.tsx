import { useQuery } from '@tanstack/react-query';
import { peopleQuery } from '@/app/shared_queries';
import { Select } from '@/design/field';

/** Who is asked when it slips. */
export function OwnerField({
  value,
  onChange,
  error,
}: {
  value: string;
  onChange: (person: string) => void;
  error: string | undefined;
}) {
  const people = useQuery(peopleQuery).data?.items.filter(({ disabled }) => !disabled) ?? [];
  return (
    <Select
      label="Who keeps it"
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
