import { Choice } from '@/design/field';
import { useNow } from '@/design/moment';
import { MomentField } from '@/design/moment_field';
import { Mark } from '@/design/tone';
import { type WhenWish, wishWords } from './when_wish';

const etas = [
  { id: '2h', name: 'Within 2 h' },
  { id: '12h', name: 'Within 12 h' },
  { id: '3d', name: 'Within 3 days' },
  { id: 'at', name: 'At a time' },
  { id: 'unknown', name: 'Not known yet' },
] as const;

const nexts = [
  { id: '30', name: 'In 30 min' },
  { id: '60', name: 'In 1 h' },
  { id: '120', name: 'In 2 h' },
  { id: 'at', name: 'At a time' },
] as const;

/** No public word goes out without it: an estimate, or when the next word comes. */
export function WhenField({
  value,
  onChange,
  etaError,
  nextError,
}: {
  value: WhenWish;
  onChange: (value: WhenWish) => void;
  etaError?: string | undefined;
  nextError?: string | undefined;
}) {
  const now = useNow();
  const words = wishWords(value, now);
  const isAt = value.eta === 'at';
  const isNextAt = value.next === 'at';
  return (
    <div className="flex flex-col gap-3">
      <div {...(isAt ? {} : { 'data-field': 'eta' })}>
        <Choice<WhenWish['eta']>
          label="When will it be well?"
          options={etas}
          value={value.eta}
          onChange={(eta) => onChange({ ...value, eta })}
          error={isAt ? undefined : etaError}
        />
      </div>
      {isAt && (
        <div className="max-w-96" data-field="eta">
          <MomentField
            label="Well by"
            value={value.at}
            onChange={(at) => onChange({ ...value, at })}
            error={etaError}
          />
        </div>
      )}
      {value.eta === 'unknown' && (
        <>
          <div {...(isNextAt ? {} : { 'data-field': 'next_word_at' })}>
            <Choice<WhenWish['next']>
              label="Next word by"
              options={nexts}
              value={value.next}
              onChange={(next) => onChange({ ...value, next })}
              error={isNextAt ? undefined : nextError}
            />
          </div>
          {isNextAt && (
            <div className="max-w-96" data-field="next_word_at">
              <MomentField
                label="Time of the next word"
                value={value.nextAt}
                onChange={(nextAt) => onChange({ ...value, nextAt })}
                error={nextError}
              />
            </div>
          )}
        </>
      )}
      <p aria-live="polite" className="min-h-5.5 text-soft">
        {words ? (
          <Mark tone="plan" icon="due">
            We promise: {words}
          </Mark>
        ) : (
          !etaError && !nextError && 'Nothing is published without it: nobody should have to ask.'
        )}
      </p>
    </div>
  );
}
