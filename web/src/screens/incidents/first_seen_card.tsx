import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Card } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { grouped } from '@/design/words';
import { duration } from '@/design/words_of_time';
import { firstSeenQuery } from './data';

const days = 90;

/** Whole days, so that it is one question for a day. */
function since(now: number): string {
  const from = new Date(now - days * 86_400_000);
  from.setUTCHours(0, 0, 0, 0);
  return from.toISOString();
}

/** Do we find trouble before our customers do? */
export function FirstSeenCard() {
  const [from] = useState(() => since(Date.now()));
  const report = useQuery(firstSeenQuery(from));
  return (
    <Card title="Who saw it first" aside={`the last ${days} days`}>
      {report.isPending ? (
        <Skeleton lines={2} />
      ) : report.isLoadingError ? (
        <Failure error={report.error} onRetry={() => void report.refetch()} />
      ) : report.data.incidents === 0 ? (
        <p className="text-soft">No incident began in this time.</p>
      ) : (
        <Figures {...report.data} />
      )}
    </Card>
  );
}

function Figures({
  incidents,
  by_monitor,
  by_us,
  by_customer,
  median_lead_s,
}: {
  incidents: number;
  by_monitor: number;
  by_us: number;
  by_customer: number;
  median_lead_s: number | null;
}) {
  const share = (count: number) => `${Math.floor((count * 100) / incidents)} %`;
  const figures = [
    { name: 'what watches', count: by_monitor },
    { name: 'one of us', count: by_us },
    { name: 'a customer', count: by_customer },
  ];
  return (
    <>
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        {figures.map(({ name, count }) => (
          <div key={name} className="flex flex-col-reverse">
            <dt className="text-soft">{name}</dt>
            <dd className="flex items-baseline gap-1.5">
              <span className="font-semibold text-xl">{grouped(count)}</span>
              <span className="text-sm text-soft">{share(count)}</span>
            </dd>
          </div>
        ))}
      </dl>
      {median_lead_s !== null && (
        <p className="mt-2 text-soft">
          {median_lead_s >= 0
            ? `Half of the time we knew it at least ${duration(median_lead_s * 1_000)} before the first customer wrote.`
            : `Half of the time a customer wrote at least ${duration(-median_lead_s * 1_000)} before we knew it.`}
        </p>
      )}
    </>
  );
}
