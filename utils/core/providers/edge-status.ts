/** The provider that alone uses a status: Cloudflare answers 520 to 527 and 530 where it could not reach the origin. Null for others. */
export function edgeOfStatus(status: number): string | null {
  return (status >= 520 && status <= 527) || status === 530 ? "cloudflare" : null;
}
