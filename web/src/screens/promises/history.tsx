import { Moment } from '@/design/moment';
import { steps } from './promise_words';
import type { Story } from './queries';

export function History({ changes }: { changes: Story['history'] }) {
  return (
    <section aria-label="History">
      <h3 className="mb-1 font-semibold">History</h3>
      <ol className="border-line border-s">
        {steps(changes).map((step) => (
          <li key={`${step.at} ${step.did}`} className="py-1 ps-3">
            <div>
              {step.did}
              {step.due && (
                <>
                  {step.did === 'Moved' ? ' to ' : ' for '}
                  <Moment at={step.due} />
                </>
              )}
            </div>
            {step.reason && (
              <div className="whitespace-pre-wrap" dir="auto">
                “{step.reason}”
              </div>
            )}
            <div className="text-sm text-soft">
              <span dir="auto">{step.who}</span>, <Moment at={step.at} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
