import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { peopleQuery } from '@/app/shared_queries';
import { Button } from '@/design/button';
import { Card } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { type Column, Table } from '@/design/table';
import { Mark } from '@/design/tone';
import { AddPerson } from './add_person';
import { PasswordLink } from './password_link';
import { PersonActions } from './person_actions';
import type { Person } from './queries';
import { roles } from './roles';

const columns: readonly Column<Person>[] = [
  {
    name: 'Name',
    cell: (person) => (
      <>
        <div className="font-medium" dir="auto">
          {person.name}
        </div>
        <div className="text-sm text-soft">{person.email}</div>
      </>
    ),
  },
  { name: 'Role', cell: (person) => roles[person.role].name },
  {
    name: 'Second factor',
    cell: (person) =>
      person.second_factor ? (
        <Mark tone="ok">On</Mark>
      ) : (
        <Mark tone="unk" icon="off">
          Off
        </Mark>
      ),
  },
  {
    name: 'State',
    cell: (person) =>
      person.disabled ? (
        <Mark tone="unk" icon="off">
          Disabled
        </Mark>
      ) : (
        <Mark tone="ok">May sign in</Mark>
      ),
  },
];

export function People({ manages }: { manages: boolean }) {
  const people = useQuery(peopleQuery);
  const [isAdding, setAdding] = useState(false);
  // Whoever is new, or forgot his password, gets a link that is shown once.
  const [linked, setLinked] = useState<{ person: Person; url: string }>();
  const shown: readonly Column<Person>[] = manages
    ? [
        ...columns,
        {
          name: 'Actions',
          end: true,
          actions: true,
          corner: true,
          cell: (person) => (
            <PersonActions person={person} onLink={(url) => setLinked({ person, url })} />
          ),
        },
      ]
    : columns;
  return (
    <Card
      title="People"
      flush
      aside={
        manages && (
          <Button onPress={() => setAdding(true)}>
            <Plus aria-hidden className="size-4" /> Add a person
          </Button>
        )
      }
    >
      {people.isPending ? (
        <Skeleton lines={6} className="px-4 pb-2" />
      ) : people.isLoadingError ? (
        <Failure error={people.error} onRetry={() => void people.refetch()} />
      ) : (
        <Table
          caption="People"
          columns={shown}
          rows={people.data.items}
          rowKey={(person) => person.id}
        />
      )}
      {isAdding && (
        <AddPerson
          onAdded={(person, url) => {
            setAdding(false);
            setLinked({ person, url });
          }}
          onClose={() => setAdding(false)}
        />
      )}
      {linked && <PasswordLink {...linked} onClose={() => setLinked(undefined)} />}
    </Card>
  );
}
