// How one contact is told: topics by channels, quiet hours, a digest, language, zone, phone.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '@/api/client';
import { channelNames } from '@/app/channels';
import { useFields } from '@/app/fields';
import { languageOptions, zoneOptions } from '@/app/places';
import { Combo } from '@/design/combo';
import { Dialog, FormDialog } from '@/design/dialog';
import { Checkbox, Select, Switch, TextField } from '@/design/field';
import { Failure, Refusal, Skeleton } from '@/design/states';
import { say } from '@/design/toast';
import { Notice } from '@/design/tone';
import {
  bodyOf,
  draftOf,
  ownChannels,
  planMatrix,
  shownMatrix,
  switched,
} from './preferences_draft';
import { type Preferences, preferencesQuery } from './queries';
import { TopicMatrix } from './topic_matrix';

type Props = { contact: string; name: string; onClose: () => void };

const fields = [
  'choices',
  'quiet_hours.from',
  'quiet_hours.to',
  'digest_at',
  'language',
  'zone',
  'phone',
] as const;

export function PreferencesDialog(props: Props) {
  const preferences = useQuery(preferencesQuery(props.contact));
  if (preferences.data) return <Form {...props} before={preferences.data} />;
  return (
    <Dialog title={`How ${props.name} is told`} isOpen onClose={props.onClose}>
      {preferences.isError ? (
        <Failure error={preferences.error} onRetry={() => void preferences.refetch()} />
      ) : (
        <Skeleton lines={8} />
      )}
    </Dialog>
  );
}

function Form({ contact, name, before, onClose }: Props & { before: Preferences }) {
  // What was seen when it was opened; a newer state must not be overwritten unseen.
  const [seen] = useState(before);
  const [draft, setDraft] = useState(() => draftOf(seen));
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      ask(
        api.PUT('/api/v1/contacts/{id}/preferences', {
          params: { path: { id: contact } },
          headers: { 'If-Match': `"${seen.version}"` },
          body: bodyOf(draft),
        }),
      ),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['accounts'] });
      say('Saved. The next notice goes by it.');
      onClose();
    },
  });
  const { change, error, rest } = useFields(save, fields, draft, setDraft);
  const plan = planMatrix(seen);
  return (
    <FormDialog
      title={`How ${name} is told`}
      verb="Save"
      isOpen
      isPending={save.isPending}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      {!seen.confirmed && (
        <Notice tone="warn" icon="due">
          Was invited and has not confirmed yet: until then no announcement goes there.
        </Notice>
      )}
      <div>
        <TopicMatrix
          channels={ownChannels}
          matrix={shownMatrix(draft, plan)}
          isFixed={(channel) => draft.follows[channel]}
          onSwitch={(channel, topic, on) =>
            change({ chosen: switched(draft.chosen, channel, topic, on) })
          }
          below={{
            name: 'As the plan says',
            cell: (channel) => (
              <Checkbox
                aria-label={`As the plan says: ${channelNames[channel]}`}
                isSelected={draft.follows[channel]}
                onChange={(on) => change({ follows: { ...draft.follows, [channel]: on } })}
              >
                {null}
              </Checkbox>
            ),
          }}
        />
        {error('choices') && <p className="font-medium text-bad text-sm">{error('choices')}</p>}
      </div>
      <TextField
        label="Phone"
        type="tel"
        help="Where SMS go, with the country: +49151123456."
        value={draft.phone}
        onChange={(phone) => change({ phone })}
        error={error('phone')}
      />
      <div className="flex flex-col gap-2">
        <Switch isSelected={draft.isQuiet} onChange={(isQuiet) => change({ isQuiet })}>
          Quiet hours
        </Switch>
        {draft.isQuiet && (
          <>
            <div className="grid max-w-64 grid-cols-2 gap-3">
              <TextField
                label="From"
                type="time"
                value={draft.quietFrom}
                onChange={(quietFrom) => change({ quietFrom })}
                error={error('quiet_hours.from')}
              />
              <TextField
                label="To"
                type="time"
                value={draft.quietTo}
                onChange={(quietTo) => change({ quietTo })}
                error={error('quiet_hours.to')}
              />
            </div>
            <Checkbox
              isSelected={draft.exceptOutages}
              onChange={(exceptOutages) => change({ exceptOutages })}
            >
              Trouble is told at once all the same
            </Checkbox>
          </>
        )}
      </div>
      <div className="flex flex-col gap-2">
        <Switch isSelected={draft.isDigest} onChange={(isDigest) => change({ isDigest })}>
          Maintenance and news once a day
        </Switch>
        {draft.isDigest && (
          <div className="max-w-30">
            <TextField
              label="At"
              type="time"
              value={draft.digestAt}
              onChange={(digestAt) => change({ digestAt })}
              error={error('digest_at')}
            />
          </div>
        )}
      </div>
      <Switch isSelected={draft.shortText} onChange={(shortText) => change({ shortText })}>
        Short mails: the first lines only, fit to be forwarded as SMS
      </Switch>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label="Language"
          options={languageOptions(seen.language)}
          value={draft.language}
          onChange={(language) => change({ language })}
          error={error('language')}
        />
        <Combo
          label="Time zone"
          options={zoneOptions(seen.zone)}
          value={draft.zone}
          onChange={(zone) => zone && change({ zone })}
          error={error('zone')}
        />
      </div>
      <Refusal error={rest} />
    </FormDialog>
  );
}
