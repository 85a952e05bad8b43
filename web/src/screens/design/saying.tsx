import { Handshake } from 'lucide-react';
import { Refused } from '@/api/problem';
import { Ago, Day, Moment, useNow } from '@/design/moment';
import { Card, Fact, Facts } from '@/design/page';
import { Empty, Failure, Refusal, Skeleton } from '@/design/states';
import { TextLink } from '@/design/text_link';
import { Chip, Mark, Notice, type Tone, toneIcons } from '@/design/tone';

const tones: readonly { tone: Tone; word: string }[] = [
  { tone: 'ok', word: 'Works' },
  { tone: 'warn', word: 'Partly down' },
  { tone: 'bad', word: 'Down' },
  { tone: 'plan', word: 'In maintenance' },
  { tone: 'unk', word: 'Not known' },
];

const icons = Object.keys(toneIcons) as (keyof typeof toneIcons)[];

const refused = new Refused(422, {
  code: 'design.example',
  detail: 'A promise needs a date, or the reason why there is none.',
});

function Times() {
  const now = useNow();
  const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString();
  return (
    <Facts>
      <Fact name="Ago">
        <Ago at={at(-3)} />, <Ago at={at(1.5)} />
      </Fact>
      <Fact name="Moment">
        <Moment at={at(-0.5)} />, <Moment at={at(30)} />, <Moment at={at(2000)} />
      </Fact>
      <Fact name="Day">
        <Day at={at(-9000)} />
      </Fact>
    </Facts>
  );
}

export function Saying() {
  return (
    <Card title="What is said" aside="An icon and a word, the colour only helps">
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap gap-1.5">
          {tones.map(({ tone, word }) => (
            <Chip key={tone} tone={tone}>
              {word}
            </Chip>
          ))}
        </div>
        <div className="flex flex-wrap gap-x-3 gap-y-1">
          {icons.map((icon) => (
            <Mark key={icon} tone="unk" icon={icon}>
              {icon}
            </Mark>
          ))}
        </div>
        {tones.map(({ tone, word }) => (
          <Notice key={tone} tone={tone}>
            {word}: a sentence that must be seen, with{' '}
            <TextLink href="/design">what to do</TextLink>.
          </Notice>
        ))}
        <Times />
        <Refusal error={refused} />
        <Failure error={refused} onRetry={() => {}} />
        <Empty icon={Handshake} title="Nothing is late">
          An empty place says the next step.
        </Empty>
        <Skeleton lines={4} />
      </div>
    </Card>
  );
}
