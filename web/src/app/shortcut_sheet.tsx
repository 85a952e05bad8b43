import { Dialog } from '@/design/dialog';
import { Switch } from '@/design/field';
import { useShortcutSwitch } from './preferences';
import { useShortcutGroups } from './shortcuts';

export default function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const groups = useShortcutGroups();
  const [on, setOn] = useShortcutSwitch();
  return (
    <Dialog title="Shortcuts" isOpen onClose={onClose}>
      <Switch isSelected={on} onChange={setOn}>
        Single keys work
      </Switch>
      {groups.map((group) => (
        <section key={group.title} className="mt-4">
          <h3 className="mb-1 font-semibold">{group.title}</h3>
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
            {group.shortcuts.map(({ keys, label }) => (
              <div key={keys} className="col-span-2 grid grid-cols-subgrid items-baseline">
                <dt>
                  {keys.split(' ').map((key) => (
                    <kbd
                      key={key}
                      className="me-1 rounded-sm border border-edge px-1.5 py-px font-mono text-sm"
                    >
                      {key}
                    </kbd>
                  ))}
                </dt>
                <dd>{label}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
