// Everybody on a plan is asked once whether he wants to hear from us; who does not answer hears nothing.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { MailPlus } from 'lucide-react';
import { useState } from 'react';
import { api, ask, type Gives } from '@/api/client';
import { useMay } from '@/app/session';
import { Button } from '@/design/button';
import { Dialog } from '@/design/dialog';
import { Card, Fact, Facts } from '@/design/page';
import { Failure, Refusal, Skeleton } from '@/design/states';
import { say } from '@/design/toast';
import { countOf, grouped } from '@/design/words';
import { invitationsQuery, wouldInviteQuery } from './queries';

type Plan = Gives<'/api/v1/plans/{id}'>;

export function InvitePlan({ plan }: { plan: Plan }) {
  const invitations = useQuery(invitationsQuery(plan.id));
  const mayInvite = useMay('write_accounts');
  const [isAsking, setAsking] = useState(false);
  return (
    <Card title="Invitations">
      {invitations.isPending ? (
        <Skeleton lines={3} />
      ) : invitations.isLoadingError ? (
        <Failure error={invitations.error} onRetry={() => void invitations.refetch()} />
      ) : (
        <>
          {invitations.data.invited === 0 ? (
            <p className="text-soft">Nobody on this plan was asked to confirm his address.</p>
          ) : (
            <Facts>
              <Fact name="Invited">{grouped(invitations.data.invited)}</Fact>
              <Fact name="Confirmed">{grouped(invitations.data.confirmed)}</Fact>
              <Fact name="Not yet">{grouped(invitations.data.waiting)}</Fact>
            </Facts>
          )}
          {mayInvite && (
            <Button className="mt-3" onPress={() => setAsking(true)}>
              <MailPlus aria-hidden className="size-4" /> Invite them …
            </Button>
          )}
        </>
      )}
      {isAsking && <Invite plan={plan} onClose={() => setAsking(false)} />}
    </Card>
  );
}

function Invite({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const counted = useQuery(wouldInviteQuery(plan.id));
  const client = useQueryClient();
  const invite = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/v1/plans/{id}/invitations', {
          params: { path: { id: plan.id } },
          body: { dry_run: false },
        }),
      ),
    onSuccess: ({ invited }) => {
      void client.invalidateQueries({ queryKey: ['accounts'] });
      say(`${countOf(invited, 'letter')} on the way.`);
      onClose();
    },
  });
  const count = counted.data?.invited ?? 0;
  return (
    <Dialog
      title={`Invite everybody on ${plan.name}?`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          {count > 0 && (
            <Button look="main" isPending={invite.isPending} onPress={() => invite.mutate()}>
              Invite {grouped(count)}
            </Button>
          )}
        </>
      }
    >
      {counted.isPending ? (
        <Skeleton lines={4} />
      ) : counted.isError ? (
        <Failure error={counted.error} onRetry={() => void counted.refetch()} />
      ) : (
        <div className="flex flex-col gap-3">
          <Facts>
            <Fact name="Get a letter">{grouped(counted.data.invited)}</Fact>
            <Fact name="Need none">{grouped(counted.data.already_confirmed)} have confirmed</Fact>
            <Fact name="Not reached">{grouped(counted.data.unreachable)} take no mail of ours</Fact>
          </Facts>
          {count > 0 ? (
            <p>
              Each gets one letter with a link. Until it is followed, no announcement goes there:
              answers to tickets do.
            </p>
          ) : (
            <p className="text-soft">There is nobody to invite.</p>
          )}
          <Refusal error={invite.error} />
        </div>
      )}
    </Dialog>
  );
}
