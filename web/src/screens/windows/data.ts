// What these screens ask the server for, and what it is called.
import { queryOptions } from '@tanstack/react-query';
import { api, ask, type Gives, type Row, type Takes } from '@/api/client';

export type Window = Gives<'/api/v1/windows/{id}'>;
export type NewWindow = Takes<'/api/v1/windows'>;
export type MoveWindow = Takes<'/api/v1/windows/{id}/move'>;
export type Checked = Gives<'/api/v1/windows/check', 'post'>;
export type Calendar = Gives<'/api/v1/calendar'>;
export type Series = Row<'/api/v1/series'>;
export type Occurrence = Series['occurrences'][number];
export type NewSeries = Takes<'/api/v1/series'>;

/** Windows, reserved times and customers' critical dates that touch this span. */
export const calendarQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['status', 'calendar', from, to],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/calendar', { params: { query: { from, to } }, signal })),
  });

export const seriesQuery = queryOptions({
  queryKey: ['status', 'series'],
  queryFn: ({ signal }) =>
    ask(api.GET('/api/v1/series', { params: { query: { limit: 200 } }, signal })),
});

/** Who would be told too late, what customers have on then, and when it would be better. */
export const checkedQuery = (
  services: readonly string[],
  startsAt: string | undefined,
  endsAt: string | undefined,
  /** The one that is moved, which stands in no way of itself. */
  window?: string,
) =>
  queryOptions({
    queryKey: ['status', 'windows', 'check', services, startsAt, endsAt, window],
    queryFn: ({ signal }) =>
      ask(
        api.POST('/api/v1/windows/check', {
          body: {
            services: [...services],
            starts_at: startsAt ?? '',
            ends_at: endsAt ?? '',
            ...(window ? { window } : {}),
          },
          signal,
        }),
      ),
    enabled:
      services.length > 0 &&
      startsAt !== undefined &&
      endsAt !== undefined &&
      Date.parse(startsAt) < Date.parse(endsAt),
    retry: false,
  });
