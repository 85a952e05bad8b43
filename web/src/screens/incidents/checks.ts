// What is looked at before an incident is published: what must be there, and what is better so.
import { grouped } from '@/design/words';
import { looksInternal } from './looks_internal';

export type Check = {
  name: string;
  /** look: it may be right, but somebody should look again. */
  state: 'ok' | 'open' | 'look';
  words: string;
};

const shortest = 20;
const longest = 1_200;

function textCheck(text: string): Check {
  const name = 'Text';
  const length = [...text.trim()].length;
  if (length === 0)
    return { name, state: 'open', words: 'Say what is known, in a sentence or two.' };
  const internal = looksInternal(text);
  if (internal.length > 0)
    return {
      name,
      state: 'look',
      words: `This looks internal: ${internal.join(', ')}. Customers do not need it.`,
    };
  if (length < shortest)
    return { name, state: 'look', words: 'Very short. Say what does not work, and for whom.' };
  if (length > longest)
    return {
      name,
      state: 'look',
      words: `${grouped(length)} characters are a lot for somebody in a hurry.`,
    };
  return { name, state: 'ok', words: `${length} characters, nothing internal.` };
}

export function checksOf(draft: {
  title: string;
  services: readonly string[];
  when: string;
  text: string;
  /** How many will be told; undefined while it is not known. */
  told: number | undefined;
}): Check[] {
  const title = draft.title.trim();
  const internal = looksInternal(title);
  return [
    {
      name: 'Title',
      state: !title ? 'open' : internal.length > 0 ? 'look' : 'ok',
      words: !title
        ? 'One line that a customer understands.'
        : internal.length > 0
          ? `This looks internal: ${internal.join(', ')}.`
          : title,
    },
    {
      name: 'Services',
      state: draft.services.length > 0 ? 'ok' : 'open',
      words: draft.services.join(', ') || 'Choose what does not work as it should.',
    },
    {
      name: 'When',
      state: draft.when ? 'ok' : 'open',
      words: draft.when || 'An estimate, or when the next word comes.',
    },
    textCheck(draft.text),
    {
      name: 'Who',
      state: draft.told === undefined ? 'open' : draft.told === 0 ? 'look' : 'ok',
      words:
        draft.told === undefined
          ? 'Counted as soon as services are named.'
          : draft.told === 0
            ? 'Nobody will be told by mail; the page shows it.'
            : `${grouped(draft.told)} will be told.`,
    },
  ];
}
