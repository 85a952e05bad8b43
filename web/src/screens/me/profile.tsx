import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { api, ask } from '@/api/client';
import { fieldError, formError } from '@/api/problem';
import { useDraft } from '@/app/drafts';
import { languageOptions, zoneOptions } from '@/app/places';
import { meQuery, type Person } from '@/app/session';
import { Button } from '@/design/button';
import { Combo } from '@/design/combo';
import { Select, TextField } from '@/design/field';
import { Card } from '@/design/page';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';

type Changes = Partial<Pick<Person, 'name' | 'language' | 'zone'>>;

export function Profile({ person }: { person: Person }) {
  const queries = useQueryClient();
  // Only what differs is a draft, so that a change from elsewhere is seen beside it.
  const [changes, setChanges, clear] = useDraft<Changes>('me', {});
  const { name, language, zone } = { ...person, ...changes };
  const isChanged = name !== person.name || language !== person.language || zone !== person.zone;
  const save = useMutation({
    mutationFn: () =>
      ask(
        api.PATCH('/api/v1/me', {
          headers: { 'If-Match': `"${person.version}"` },
          body: { name, language, zone },
        }),
      ),
    onSuccess: (me) => {
      clear();
      queries.setQueryData(meQuery.queryKey, me);
      say('Saved.');
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged && !save.isPending) save.mutate();
  };
  const wrong = (field: string) => fieldError(save.error, field);
  return (
    <Card title="Profile">
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label="Name"
          help="Customers see it under your replies."
          autoComplete="name"
          isRequired
          value={name}
          onChange={(next) => setChanges({ ...changes, name: next })}
          error={wrong('name')}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Select
            label="Language"
            options={languageOptions(person.language)}
            value={language}
            onChange={(next) => setChanges({ ...changes, language: next })}
            error={wrong('language')}
          />
          <Combo
            label="Time zone"
            options={zoneOptions(person.zone)}
            value={zone}
            onChange={(next) => next && setChanges({ ...changes, zone: next })}
            error={wrong('zone')}
          />
        </div>
        <Refusal error={formError(save.error, ['name', 'language', 'zone'])} />
        <div>
          <Button look="main" type="submit" isPending={save.isPending} isDisabled={!isChanged}>
            Save
          </Button>
        </div>
      </form>
    </Card>
  );
}
