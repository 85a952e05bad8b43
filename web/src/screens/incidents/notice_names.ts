// Which word a notice carries: "Identified" of an incident, "Announced" of a window.
import { useQuery } from '@tanstack/react-query';
import { incidentQuery } from '@/app/shared_queries';
import { useNow } from '@/design/moment';
import { short } from '@/design/words_of_time';
import {
  type Incident,
  type IncidentState,
  type Notice,
  noticesQuery,
  windowNoticesQuery,
} from './data';
import { incidentWords } from './state_words';

/** What the update said that a notice carries. */
export function stateSaid({ updates, state }: Incident, update: string): IncidentState {
  return updates.find(({ id }) => id === update)?.state ?? state;
}

/** Newest first, so the last one is what announced it. */
export const windowNoticeName = (place: number, all: readonly Notice[]) =>
  place === all.length - 1 ? 'Announced' : 'A later word';

/** "Identified, 14:05": two words may be called the same. */
const dated = (name: string, { made_at }: Notice, now: number) => `${name}, ${short(made_at, now)}`;

export function useNoticeNames(incident: string): (notice: string) => string {
  const found = useQuery(incidentQuery(incident)).data;
  const notices = useQuery(noticesQuery(incident)).data?.items ?? [];
  const now = useNow();
  return (id) => {
    const notice = notices.find((each) => each.id === id);
    if (!notice || !found) return 'A word';
    return dated(incidentWords[stateSaid(found, notice.update)].words, notice, now);
  };
}

export function useWindowNoticeNames(window: string): (notice: string) => string {
  const notices = useQuery(windowNoticesQuery(window)).data?.items ?? [];
  const now = useNow();
  return (id) => {
    const place = notices.findIndex((each) => each.id === id);
    const notice = notices[place];
    return notice ? dated(windowNoticeName(place, notices), notice, now) : 'A word';
  };
}
