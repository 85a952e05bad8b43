import type { KeyboardEvent } from 'react';

/** Enter in a line of text must not tell a thousand people; Ctrl+Enter says that it is meant. */
export function publishKeys(submit: () => void) {
  return (event: KeyboardEvent<HTMLFormElement>) => {
    const { key, target, currentTarget } = event;
    // A dialog that the form opened is below it for React only.
    if (key !== 'Enter' || !(target instanceof Node) || !currentTarget.contains(target)) return;
    const isMeant = event.ctrlKey || event.metaKey;
    if (isMeant) submit();
    if (isMeant || target instanceof HTMLInputElement) event.preventDefault();
  };
}
