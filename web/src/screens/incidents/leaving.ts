// After a word is published: the page has it, its mails wait for a moment.
import type { QueryClient } from '@tanstack/react-query';
import { say } from '@/design/toast';
import { duration } from '@/design/words_of_time';
import type { NoticesQuery } from './data';

/** Says when the mails of the newest word leave, as the server planned it. */
export async function sayWhenMailsLeave(client: QueryClient, query: NoticesQuery) {
  await client.invalidateQueries({ queryKey: query.queryKey });
  const notices = await client.fetchQuery(query).catch(() => undefined);
  const newest = notices?.items[0];
  const left = newest?.state === 'waiting' ? Date.parse(newest.sends_at) - Date.now() : 0;
  say(
    left > 0
      ? `The page shows it now; mails leave in ${duration(Math.ceil(left / 1000) * 1000)}.`
      : 'The page shows it now.',
  );
}
