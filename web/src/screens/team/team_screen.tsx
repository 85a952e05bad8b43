// Who of us may come in, who is paged, and which programs act in our name.
import { useMay } from '@/app/session';
import { PageHead } from '@/design/page';
import { People } from './people';
import { Roster } from './roster';
import { Tokens } from './tokens';

export function TeamScreen() {
  const manages = useMay('manage_team');
  return (
    <>
      <PageHead title="Team" />
      <div className="settles grid items-start gap-4 px-4 pb-8 md:px-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="settles flex min-w-0 flex-col gap-4">
          <People manages={manages} />
          <Tokens />
        </div>
        <Roster manages={manages} />
      </div>
    </>
  );
}
