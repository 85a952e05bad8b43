/** "1,204". */
export function grouped(count: number): string {
  return count.toLocaleString('en-GB');
}

/** "1 contact", "12 contacts", "1,204 contacts". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** "Statistics", "Statistics and Uploads", "Statistics, Uploads and Mail". */
export function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
