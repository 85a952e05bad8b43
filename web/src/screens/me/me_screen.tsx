// What somebody decides about himself: name, language, zone, second factor, how the console looks.
import { useMe } from '@/app/session';
import { PageHead } from '@/design/page';
import { Looks } from './looks';
import { Profile } from './profile';
import { SecondFactor } from './second_factor';

export function MeScreen() {
  const { person, token } = useMe();
  return (
    <>
      <PageHead title={person?.name ?? token?.name ?? 'Me'}>{person?.email}</PageHead>
      <div className="flex max-w-2xl flex-col gap-4 px-4 pb-8 md:px-6">
        {person ? (
          <>
            <Profile person={person} />
            <SecondFactor />
          </>
        ) : (
          <p>
            This console is opened with a token, which has no name, password or second factor of its
            own.
          </p>
        )}
        <Looks />
      </div>
    </>
  );
}
