import { PageHead } from '@/design/page';

export function MeScreen() {
  return <PageHead title="Me" />;
}
