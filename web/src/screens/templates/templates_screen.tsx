// Texts that are thought over in quiet hours, so that they need not be found in bad ones.
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { FileText, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '@/app/session';
import { templatesQuery } from '@/app/shared_queries';
import { Button, IconButton } from '@/design/button';
import { Confirm } from '@/design/dialog';
import { Card, PageHead } from '@/design/page';
import { Empty, Failure, Skeleton } from '@/design/states';
import { say } from '@/design/toast';
import { kinds, kindWords } from './kinds';
import { type Template, useDeleteTemplate } from './queries';
import { TemplateDialog } from './template_dialog';

const route = getRouteApi('/inside/templates');

export function TemplatesScreen() {
  const { change } = route.useSearch();
  const navigate = route.useNavigate();
  const templates = useQuery(templatesQuery);
  const mayPublish = useMay('publish_status');
  const all = templates.data?.items ?? [];
  const open = (next?: string) =>
    void navigate({ search: next ? { change: next } : {}, resetScroll: false });
  const changed = all.find(({ id }) => id === change);
  return (
    <>
      <PageHead
        title="Templates"
        actions={
          mayPublish && (
            <Button look="main" onPress={() => open('new')}>
              <Plus aria-hidden className="size-4" /> Add a template
            </Button>
          )
        }
      >
        Whoever publishes picks one, and writes only what is new.
      </PageHead>
      <div className="flex flex-col gap-4 px-4 pb-8 md:px-6">
        {templates.isPending ? (
          <Skeleton lines={6} />
        ) : templates.isLoadingError ? (
          <Failure error={templates.error} onRetry={() => void templates.refetch()} />
        ) : all.length === 0 ? (
          <Empty icon={FileText} title="No templates yet">
            Write down today what you would say when uploads fail at night.
          </Empty>
        ) : (
          kinds.map((kind) => (
            <OfKind
              key={kind}
              kind={kind}
              templates={all.filter((each) => each.kind === kind)}
              onChange={mayPublish ? (template) => open(template.id) : undefined}
            />
          ))
        )}
      </div>
      {mayPublish && (change === 'new' || changed) && (
        <TemplateDialog key={change} template={changed} onClose={() => open()} />
      )}
    </>
  );
}

function OfKind({
  kind,
  templates,
  onChange,
}: {
  kind: Template['kind'];
  templates: readonly Template[];
  onChange: ((template: Template) => void) | undefined;
}) {
  const [removed, setRemoved] = useState<Template>();
  const remove = useDeleteTemplate();
  if (templates.length === 0) return null;
  return (
    <Card title={kindWords[kind].many} flush>
      <ul>
        {templates.map((template) => (
          <li
            key={template.id}
            className="flex items-start gap-1 border-line border-t py-2 ps-4 pe-2 first:border-t-0"
          >
            <div className="min-w-0 grow pt-1">
              <p className="font-medium" dir="auto">
                {template.name}
              </p>
              <p className="line-clamp-2 max-w-3xl text-sm text-soft" dir="auto">
                {template.title && `${template.title}: `}
                {template.text}
              </p>
            </div>
            {onChange && (
              <>
                <IconButton label={`Change ${template.name}`} onPress={() => onChange(template)}>
                  <Pencil aria-hidden className="size-4" />
                </IconButton>
                <IconButton label={`Remove ${template.name}`} onPress={() => setRemoved(template)}>
                  <Trash2 aria-hidden className="size-4" />
                </IconButton>
              </>
            )}
          </li>
        ))}
      </ul>
      <Confirm
        title={`Remove “${removed?.name}”?`}
        text="What was published with it stays as it is."
        verb="Remove"
        isOpen={removed !== undefined}
        isPending={remove.isPending}
        onConfirm={() =>
          removed &&
          remove.mutate(removed, {
            onSuccess: () => void say(`“${removed.name}” is removed.`),
            onError: (error) => void say(error.message, { tone: 'bad' }),
            onSettled: () => setRemoved(undefined),
          })
        }
        onClose={() => setRemoved(undefined)}
      />
    </Card>
  );
}
