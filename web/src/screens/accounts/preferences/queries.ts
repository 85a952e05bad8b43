// What a contact hears about, on which channel and when; and what his plan says.
import { queryOptions } from '@tanstack/react-query';
import { api, ask, type Gives, type Takes } from '@/api/client';

export type Preferences = Gives<'/api/v1/contacts/{id}/preferences'>;
export type NewPreferences = Takes<'/api/v1/contacts/{id}/preferences', 'put'>;

export const preferencesQuery = (contact: string) =>
  queryOptions({
    queryKey: ['accounts', 'contact', contact, 'preferences'],
    queryFn: ({ signal }) =>
      ask(
        api.GET('/api/v1/contacts/{id}/preferences', { params: { path: { id: contact } }, signal }),
      ),
  });

export const planPreferencesQuery = (plan: string) =>
  queryOptions({
    queryKey: ['accounts', 'plan', plan, 'preferences'],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/plans/{id}/preferences', { params: { path: { id: plan } }, signal })),
  });
