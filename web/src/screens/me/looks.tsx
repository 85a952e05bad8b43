import { useShortcutSwitch, useTheme } from '@/app/preferences';
import { Choice, Switch } from '@/design/field';
import { Card } from '@/design/page';

export function Looks() {
  const [theme, setTheme] = useTheme();
  const [hasShortcuts, setShortcuts] = useShortcutSwitch();
  return (
    <Card title="On this machine">
      <div className="flex flex-col gap-4">
        <Choice
          label="Theme"
          options={[
            { id: 'system', name: 'As the system' },
            { id: 'light', name: 'Light' },
            { id: 'dark', name: 'Dark' },
          ]}
          value={theme}
          onChange={setTheme}
        />
        <div>
          <Switch isSelected={hasShortcuts} onChange={setShortcuts}>
            Single keys work as shortcuts
          </Switch>
          <p className="mt-1 text-sm text-soft">
            Off for voice control, or where keys are pressed by accident. Ctrl+K works always.
          </p>
        </div>
      </div>
    </Card>
  );
}
