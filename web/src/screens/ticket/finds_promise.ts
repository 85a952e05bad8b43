// Deadlines that a reply gives ("by 15:30", "within two hours", "bis morgen 12 Uhr"), so that they
// can stand in the promise ledger with one click. Times are the writer's, in the zone in which the
// console shows all times. What is asked of the customer ("please send it by Friday") and opening
// hours ("9:00 until 18:00") are no promises of ours.

export type Found = {
  /** The words that give the deadline, as they stand in the reply. */
  words: string;
  /** The sentence around them: what is promised. */
  sentence: string;
  /** RFC 3339. */
  dueAt: string;
};

// English and German weekdays, Sunday first as in Date.
const weekdays = [
  ['sunday', 'sonntag'],
  ['monday', 'montag'],
  ['tuesday', 'dienstag'],
  ['wednesday', 'mittwoch'],
  ['thursday', 'donnerstag'],
  ['friday', 'freitag'],
  ['saturday', 'samstag'],
];
const daysAhead: Record<string, number> = {
  today: 0,
  tonight: 0,
  heute: 0,
  tomorrow: 1,
  morgen: 1,
  übermorgen: 2,
};
const hours: Record<string, number> = {
  noon: 12,
  midday: 12,
  mittag: 12,
  midnight: 24,
  mitternacht: 24,
};
const counts: Record<string, number> = {
  'half an': 0.5,
  'einer halben': 0.5,
  an: 1,
  a: 1,
  one: 1,
  einer: 1,
  eines: 1,
  einem: 1,
  two: 2,
  zwei: 2,
  three: 3,
  drei: 3,
  four: 4,
  vier: 4,
  five: 5,
  fünf: 5,
  six: 6,
  sechs: 6,
  eight: 8,
  acht: 8,
  ten: 10,
  zehn: 10,
};
const units: [RegExp, number][] = [
  [/^min/i, 60_000],
  [/^(?:h|st)/i, 3_600_000],
  [/^(?:d|t)/i, 86_400_000],
];

const half = '[ap]\\.?m\\b\\.?';
const time = `(?:\\d{1,2}:[0-5]\\d(?!\\d)(?: ?(?:${half}|uhr\\b))?|\\d{1,2}(?:\\.[0-5]\\d)? ?(?:uhr\\b|o[’']clock\\b|${half})|${Object.keys(hours).join('|')})`;
const day = `(?:${[...Object.keys(daysAhead), ...weekdays.flat()].join('|')})`;
const until =
  '(?:by|until|till|before|no later than|bis(?: spätestens)?(?: zum)?|spätestens(?: bis)?|vor)';
const at = '(?:,? (?:at|by|um|gegen)?|,) ?';

const moments = new RegExp(
  `(?<!\\p{L})(?:${until} (?:(?<day>${day})(?:${at}(?<time>${time}))?|(?:um )?(?<time2>${time})(?:,? (?<day2>${day}))?)|(?<day3>${day}) (?:at|by|um|bis) (?<time3>${time}|\\d{1,2}(?![.:]?\\d)))(?!\\p{L})`,
  'giu',
);
const spans = new RegExp(
  `(?<!\\p{L})(?:within|innerhalb(?: von)?|binnen|in den nächsten)(?: the)?(?: next)? (?<count>\\d{1,3}|${Object.keys(counts).join('|')}) (?<unit>minutes?|min|hours?|h|days?|minuten?|stunden?|std|tag(?:en|e|es)?)(?!\\p{L})`,
  'giu',
);

function readTime(words: string): { hour: number; minute: number } | undefined {
  const named = hours[words.toLowerCase()];
  if (named !== undefined) return { hour: named, minute: 0 };
  const [first, second] = words.match(/\d+/g) ?? [];
  let hour = Number(first);
  if (/[ap]\.?m/i.test(words)) hour = (hour % 12) + (/p\.?m/i.test(words) ? 12 : 0);
  return hour <= 24 ? { hour, minute: Number(second ?? 0) } : undefined;
}

