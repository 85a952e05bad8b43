import { Grid } from '@/design/grid';
import { Day } from '@/design/moment';
import { Card } from '@/design/page';
import { type Column, Table } from '@/design/table';
import { Mark } from '@/design/tone';

type Person = { id: string; name: string; role: string; since: string };

const people: readonly Person[] = [
  { id: '1', name: 'Ida Sommer', role: 'Owner', since: '2024-03-01T09:00:00Z' },
  { id: '2', name: 'Jonas Weber', role: 'Lead', since: '2025-01-15T09:00:00Z' },
  { id: '3', name: 'Mia Lindqvist', role: 'Agent', since: '2026-06-01T09:00:00Z' },
];

const columns: readonly Column<Person>[] = [
  { name: 'Name', cell: ({ name }) => name },
  { name: 'Role', cell: ({ role }) => role },
  { name: 'State', wide: true, cell: () => <Mark tone="ok">May sign in</Mark> },
  { name: 'Since', end: true, cell: ({ since }) => <Day at={since} /> },
];

const many = Array.from({ length: 5_000 }, (_, at) => ({
  id: String(at),
  name: `Account ${(at + 1).toLocaleString('en-GB')}`,
}));

export function Lists() {
  return (
    <>
      <Card title="Table" aside="A few dozen rows" flush>
        <Table caption="People" columns={columns} rows={people} rowKey={({ id }) => id} />
      </Card>
      <Card title="Grid" aside="5,000 rows, only those in sight are drawn" flush>
        <div className="h-64 border-line border-t">
          <Grid
            label="Accounts"
            rows={many}
            rowHeight={37}
            current="2"
            text={({ name }) => name}
            href={() => '/design'}
          >
            {({ name }) => <div className="flex h-full items-center px-4">{name}</div>}
          </Grid>
        </div>
      </Card>
    </>
  );
}
