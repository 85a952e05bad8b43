import { grouped } from '@/design/words';
import type { Proof } from './data';

/** How many it concerns, how many of them know; red where nobody was told directly. */
export function ProofCounts({
  proof: { exposed, told, on_the_way, not_told },
  whom = 'affected',
}: {
  proof: Proof;
  whom?: string;
}) {
  const isNobody = told === 0 && exposed > 0;
  const numbers = [
    { name: whom, value: exposed, ink: '' },
    { name: 'told', value: told, ink: isNobody ? 'text-bad' : '' },
    ...(on_the_way > 0 ? [{ name: 'on the way', value: on_the_way, ink: '' }] : []),
    { name: 'not told', value: not_told, ink: '' },
  ];
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-2">
      {numbers.map(({ name, value, ink }) => (
        <div key={name} className={`flex flex-col-reverse ${ink}`}>
          <dt className={ink || 'text-soft'}>{name}</dt>
          <dd className="font-semibold text-2xl">{grouped(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
