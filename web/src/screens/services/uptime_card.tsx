// How well the service kept up: exact, and never rounded up.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type UptimePeriod, uptimePeriods } from '@/app/router';
import { Choice } from '@/design/field';
import { Card, Fact, Facts } from '@/design/page';
import { Failure, Skeleton } from '@/design/states';
import { duration } from '@/design/words_of_time';
import { periodNames, spanOf } from './period';
import { type Uptime, uptimeQuery } from './queries';

const options = uptimePeriods.map((id) => ({ id, name: periodNames[id] }));

export function UptimeCard({
  service,
  period,
  onChange,
}: {
  service: string;
  period: UptimePeriod;
  onChange: (period: UptimePeriod) => void;
}) {
  const [now] = useState(Date.now);
  const uptime = useQuery({
    ...uptimeQuery(service, spanOf(period, now)),
    placeholderData: keepPreviousData,
  });
  return (
    <Card title="Uptime">
      <div className="flex flex-col gap-3">
        <Choice label="Period" hideLabel options={options} value={period} onChange={onChange} />
        {uptime.isPending ? (
          <Skeleton lines={4} />
        ) : uptime.isLoadingError ? (
          <Failure error={uptime.error} onRetry={() => void uptime.refetch()} />
        ) : (
          <div
            aria-live="polite"
            aria-busy={uptime.isPlaceholderData}
            className={uptime.isPlaceholderData ? 'opacity-60' : ''}
          >
            <Figures uptime={uptime.data} />
          </div>
        )}
      </div>
    </Card>
  );
}

function Figures({ uptime }: { uptime: Uptime }) {
  const { shown, exact, down_s, excused_s, unknown_s, absent_s } = uptime;
  const words = (seconds: number) => duration(seconds * 1_000);
  return (
    <>
      <p className="mb-2 font-semibold text-2xl" {...(exact ? { title: `exactly ${exact}` } : {})}>
        {shown ? `${shown} %` : 'Nothing to count yet'}
      </p>
      <Facts>
        <Fact name="Not well">{down_s === 0 ? 'never' : words(down_s)}</Fact>
        {excused_s > 0 && (
          <Fact name="Excused">{words(excused_s)} of maintenance that was announced in time</Fact>
        )}
        {unknown_s > 0 && <Fact name="Not known">{words(unknown_s)}, neither up nor down</Fact>}
        {absent_s > 0 && <Fact name="Not there">{words(absent_s)}, before it was added</Fact>}
      </Facts>
    </>
  );
}
