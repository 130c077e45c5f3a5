/** The name under which browsers in tests reach mirrors of the feed on this machine. By an address of this machine they would prove nothing of the internet. */
export const MIRROR_HOST = "mirror.feed.example";

/** The address of a mirror on this machine by its public name. Reports may only go to the other one: over http a network could read them. */
export function publicMirror(url: string): string {
  return url.replace("127.0.0.1", MIRROR_HOST);
}
