import { languageName } from '@/app/places';
import { Button } from '@/design/button';
import { TextField } from '@/design/field';
import { type NewsDraft, type Wording, withoutWording, withWording } from './news_draft';

export type WordingField = `texts[${0 | 1}].${'title' | 'text'}`;

/** Title and text in one language; of several each may be left out again. */
export function WordingFields({
  draft,
  place,
  onChange,
  error,
}: {
  draft: NewsDraft;
  place: number;
  onChange: (texts: Wording[]) => void;
  error: (field: WordingField) => string | undefined;
}) {
  const wording = draft.texts[place];
  if (!wording) return null;
  const language = languageName(wording.language);
  const at = place === 0 ? 0 : 1;
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="sr-only">In {language}</legend>
      <TextField
        label={`Title in ${language}`}
        needed="Say in a line what is new."
        value={wording.title}
        onChange={(title) => onChange(withWording(draft, place, { title }))}
        error={error(`texts[${at}].title`)}
        autoFocus={place === 0}
      />
      <TextField
        label={`Text in ${language}`}
        needed="Say what is new, and for whom."
        help={
          place === 0 && draft.texts.length > 1
            ? 'This is also for whoever reads another language.'
            : undefined
        }
        rows={4}
        value={wording.text}
        onChange={(text) => onChange(withWording(draft, place, { text }))}
        error={error(`texts[${at}].text`)}
      />
      {draft.texts.length > 1 && (
        <Button
          look="quiet"
          className="-ms-3 self-start"
          onPress={() => onChange(withoutWording(draft, place))}
        >
          Not in {language}
        </Button>
      )}
    </fieldset>
  );
}
