import { PageHead } from '@/design/page';

export function TicketScreen() {
  return <PageHead title="Ticket" />;
}
