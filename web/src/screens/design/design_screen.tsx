import { PageHead } from '@/design/page';

export function DesignScreen() {
  return <PageHead title="Design" />;
}
