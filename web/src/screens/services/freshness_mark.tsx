import { useNow } from '@/design/moment';
import { Mark } from '@/design/tone';
import { exact } from '@/design/words_of_time';
import { freshness } from './freshness';
import type { Service } from './queries';

/** "Checked 12:01 from fra-1"; a group is as its members are. */
export function Freshness({ service }: { service: Service }) {
  const now = useNow();
  if (service.is_group) return service.description;
  const { words, tone, at } = freshness(service, now);
  const said = at ? (
    <time dateTime={at} title={exact(at)}>
      {words}
    </time>
  ) : (
    words
  );
  return tone ? (
    <Mark tone={tone} icon="late">
      {said}
    </Mark>
  ) : (
    said
  );
}
