import { PageHead } from '@/design/page';

export function IncidentScreen() {
  return <PageHead title="Incident" />;
}
