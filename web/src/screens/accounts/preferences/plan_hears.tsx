// What those on a plan hear by SMS and in the browser who chose nothing themselves.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask, type Gives } from '@/api/client';
import { channelNames } from '@/app/channels';
import { useMay } from '@/app/session';
import { type Topic, topicNames } from '@/app/topics';
import { Button } from '@/design/button';
import { FormDialog } from '@/design/dialog';
import { Card, Fact, Facts } from '@/design/page';
import { Failure, Refusal, Skeleton } from '@/design/states';
import { say } from '@/design/toast';
import { listOf } from '@/design/words';
import { type Matrix, switched } from './preferences_draft';
import { planPreferencesQuery } from './queries';
import { TopicMatrix } from './topic_matrix';

type Plan = Gives<'/api/v1/plans/{id}'>;

/** Mail's topics are among the plan's terms. */
const channels = ['sms', 'push'] as const;

const said = (topics: readonly Topic[]) =>
  topics.length > 0 ? listOf(topics.map((topic) => topicNames[topic])) : 'nothing';

export function PlanHears({ plan }: { plan: Plan }) {
  const defaults = useQuery(planPreferencesQuery(plan.id));
  const mayChange = useMay('write_plans');
  const [isChanging, setChanging] = useState(false);
  const choices = defaults.data?.choices ?? [];
  const matrix: Matrix = {
    mail: plan.topics,
    sms: choices.find(({ channel }) => channel === 'sms')?.topics ?? [],
    push: choices.find(({ channel }) => channel === 'push')?.topics ?? [],
  };
  return (
    <Card title="What they hear of">
      {defaults.isPending ? (
        <Skeleton lines={3} />
      ) : defaults.isLoadingError ? (
        <Failure error={defaults.error} onRetry={() => void defaults.refetch()} />
      ) : (
        <>
          <Facts>
            <Fact name={channelNames.mail}>{said(matrix.mail)}</Fact>
            <Fact name={channelNames.sms}>{said(matrix.sms)}</Fact>
            <Fact name={channelNames.push}>{said(matrix.push)}</Fact>
          </Facts>
          <p className="mt-2 text-sm text-soft">
            Where a contact chose nothing himself. An SMS needs his phone, and a browser has to be
            switched on by himself.
          </p>
          {mayChange && (
            <Button className="mt-3" onPress={() => setChanging(true)}>
              Change
            </Button>
          )}
        </>
      )}
      {isChanging && <Change plan={plan} before={matrix} onClose={() => setChanging(false)} />}
    </Card>
  );
}

function Change({ plan, before, onClose }: { plan: Plan; before: Matrix; onClose: () => void }) {
  const [matrix, setMatrix] = useState(before);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      ask(
        api.PUT('/api/v1/plans/{id}/preferences', {
          params: { path: { id: plan.id } },
          body: { choices: channels.map((channel) => ({ channel, topics: [...matrix[channel]] })) },
        }),
      ),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['accounts'] });
      say('Saved. The next notice goes by it.');
      onClose();
    },
  });
  return (
    <FormDialog
      title={`What those on ${plan.name} hear of`}
      verb="Save"
      isOpen
      isPending={save.isPending}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <TopicMatrix
        channels={channels}
        matrix={matrix}
        onSwitch={(channel, topic, on) => setMatrix(switched(matrix, channel, topic, on))}
      />
      <Refusal error={save.error} />
    </FormDialog>
  );
}
