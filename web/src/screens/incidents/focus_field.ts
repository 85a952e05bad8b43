import type { RefObject } from 'react';
import { Refused } from '@/api/problem';

/** Takes the focus to the first of these fields, which stand in elements with data-field="NAME". */
export function focusField(form: RefObject<HTMLElement | null>, names: readonly string[]) {
  // After the next paint: the error stands there then, and is read along with the field.
  requestAnimationFrame(() => {
    for (const place of form.current?.querySelectorAll<HTMLElement>('[data-field]') ?? []) {
      if (!names.includes(place.dataset.field ?? '')) continue;
      // What is folded away cannot have the focus.
      place.closest('details')?.setAttribute('open', '');
      const field = place.querySelector<HTMLElement>(
        'input:not([disabled]), textarea:not([disabled]), button:not([disabled])',
      );
      field?.focus();
      place.scrollIntoView({ block: 'nearest' });
      return;
    }
  });
}

/** The same for the fields that the server refused: `services[1].service` is in `services`. */
export function focusRefused(form: RefObject<HTMLElement | null>, error: Error) {
  if (!(error instanceof Refused)) return;
  focusField(
    form,
    error.fields.map(({ field }) => field.replace(/[[.].*/, '')),
  );
}
