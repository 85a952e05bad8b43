// What a draft asks a customer for, in English and German, so that nobody has to say twice what we
// have on file (WCAG 3.3.7). It rather misses a rare wording than warn where nothing was asked:
// "we sent it to your e-mail address" tells, "tell us your e-mail address" asks.

export const kinds = ['email', 'phone', 'name', 'account', 'plan', 'zone'] as const;
export type Kind = (typeof kinds)[number];

// "your current e-mail address" is one, "your gallery name" is not your name.
const any = '(?:[\\p{L}-]+ ){0,2}?';
const nouns: Record<Kind, string> = {
  email: `${any}(?:e-?mail(?:[- ]address|[- ]?adresse)?|mail[- ]?adresse|mail address)`,
  phone: `${any}(?:(?:tele|mobile )?phone(?: number)?|(?:mobile|cell|contact|call-?back) number|(?:telefon|ruf|handy|mobil|rückruf)nummer)`,
  name: '(?:full |first |last |own |vollständigen )?(?:name|namen|vornamen?|nachnamen?)',
  account: '(?:account|company|studio|business) name|firmennamen?|kontonamen?',
  plan: `${any}(?:plan|tarif)`,
  zone: `${any}(?:time ?zone|zeitzone)`,
};

const gap = '[^.?!;:\\n]{0,60}?';
// "tell us if ..." and "let us know when ..." ask for something else.
const gives =
  '(?:send|tell|give|provide|share|confirm|state|specify|name|reply with|let (?:me|us) (?:know|have)|' +
  "what(?:’s|'s| is| are|s)|may (?:i|we) (?:have|ask)|(?:can|could) (?:i|we) (?:have|get)|" +
  "(?:i|we)(?: will| would|’ll|'ll)?(?: also| still)? need|" +
  'nennen|sagen|geben|schicken|senden|schreiben|bestätigen|verraten|teilen|mitteilen|' +
  'wie (?:lautet|lauten|ist)|was ist|(?:brauchen|brauche|benötigen|benötige)(?: wir| ich)?|' +
  '(?:können|könnten|würden|dürften|dürfen) (?:sie|wir|ich)(?: (?:mir|uns|um))?|' +
  'kannst du|könntest du|nenn|sag|gib|schick)\\b(?!(?: \\p{L}+){0,3},? (?:if|when|whether|once|ob|wenn|sobald)\\b)';
const yours = '(?:your|ihren?|ihrem|ihre|ihr|deinen?|deine|dein)';
// "a phone number" is his, "a name" may be that of his gallery.
const yoursOrAny = yours.replace(')', '|a|an|the best|eine|einen)');
const anyWillDo: readonly Kind[] = ['email', 'phone'];
const which = '(?:which|what|on which|on what|at which|welche[mnrs]?|unter welcher|an welche)';

function pattern(kind: Kind): RegExp {
  const noun = nouns[kind];
  const whose = anyWillDo.includes(kind) ? yoursOrAny : yours;
  const end = '(?![\\p{L}\\p{N}])';
  return new RegExp(
    [
      // "send us your phone number", "nennen Sie uns Ihre Telefonnummer"
      `\\b${gives}${gap}\\b${whose} (?:${noun})${end}`,
      // "which e-mail address do you use?", "unter welcher Telefonnummer erreichen wir Sie?"
      `\\b${which} (?:${noun})${end}[^.!;:\\n]*\\?`,
      // "your phone number, please", "Ihre Telefonnummer bitte"
      `\\b${yours} (?:${noun})${end},? (?:please|bitte)\\b`,
    ].join('|'),
    'iu',
  );
}

const patterns = kinds.map((kind) => [kind, pattern(kind)] as const);
// These ask without naming what they ask for.
const waysToCall =
  /\b(?:(?:what|which) (?:is the )?(?:best )?number\b[^.!\n]*\b(?:reach|call)\b|number (?:can|may|should) (?:i|we) (?:reach|call)|welche(?:r)? nummer\b[^.!\n]*\b(?:erreichen|anrufen)|wie (?:können|kann) (?:wir|ich) sie (?:telefonisch|am telefon) erreichen)/iu;

/** Each kind at most once, in the order of `kinds`. Quoted lines are not the draft's. */
export function asksFor(draft: string): Kind[] {
  const said = draft
    .split('\n')
    .filter((line) => !line.startsWith('>'))
    .join('\n');
  return patterns
    .filter(([kind, asks]) => asks.test(said) || (kind === 'phone' && waysToCall.test(said)))
    .map(([kind]) => kind);
}
