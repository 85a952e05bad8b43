import { PageHead } from '@/design/page';

export function IncidentsScreen() {
  return <PageHead title="Incidents" />;
}
