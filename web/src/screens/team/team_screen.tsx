import { PageHead } from '@/design/page';

export function TeamScreen() {
  return <PageHead title="Team" />;
}
