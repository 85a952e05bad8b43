import { useQuery } from '@tanstack/react-query';
import { Card, Fact, Facts } from '@/design/page';
import { grouped } from '@/design/words';
import { deflectionQuery } from './data';

/** Did the page answer what would have been asked? */
export function DeflectionCard({ incident }: { incident: string }) {
  const counts = useQuery(deflectionQuery(incident)).data;
  if (!counts) return null;
  const { page_views, linked_tickets, free_tickets } = counts;
  return (
    <Card title="Who looked, who wrote">
      <Facts>
        <Fact name="Page">looked at {grouped(page_views)} times</Fact>
        <Fact name="Tickets">
          {grouped(linked_tickets)} linked by themselves, {grouped(free_tickets)} written freely
        </Fact>
      </Facts>
    </Card>
  );
}
