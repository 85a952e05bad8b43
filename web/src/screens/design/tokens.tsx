import { Card } from '@/design/page';

const grounds = [
  ['paper', 'bg-paper'],
  ['card', 'bg-card'],
  ['raised', 'bg-raised'],
  ['hover', 'bg-hover'],
  ['chosen', 'bg-chosen'],
] as const;

const inks = [
  ['ink', 'text-ink'],
  ['soft', 'text-soft'],
  ['link', 'text-link'],
  ['ok', 'text-ok'],
  ['warn', 'text-warn'],
  ['bad', 'text-bad'],
  ['plan', 'text-plan'],
  ['unk', 'text-unk'],
] as const;

const lines = [
  ['line', 'border-line'],
  ['edge', 'border-edge'],
  ['focus', 'border-focus'],
] as const;

const sizes = [
  ['xs, 12 px', 'text-xs'],
  ['sm, 13 px', 'text-sm'],
  ['base, 14 px', 'text-base'],
  ['lg, 16 px', 'text-lg'],
  ['xl, 20 px', 'text-xl'],
  ['2xl, 24 px', 'text-2xl'],
] as const;

const corners = [
  ['sm', 'rounded-sm'],
  ['md', 'rounded-md'],
  ['lg', 'rounded-lg'],
  ['xl', 'rounded-xl'],
] as const;

/** Each ink on each ground: all of them can be read (4.5:1). */
function Colours() {
  return (
    <div className="grid gap-1.5">
      {grounds.map(([ground, background]) => (
        <div
          key={ground}
          className={`flex flex-wrap gap-x-3 rounded-md border border-line px-3 py-1.5 ${background}`}
        >
          <span className="w-14 font-medium">{ground}</span>
          {inks.map(([ink, colour]) => (
            <span key={ink} className={colour}>
              {ink}
            </span>
          ))}
        </div>
      ))}
      <div className="flex flex-wrap gap-1.5">
        {lines.map(([name, border]) => (
          <span key={name} className={`rounded-md border-2 bg-card px-3 py-1 ${border}`}>
            {name}
          </span>
        ))}
      </div>
    </div>
  );
}

export function Tokens() {
  return (
    <Card title="Colour, type, corners">
      <div className="flex flex-col gap-4">
        <Colours />
        <div>
          {sizes.map(([name, size]) => (
            <p key={name} className={size}>
              Customers hear it from you first ({name})
            </p>
          ))}
          <p className="font-mono text-sm">tf_3f9a0c: each character counts (mono)</p>
        </div>
        <div className="flex flex-wrap gap-1.5">
          {corners.map(([name, corner]) => (
            <span key={name} className={`border border-edge bg-card px-3 py-1 ${corner}`}>
              {name}
            </span>
          ))}
          <span className="rounded-lg border border-line bg-raised px-3 py-1 shadow-raised">
            raised
          </span>
        </div>
      </div>
    </Card>
  );
}
