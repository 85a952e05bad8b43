// Writes news, and says how many will hear it before it is said.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '@/api/client';
import { useAttempt } from '@/app/attempts';
import { useDraft } from '@/app/drafts';
import { useFields } from '@/app/fields';
import { languageName } from '@/app/places';
import { useMay } from '@/app/session';
import { brandsQuery, plansQuery } from '@/app/shared_queries';
import { Button } from '@/design/button';
import { FormDialog } from '@/design/dialog';
import { Select } from '@/design/field';
import { Refusal } from '@/design/states';
import { say } from '@/design/toast';
import { See } from '@/screens/incidents/see/see';
import { WillHear } from '@/screens/incidents/will_hear';
import { type NewNews, newsAudienceQuery } from './data';
import { bodyOf, emptyNews, missing, type NewsDraft, withLanguage } from './news_draft';
import { type WordingField, WordingFields } from './wording_fields';

const fields = [
  'brand',
  'plan',
  'texts[0].title',
  'texts[0].text',
  'texts[1].title',
  'texts[1].text',
] as const satisfies readonly (WordingField | 'brand' | 'plan')[];

export function NewsDialog({ onClose }: { onClose: () => void }) {
  const [draft, setDraft, clear] = useDraft<NewsDraft>('news.new', emptyNews);
  const client = useQueryClient();
  const attempt = useAttempt<NewNews>('news.new');
  const tell = useMutation({
    mutationFn: () =>
      attempt.run(draft, bodyOf, (body, key) =>
        ask(api.POST('/api/v1/news', { params: { header: { 'Idempotency-Key': key } }, body })),
      ),
    onSuccess: ({ notice }) => {
      clear();
      void client.invalidateQueries({ queryKey: ['notify'] });
      say(
        notice.state === 'unapproved'
          ? 'It waits until somebody else agrees.'
          : 'It is on its way; a moment longer it can be taken back.',
      );
      onClose();
    },
  });
  const { change, error, rest } = useFields(tell, fields, draft, setDraft);
  const audience = useQuery(newsAudienceQuery(draft.brand, draft.plan)).data;
  return (
    <FormDialog
      title="Tell news"
      verb="Tell"
      isOpen
      isPending={tell.isPending}
      onSubmit={() => tell.mutate()}
      onClose={onClose}
    >
      <Refusal error={rest} />
      <ForWhom draft={draft} change={change} error={error} />
      <WillHear audience={audience} />
      {draft.texts.map((wording, place) => (
        <WordingFields
          key={wording.language}
          draft={draft}
          place={place}
          onChange={(texts) => change({ texts })}
          error={error}
        />
      ))}
      <div className="flex flex-wrap gap-2">
        {missing(draft).map((language) => (
          <Button key={language} onPress={() => change({ texts: withLanguage(draft, language) })}>
            Add it in {languageName(language)}
          </Button>
        ))}
        <See said={() => ({ news: bodyOf(draft) })} />
      </div>
    </FormDialog>
  );
}

/** Whoever wants news and reads in this brand; not asked where there is one only. */
function ForWhom({
  draft,
  change,
  error,
}: {
  draft: NewsDraft;
  change: (next: Partial<NewsDraft>) => void;
  error: (field: 'brand' | 'plan') => string | undefined;
}) {
  const mayRead = useMay('read_accounts');
  const brands = useQuery({ ...brandsQuery, enabled: mayRead }).data?.items ?? [];
  const plans = useQuery({ ...plansQuery, enabled: mayRead }).data?.items ?? [];
  const ours = brands.find(({ is_default }) => is_default)?.id ?? '';
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {brands.length > 1 && (
        <Select
          label="In the name of"
          options={brands.map(({ id, name }) => ({ id, name }))}
          value={draft.brand || ours}
          onChange={(brand) => change({ brand: brand === ours ? '' : brand })}
          error={error('brand')}
        />
      )}
      {plans.length > 0 && (
        <Select
          label="For"
          options={[
            { id: 'all', name: 'All who want news', isRest: true },
            ...plans.map(({ id, name }) => ({ id, name: `${name} only` })),
          ]}
          value={draft.plan || 'all'}
          onChange={(plan) => change({ plan: plan === 'all' ? '' : plan })}
          error={error('plan')}
        />
      )}
    </div>
  );
}
