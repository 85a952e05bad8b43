// Waits for a condition, never for a time.
const lookAgainMs = 50;

export async function until<T>(
  what: string,
  look: () => Promise<T | undefined | false | null>,
  withinMs = 10_000,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > deadline) throw new Error(`waited ${withinMs} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
  }
}
