/** "€49.00": minor units as people write them. */
export function money({ minor, currency }: { minor: number; currency: string }): string {
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(minor / 10 ** digits);
}