/** How many days from today; the weekday of today is today. */
function readDay(words: string, today: Date): number {
  const word = words.toLowerCase();
  const weekday = weekdays.findIndex((names) => names.includes(word));
  return weekday < 0 ? (daysAhead[word] ?? 0) : (weekday - today.getDay() + 7) % 7;
}

/** Undefined where it has passed: nobody promises that. */
function dueAt(dayWords: string | undefined, timeWords: string | undefined, now: number) {
  const today = new Date(now);
  // "by Friday" is kept until that day is over.
  const time = timeWords === undefined ? { hour: 23, minute: 59 } : readTime(timeWords);
  if (!time) return undefined;
  const due = (ahead: number) =>
    new Date(
      today.getFullYear(),
      today.getMonth(),
      today.getDate() + ahead,
      time.hour,
      time.minute,
    );
  const ahead = dayWords === undefined ? 0 : readDay(dayWords, today);
  const first = due(ahead);
  if (first.getTime() > now) return first;
  const isWeekday = dayWords !== undefined && daysAhead[dayWords.toLowerCase()] === undefined;
  if (isWeekday) return due(ahead + 7);
  return dayWords === undefined ? due(ahead + 1) : undefined;
}

function dueWithin(count: string, unit: string, now: number): Date {
  const length = units.find(([names]) => names.test(unit))?.[1] ?? 0;
  return new Date(now + (counts[count.toLowerCase()] ?? Number(count)) * length);
}

function sentenceAround(text: string, from: number, to: number): string {
  const before =
    text
      .slice(0, from)
      .split(/(?<=[.!?])\s|\n/)
      .at(-1) ?? '';
  const after = text.slice(to).split(/(?<=[.!?])\s|\n/, 1)[0] ?? '';
  return (before + text.slice(from, to) + after).trim();
}

/** The end of a stretch ("9:00 until 18:00", "from Monday until Friday") is no deadline. */
function isStretch(before: string): boolean {
  const ends = new RegExp(`(?:\\d|uhr|${half}|${day})\\s*$`, 'iu');
  const begins = new RegExp(
    `\\b(?:from|between|von|zwischen) (?:\\d|${day})[^.?!\\n]{0,20}$`,
    'iu',
  );
  return ends.test(before) || begins.test(before);
}

function isAskedOfReader(sentence: string): boolean {
  if (sentence.endsWith('?')) return true;
  return /\b(?:please|bitte)\b/i.test(sentence) && !/\b(?:we|i|wir|ich)\b/i.test(sentence);
}

type Deadline = { match: RegExpMatchArray; due: Date | undefined };

function deadlines(reply: string, now: number): Deadline[] {
  const found: Deadline[] = [];
  for (const match of reply.matchAll(moments)) {
    const { day, day2, day3, time, time2, time3 } = match.groups ?? {};
    const said = time ?? time2 ?? time3;
    // "before Friday" is not "by Friday"; when it would be kept is anybody's guess.
    if (said === undefined && /^(?:before|vor)/i.test(match[0])) continue;
    found.push({ match, due: dueAt(day ?? day2 ?? day3, said, now) });
  }
  for (const match of reply.matchAll(spans)) {
    const { count = '', unit = '' } = match.groups ?? {};
    found.push({ match, due: dueWithin(count, unit, now) });
  }
  return found.sort((one, other) => (one.match.index ?? 0) - (other.match.index ?? 0));
}

/** What the reply promises, as it reads, each moment once; `now` is when it is written. */
export function findsPromises(reply: string, now: number): Found[] {
  const found: Found[] = [];
  for (const { match, due } of deadlines(reply, now)) {
    const [words] = match;
    const from = match.index ?? 0;
    const sentence = sentenceAround(reply, from, from + words.length);
    if (!due || isStretch(reply.slice(0, from)) || isAskedOfReader(sentence)) continue;
    const at = due.toISOString();
    if (found.every(({ dueAt }) => dueAt !== at)) found.push({ words, sentence, dueAt: at });
  }
  return found;
}
