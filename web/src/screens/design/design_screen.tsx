// Every token and part of src/design with its states: looked at before a part is changed.
import { PageHead } from '@/design/page';
import { Asking } from './asking';
import { Fields } from './fields';
import { Lists } from './lists';
import { Saying } from './saying';
import { Tokens } from './tokens';

export function DesignScreen() {
  return (
    <>
      <PageHead title="Design">What all screens are made of</PageHead>
      <div className="grid max-w-6xl items-start gap-4 px-4 pb-8 md:px-6 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <Tokens />
          <Saying />
          <Lists />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Asking />
          <Fields />
        </div>
      </div>
    </>
  );
}
