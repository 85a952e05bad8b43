import { PageHead } from '@/design/page';

export function PromisesScreen() {
  return <PageHead title="Promises" />;
}
