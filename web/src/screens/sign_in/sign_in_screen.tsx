import { PageHead } from '@/design/page';

export function SignInScreen() {
  return <PageHead title="Sign in" />;
}
