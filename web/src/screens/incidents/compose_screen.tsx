import { PageHead } from '@/design/page';

export function ComposeScreen() {
  return <PageHead title="New incident" />;
}
