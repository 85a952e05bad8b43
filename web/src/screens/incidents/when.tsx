import { useNow } from '@/design/moment';
import { Chip, Mark } from '@/design/tone';
import { exact } from '@/design/words_of_time';
import { overdueSince, overdueWords, type When as Words, whenWords } from './when_words';

/** What an open incident promises; turns into "Overdue since ..." by itself when the moment passes. */
export function When({ when, inText = false }: { when: Words; inText?: boolean }) {
  const now = useNow();
  const since = overdueSince(when, now);
  const words = since ? overdueWords(since, now) : whenWords(when, now);
  const next = since ?? when.next_word_at ?? when.eta_at;
  if (!next) return null;
  const Look = inText ? Mark : Chip;
  return (
    <Look tone={since ? 'bad' : 'unk'} icon={since ? 'late' : 'due'}>
      <time dateTime={next} title={exact(next)}>
        {words}
      </time>
    </Look>
  );
}
