// What this person chose on this machine: theme, single-key shortcuts.
import { useSyncExternalStore } from 'react';

export type Theme = 'system' | 'light' | 'dark';

const listeners = new Set<() => void>();
const prefix = 'tellfirst.';

function read(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key);
  } catch {
    return null; // a browser that keeps nothing: all is as it comes
  }
}

function write(key: string, value: string) {
  try {
    localStorage.setItem(prefix + key, value);
  } catch {
    // the choice holds until the next load
  }
  for (const listener of listeners) listener();
}

function usePreference(key: string): string | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => read(key),
  );
}

export function applyTheme() {
  const theme = read('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = (usePreference('theme') ?? 'system') as Theme;
  return [
    theme,
    (next) => {
      write('theme', next);
      applyTheme();
    },
  ];
}

export function hasShortcuts(): boolean {
  return read('shortcuts') !== 'off';
}

/** Single keys can be switched off (WCAG 2.1.4). */
export function useShortcutSwitch(): [boolean, (on: boolean) => void] {
  const value = usePreference('shortcuts');
  return [value !== 'off', (on) => write('shortcuts', on ? 'on' : 'off')];
}
