import { type RefObject, useState } from 'react';
import { focusField } from './focus_field';

/** A draft is only published, or looked at, when nothing is missing; else what is missing is shown. */
export function useWhole(form: RefObject<HTMLElement | null>, missing: readonly string[]) {
  const [isPressed, setPressed] = useState(false);
  return {
    /** What is missing is said from now on. */
    isPressed,
    forget: () => setPressed(false),
    whole: <T>(act: () => T): T | undefined => {
      setPressed(true);
      if (missing.length === 0) return act();
      focusField(form, missing);
      return undefined;
    },
  };
}
