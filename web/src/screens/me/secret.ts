/** "JBSW Y3DP EHPK": as it is typed from one screen into another. */
export function inFours(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? '';
}
