// How an incident hits services, while it is being written.
import type { ServiceState, Touched } from './data';

export type HitState = Extract<ServiceState, 'operational' | 'degraded' | 'partial' | 'major'>;

/** The percentage is text, as it is typed. */
export type Hit = { state: HitState; percent: string; symptom: string };
export type Hits = Record<string, Hit>;

/** Only what works in part has a percentage or a symptom. */
export const isPartly = (state: ServiceState) => state === 'degraded' || state === 'partial';

const states: readonly ServiceState[] = ['operational', 'degraded', 'partial', 'major'];
const isHitState = (state: ServiceState): state is HitState => states.includes(state);

/** Nothing where the state is not one of an incident. */
export function hitOf({ state, failing_percent, symptom }: Omit<Touched, 'service'>) {
  return isHitState(state)
    ? { state, percent: failing_percent?.toString() ?? '', symptom }
    : undefined;
}

export function hitsOf(services: readonly Touched[]): Hits {
  return Object.fromEntries(
    services.flatMap(({ service, ...touched }) => {
      const hit = hitOf(touched);
      return hit ? [[service, hit]] : [];
    }),
  );
}

/** "2.5" and "2,5" are the same number; nothing where it is none. */
function percentOf(text: string): number | undefined {
  const number = Number(text.trim().replace(',', '.'));
  return text.trim() && Number.isFinite(number) ? number : undefined;
}

export function percentGap({ state, percent }: Hit): string | undefined {
  if (!isPartly(state) || !percent.trim()) return undefined;
  const number = percentOf(percent);
  return number === undefined || number <= 0 || number >= 100
    ? 'More than 0 and less than 100.'
    : undefined;
}

/** What in the hits cannot be published. */
export function hitsGap(hits: Hits): string | undefined {
  return Object.values(hits).some(percentGap)
    ? 'A percentage is more than 0 and less than 100.'
    : undefined;
}

export function touchedBody(service: string, { state, percent, symptom }: Hit) {
  const failing = isPartly(state) ? percentOf(percent) : undefined;
  const words = isPartly(state) ? symptom.trim() : '';
  return {
    service,
    state,
    ...(failing === undefined ? {} : { failing_percent: failing }),
    ...(words ? { symptom: words } : {}),
  };
}

export const hitsBody = (hits: Hits) =>
  Object.entries(hits).map(([service, hit]) => touchedBody(service, hit));
