// A partner's customers read nothing of us, but a word that somebody writes reaches them as it
// is. It is a hint; a person decides.

type Brand = { name: string; is_default: boolean };

const letter = /[\p{L}\p{N}]/u;

/** Does the name stand there as a word of its own, in whatever case? */
function isNamed(text: string, name: string): boolean {
  const all = text.toLowerCase();
  const word = name.toLowerCase();
  for (let at = all.indexOf(word); word && at >= 0; at = all.indexOf(word, at + 1)) {
    const before = [...all.slice(0, at)].at(-1) ?? '';
    const [after = ''] = all.slice(at + word.length);
    if (!letter.test(before) && !letter.test(after)) return true;
  }
  return false;
}

/** Our name, where the text says it and there are partners whose customers would read it. */
export function namesUs(text: string, brands: readonly Brand[]): string | undefined {
  if (brands.every(({ is_default }) => is_default)) return undefined;
  return brands.find(({ is_default, name }) => is_default && isNamed(text, name))?.name;
}
