import { PageHead } from '@/design/page';

export function OutboxScreen() {
  return <PageHead title="Outbox" />;
}
