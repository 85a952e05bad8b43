import { useQuery } from '@tanstack/react-query';
import type { Row } from '@/api/client';
import { Select } from '@/design/field';
import { say } from '@/design/toast';
import { templatesQuery } from './shared_queries';

type Template = Row<'/api/v1/templates'>;

/** Texts that were thought over in quiet hours; nothing where there is none of this kind. */
export function TemplateField({
  kind,
  onPick,
  onUndo,
}: {
  kind: Template['kind'];
  onPick: (template: Template) => void;
  /** Puts back what was written before. */
  onUndo: () => void;
}) {
  const templates = useQuery(templatesQuery).data?.items.filter((each) => each.kind === kind) ?? [];
  if (templates.length === 0) return null;
  return (
    <div className="max-w-80">
      <Select
        label="Begin with a template"
        empty="Pick one"
        options={templates.map(({ id, name }) => ({ id, name }))}
        value={null}
        onChange={(id) => {
          const template = templates.find((each) => each.id === id);
          if (!template) return;
          onPick(template);
          say(`“${template.name}” is filled in.`, { action: { verb: 'Undo', run: onUndo } });
        }}
      />
    </div>
  );
}
