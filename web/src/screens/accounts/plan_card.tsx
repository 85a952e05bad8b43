import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card, Fact, Facts } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { terms } from './plan_words';
import { calendarsQuery, planQuery } from './queries';

export function PlanCard({ id, isLink = false }: { id: string; isLink?: boolean }) {
  const plan = useQuery(planQuery(id));
  const calendars = useQuery(calendarsQuery).data?.items;
  return (
    <Card
      title={isLink ? 'Plan' : 'What was sold'}
      aside={
        isLink && (
          <Link to="/plans/$id" params={{ id }} className="underline decoration-edge" dir="auto">
            {plan.data?.name}
          </Link>
        )
      }
    >
      {plan.isPending ? (
        <Skeleton lines={8} />
      ) : plan.isLoadingError ? (
        <Failure error={plan.error} onRetry={() => void plan.refetch()} />
      ) : (
        <Facts>
          {terms(
            plan.data,
            calendars?.find((calendar) => calendar.id === plan.data.calendar),
          ).map(({ name, words }) => (
            <Fact key={name} name={name}>
              {words}
            </Fact>
          ))}
        </Facts>
      )}
    </Card>
  );
}
