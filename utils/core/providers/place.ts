/** `aws/us-east-1`, or `fastly` where there is no region: the form of a provider's subject, and of a report's `on`. */
export function placeId(provider: string, region: string | null): string {
  return region === null ? provider : `${provider}/${region}`;
}

/** Takes a subject apart again. */
export function parsePlaceId(subject: string): { provider: string; region: string | null } {
  const slash = subject.indexOf("/");
  if (slash < 0) return { provider: subject, region: null };
  return { provider: subject.slice(0, slash), region: subject.slice(slash + 1) };
}

/** Whether something placed `on` stands inside the subject: the same region, or any region of a whole provider. */
export function isWithin(on: string | null, subject: string): boolean {
  return on !== null && (on === subject || (on.startsWith(subject) && on[subject.length] === "/"));
}
