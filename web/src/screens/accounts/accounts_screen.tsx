import { PageHead } from '@/design/page';

export function AccountsScreen() {
  return <PageHead title="Accounts" />;
}
