// A code from a device beside the password: set up, renewed, turned off.
import { useState } from 'react';
import { useMe } from '@/app/session';
import { Button } from '@/design/button';
import { Card } from '@/design/page';
import { Mark, Notice } from '@/design/tone';
import { countOf } from '@/design/words';
import { NewCodes } from './new_codes';
import { RecoveryCodes } from './recovery_codes';
import { SetUp } from './set_up';
import { TurnOff } from './turn_off';

/** So few are left that one should have new ones before they are needed. */
const few = 3;

export function SecondFactor() {
  const { second_factor, recovery_codes_left } = useMe();
  const [doing, setDoing] = useState<'set up' | 'new codes' | 'off'>();
  const [codes, setCodes] = useState<readonly string[]>();
  const close = () => setDoing(undefined);
  const show = (made: readonly string[]) => {
    close();
    setCodes(made);
  };
  return (
    <Card
      title="Second factor"
      aside={
        second_factor ? (
          <Mark tone="ok">On</Mark>
        ) : (
          <Mark tone="unk" icon="off">
            Off
          </Mark>
        )
      }
    >
      <div className="flex flex-col items-start gap-3">
        {second_factor ? (
          <>
            <p>
              Signing in takes a code from your authenticator app.{' '}
              {countOf(recovery_codes_left, 'recovery code')} left.
            </p>
            {recovery_codes_left < few && (
              <Notice tone="warn">
                Make new recovery codes: without them a lost device locks you out.
              </Notice>
            )}
            <div className="flex flex-wrap gap-2">
              <Button onPress={() => setDoing('new codes')}>New recovery codes</Button>
              <Button look="danger" onPress={() => setDoing('off')}>
                Turn it off
              </Button>
            </div>
          </>
        ) : (
          <>
            <p>
              With it, signing in takes a code from an authenticator app on your phone or computer,
              too. A stolen password alone is no use then.
            </p>
            <Button onPress={() => setDoing('set up')}>Set it up</Button>
          </>
        )}
      </div>
      {doing === 'set up' && <SetUp onDone={show} onClose={close} />}
      {doing === 'new codes' && <NewCodes onDone={show} onClose={close} />}
      {doing === 'off' && <TurnOff onClose={close} />}
      {codes && <RecoveryCodes codes={codes} onClose={() => setCodes(undefined)} />}
    </Card>
  );
}
