// A public text must not name our machines: host names and IP addresses help nobody who is waiting,
// and somebody who means harm. It is a hint; a person decides.

/** Domains that exist inside only. */
const inside =
  /\b[a-z0-9][a-z0-9.-]*\.(?:local|localdomain|internal|intranet|intra|lan|corp|private)\b/gi;

/** A role and a number: "db-03", "web1.fra", "k8s-node-7". Everyday words are not among the roles. */
const machine =
  /\b(?:[a-z0-9]+-)*(?:db|sql|mysql|mariadb|postgres|pg|mongo|redis|cache|kafka|web|www|app|api|srv|server|host|node|vm|mail|smtp|mx|imap|ns|dns|proxy|lb|haproxy|nginx|worker|storage|nas|san|esx|pve|switch|router|fw)-?\d{1,4}(?:\.[a-z0-9-]+)*\b/gi;

const localhost = /\blocalhost\b/gi;

const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const ipv4 = new RegExp(`(?<![\\d.])(?:${octet}\\.){3}${octet}(?![\\d]|\\.\\d)`, 'g');

/** Whole, or shortened with "::"; a time of day ("14:05:10") is neither. */
const ipv6 =
  /(?<![\w:])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:)*[0-9a-f]{0,4}::[0-9a-f]{0,4}(?::[0-9a-f]{1,4})*)(?![\w:])/gi;

/** What in a text looks like a name or an address of ours, each once, as it is written. */
export function looksInternal(text: string): string[] {
  const found = [inside, machine, localhost, ipv4, ipv6].flatMap((pattern) => [
    ...text.matchAll(pattern),
  ]);
  const longestFirst = found
    .map((match) => ({ from: match.index, word: match[0] }))
    .filter(({ word }) => /[0-9a-z]/i.test(word))
    .sort((one, other) => one.from - other.from || other.word.length - one.word.length);
  const words: string[] = [];
  let end = 0;
  for (const { from, word } of longestFirst) {
    if (from < end) continue;
    end = from + word.length;
    if (!words.includes(word)) words.push(word);
  }
  return words;
}
