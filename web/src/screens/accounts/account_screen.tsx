import { PageHead } from '@/design/page';

export function AccountScreen() {
  return <PageHead title="Account" />;
}
