// The next public word on an open incident: an update, or the end.
import { useEffect, useRef, useState } from 'react';
import { useShortcuts } from '@/app/shortcuts';
import { Choice } from '@/design/field';
import { Card } from '@/design/page';
import type { Incident } from './data';
import { focusField } from './focus_field';
import { ResolveForm } from './resolve_form';
import { UpdateForm } from './update_form';

type Mode = 'update' | 'resolve';

export function NextWord({ incident }: { incident: Incident }) {
  const [mode, setMode] = useState<Mode>('update');
  const [isAsked, setAsked] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const write = (next: Mode) => {
    setMode(next);
    setAsked(true);
  };
  useEffect(() => {
    if (!isAsked) return;
    setAsked(false);
    focusField(place, ['text']);
  }, [isAsked]);
  useShortcuts('Incident', [
    { keys: 'u', label: 'Write the next word', run: () => write('update') },
    { keys: 'e', label: 'Resolve it', run: () => write('resolve') },
  ]);
  return (
    <Card title="Next word">
      <div ref={place} className="flex flex-col gap-4">
        <Choice<Mode>
          label="What you publish"
          hideLabel
          value={mode}
          onChange={setMode}
          options={[
            { id: 'update', name: 'An update' },
            { id: 'resolve', name: 'It is resolved' },
          ]}
        />
        {mode === 'update' ? (
          <UpdateForm incident={incident} />
        ) : (
          <ResolveForm incident={incident} />
        )}
      </div>
    </Card>
  );
}
