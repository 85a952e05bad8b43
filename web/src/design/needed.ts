// What must not stay empty says so when its form is sent, before anybody else is asked.
import { createContext } from 'react';

/** Whether the form around was sent while something in it was empty that must not be. */
export const IsAsked = createContext(false);

export function firstMissing(form: HTMLFormElement): HTMLElement | undefined {
  const fields = form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    '[data-needed] :is(input, textarea)',
  );
  return [...fields].find(({ value }) => !value.trim());
}
