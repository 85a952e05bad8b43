// What is neither broken nor planned: told to whoever wants to hear of it.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Megaphone, Plus } from 'lucide-react';
import { flat } from '@/api/queries';
import { useMay } from '@/app/session';
import { brandsQuery, plansQuery } from '@/app/shared_queries';
import { AtEnd } from '@/design/at_end';
import { Button } from '@/design/button';
import { Moment } from '@/design/moment';
import { Card, PageHead } from '@/design/page';
import { Empty, Failure, Skeleton } from '@/design/states';
import { Standing } from '@/screens/incidents/notices_list';
import { type News, newsQuery } from './data';
import { NewsDialog } from './news_dialog';

const route = getRouteApi('/inside/news');

export function NewsScreen() {
  const { tell } = route.useSearch();
  const navigate = route.useNavigate();
  const mayPublish = useMay('publish_status');
  const news = useInfiniteQuery(newsQuery);
  const rows = flat(news.data);
  const open = (isOpen: boolean) =>
    void navigate({ search: isOpen ? { tell: true } : {}, resetScroll: false });
  return (
    <>
      <PageHead
        title="News"
        actions={
          mayPublish && (
            <Button look="main" onPress={() => open(true)}>
              <Plus aria-hidden className="size-4" /> Tell news
            </Button>
          )
        }
      >
        What is neither broken nor planned, for whoever wants to hear of it.
      </PageHead>
      <div className={`px-4 pb-8 md:px-6 ${rows.length > 0 ? 'max-w-4xl' : ''}`}>
        {news.isPending ? (
          <Skeleton lines={6} />
        ) : news.isLoadingError ? (
          <Failure error={news.error} onRetry={() => void news.refetch()} />
        ) : rows.length === 0 ? (
          <Empty icon={Megaphone} title="No news yet">
            It goes to contacts and subscribers who have news on, on the channels that they chose.
          </Empty>
        ) : (
          <Card title="Newest first" flush>
            <ul>
              {rows.map((each) => (
                <Line key={each.id} news={each} />
              ))}
            </ul>
            {news.hasNextPage && (
              <AtEnd
                key={rows.length}
                onReach={() => !news.isFetching && void news.fetchNextPage()}
              />
            )}
          </Card>
        )}
      </div>
      {mayPublish && tell && <NewsDialog onClose={() => open(false)} />}
    </>
  );
}

function Line({ news: { id, brand, plan, texts, notice } }: { news: News }) {
  const mayProve = useMay('read_proof');
  const mayRead = useMay('read_accounts');
  const brands = useQuery({ ...brandsQuery, enabled: mayRead }).data?.items ?? [];
  const plans = useQuery({ ...plansQuery, enabled: mayRead }).data?.items ?? [];
  const forWhom = [
    brands.length > 1 && brands.find(({ id }) => id === brand)?.name,
    plan && plans.find(({ id }) => id === plan)?.name,
  ].filter(Boolean);
  return (
    <li className="flex flex-col gap-1 border-line border-t px-4 py-3 first:border-t-0">
      <p className="flex flex-wrap justify-between gap-x-3">
        <span className="font-medium wrap-anywhere" dir="auto">
          {texts[0]?.title}
        </span>
        <span className="text-sm text-soft">
          {forWhom.length > 0 && `${forWhom.join(', ')} · `}
          <Moment at={notice.made_at} />
        </span>
      </p>
      <p className="line-clamp-2 text-sm text-soft wrap-anywhere" dir="auto">
        {texts[0]?.text}
      </p>
      <Standing notice={notice} />
      {mayProve && (
        <p className="text-sm">
          <Link
            to="/news/$id/proof"
            params={{ id }}
            className="text-link underline underline-offset-2"
          >
            Who was told
          </Link>
        </p>
      )}
    </li>
  );
}
