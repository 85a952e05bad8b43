import { grouped } from '@/design/words';

/** How many it concerns, how many of them know; red where nobody was told directly. */
export function ProofCounts({
  exposed,
  told,
  not_told,
  isMoving,
}: {
  exposed: number;
  told: number;
  not_told: number;
  /** Some deliveries are still on their way. */
  isMoving: boolean;
}) {
  const isNobody = told === 0 && exposed > 0;
  const numbers = [
    { name: 'affected', value: exposed, ink: '' },
    { name: 'told', value: told, ink: isNobody ? 'text-bad' : '' },
    { name: isMoving ? 'not told yet' : 'not told', value: not_told, ink: '' },
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
