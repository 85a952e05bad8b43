// Two incidents turn out to be one: the other one goes on, this one points at it.
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, ask } from '@/api/client';
import { fieldError, formError } from '@/api/problem';
import { useDraft } from '@/app/drafts';
import { openIncidentsQuery } from '@/app/shared_queries';
import { Combo } from '@/design/combo';
import { FormDialog } from '@/design/dialog';
import { TextField } from '@/design/field';
import { useNow } from '@/design/moment';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';
import { relative } from '@/design/words_of_time';
import type { Incident } from './data';
import { asSeen, useIncidentChange } from './use_incident_change';

export function MergeDialog({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const navigate = useNavigate();
  const now = useNow();
  const open = useQuery(openIncidentsQuery).data?.items ?? [];
  // Trouble of one account is nobody else's.
  const others = open.filter(({ id, account }) => id !== incident.id && account === null);
  const [into, setInto] = useState<string | null>(null);
  const [text, setText, clear] = useDraft(`incident.merge.${incident.id}`, '');
  const [isPressed, setPressed] = useState(false);
  const merge = useIncidentChange((into: string) =>
    ask(
      api.POST('/api/v1/incidents/{id}/merge', {
        ...asSeen(incident),
        body: { into, text: text.trim() },
      }),
    ),
  );
  const submit = () => {
    setPressed(true);
    if (!into) return;
    merge.mutate(into, {
      onSuccess: ({ id, title }) => {
        clear();
        say(`Merged into “${title}”.`);
        onClose();
        void navigate({ to: '/incidents/$id', params: { id } });
      },
    });
  };
  // What was only suspected has said nothing, and ends without a word.
  const wantsWord = incident.state !== 'suspected';
  const suggested = (id: string | null) => {
    const title = others.find((other) => other.id === id)?.title;
    return title ? `This is part of another incident: ${title}.` : '';
  };
  const choose = (id: string | null) => {
    if (!text.trim() || text === suggested(into)) setText(suggested(id));
    setInto(id);
  };
  const gap = isPressed && !into ? 'Choose the incident that goes on.' : undefined;
  return (
    <FormDialog
      title="Merge into another incident"
      verb="Merge"
      isOpen
      isPending={merge.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        “<span dir="auto">{incident.title}</span>” ends here, and pages show the other one in its
        place. Its times stay as they are; its services, and whoever was told, go along.
      </p>
      <Combo
        label="The one that goes on"
        placeholder="Title of an open incident"
        nothing="No other incident is open"
        options={others.map(({ id, title, started_at }) => ({
          id,
          name: title,
          note: `began ${relative(started_at, now)}`,
        }))}
        value={into}
        onChange={choose}
        error={gap ?? fieldError(merge.error, 'into')}
        isRequired
      />
      {wantsWord && (
        <TextField
          label="Its last word"
          help="Whoever was told of it is told this, and where it goes on."
          rows={2}
          value={text}
          onChange={setText}
          error={fieldError(merge.error, 'text')}
        />
      )}
      <Refusal error={formError(merge.error, ['into', 'text'])} />
    </FormDialog>
  );
}
