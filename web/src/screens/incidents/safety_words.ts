// "Is my data safe?", as it is answered on the page.
import type { Tone, toneIcons } from '@/design/tone';
import type { DataSafety } from './data';

type Words = { words: string; tone: Tone; icon?: keyof typeof toneIcons };

export const safetyWords: Record<DataSafety, Words> = {
  not_yet_known: { words: 'Not yet known', tone: 'unk' },
  safe: { words: 'Safe', tone: 'ok' },
  at_risk: { words: 'At risk', tone: 'warn' },
  lost: { words: 'Some is lost', tone: 'bad' },
};
