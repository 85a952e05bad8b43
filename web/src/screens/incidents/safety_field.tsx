import { Choice } from '@/design/field';
import type { DataSafety } from './data';
import { safetyWords } from './safety_words';

const answers = (['not_yet_known', 'safe', 'at_risk', 'lost'] as const).map((id) => ({
  id,
  name: safetyWords[id].words,
  isRest: id === 'not_yet_known',
}));

/** What customers ask first; without an answer the page says that it is not yet known. */
export function SafetyField({
  value,
  onChange,
}: {
  value: DataSafety;
  onChange: (value: DataSafety) => void;
}) {
  return (
    <Choice<DataSafety>
      label="Is customers’ data safe?"
      options={answers}
      value={value}
      onChange={onChange}
    />
  );
}
