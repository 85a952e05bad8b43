// What was posted to a webhook, each attempt with its answer; what came to an end can go once more.
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { RotateCw, Send } from 'lucide-react';
import { flat } from '@/api/queries';
import { useMay } from '@/app/session';
import { AtEnd } from '@/design/at_end';
import { Button } from '@/design/button';
import { Dialog } from '@/design/dialog';
import { Moment } from '@/design/moment';
import { More } from '@/design/more';
import { Empty, Failure, Skeleton } from '@/design/states';
import { say } from '@/design/toast';
import { Chip } from '@/design/tone';
import { countOf } from '@/design/words';
import { type Post, postsQuery, useReplay, type Webhook } from './queries';
import { attemptWords, fates, typeWords } from './webhook_words';

export function PostsDialog({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const posts = useInfiniteQuery(postsQuery(webhook));
  const mayWrite = useMay('write_accounts');
  const rows = flat(posts.data);
  return (
    <Dialog title="What was posted" isOpen wide onClose={onClose}>
      <p className="wrap-anywhere text-soft">{webhook.url}</p>
      <div className="min-h-[30vh]">
        {posts.isPending ? (
          <Skeleton lines={6} />
        ) : posts.isLoadingError ? (
          <Failure error={posts.error} onRetry={() => void posts.refetch()} />
        ) : rows.length === 0 ? (
          <Empty icon={Send} title="Nothing was posted yet">
            The next word on what this account uses goes there.
          </Empty>
        ) : (
          <ul>
            {rows.map((post) => (
              <PostLine
                key={post.id}
                post={post}
                webhook={webhook}
                mayReplay={mayWrite && webhook.state === 'active'}
              />
            ))}
          </ul>
        )}
        {posts.hasNextPage && (
          <AtEnd
            key={rows.length}
            onReach={() => !posts.isFetching && void posts.fetchNextPage()}
          />
        )}
      </div>
    </Dialog>
  );
}

function PostLine({
  post,
  webhook,
  mayReplay,
}: {
  post: Post;
  webhook: Webhook;
  mayReplay: boolean;
}) {
  const { words, tone, icon } = fates[post.state];
  return (
    <li className="border-line border-t py-2 first:border-t-0">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-1">
        <div className="min-w-0 grow basis-56">
          <About post={post} />
          <p className="flex flex-wrap items-baseline gap-x-2 text-sm text-soft">
            <Chip tone={tone} icon={icon}>
              {words}
            </Chip>
            <span>
              said <Moment at={post.made_at} />
            </span>
            {post.due_at && post.attempts.length > 0 && (
              <span>
                tried again <Moment at={post.due_at} />
              </span>
            )}
          </p>
          {post.reason && <p className="text-sm text-soft">{post.reason}</p>}
        </div>
        {mayReplay && !post.due_at && <Replay post={post} webhook={webhook} />}
      </div>
      <Attempts attempts={post.attempts} />
    </li>
  );
}

/** Newest first; a single one that says nothing more needs no folding. */
function Attempts({ attempts }: Pick<Post, 'attempts'>) {
  const last = attempts[0];
  if (!last) return null;
  if (attempts.length === 1 && !last.answer)
    return <p className="text-sm text-soft">{attemptWords(last)}</p>;
  const which = attempts.length > 1 ? 'the last ' : '';
  return (
    <More title={`${countOf(attempts.length, 'attempt')}, ${which}${attemptWords(last)}`}>
      <ol className="flex flex-col gap-1 border-line border-s-2 ps-3 text-sm">
        {attempts.map((attempt) => (
          <li key={attempt.at}>
            <Moment at={attempt.at} />: {attemptWords(attempt)}
            {attempt.answer && (
              <pre className="whitespace-pre-wrap break-words font-mono text-soft" dir="auto">
                {attempt.answer}
              </pre>
            )}
          </li>
        ))}
      </ol>
    </More>
  );
}

/** What it is about, as a link to where it stands. */
function About({ post: { type, about } }: { post: Post }) {
  const look = 'font-medium text-link underline underline-offset-2';
  if (about.startsWith('inc_'))
    return (
      <Link to="/incidents/$id" params={{ id: about }} className={look}>
        {typeWords(type)}
      </Link>
    );
  if (about.startsWith('win_'))
    return (
      <Link to="/windows" search={{ window: about }} className={look}>
        {typeWords(type)}
      </Link>
    );
  return <span className="font-medium">{typeWords(type)}</span>;
}

function Replay({ post, webhook }: { post: Post; webhook: Webhook }) {
  const replay = useReplay(webhook);
  return (
    <Button
      look="quiet"
      isPending={replay.isPending}
      aria-label={`Post again: ${typeWords(post.type)}`}
      onPress={() =>
        replay.mutate(post.id, {
          onSuccess: () => void say('It is posted once more, under the same id.'),
          onError: (error) => void say(error.message, { tone: 'bad' }),
        })
      }
    >
      <RotateCw aria-hidden className="size-4" /> Post again
    </Button>
  );
}
