import { hostOf, isPrivateHost } from "../core/net/site-name.ts";

/**
 * Whether a mirror is on this device or its own network, as its host says. That one answers proves nothing of the internet. A public name
 * counts as public wherever it leads: extensions are not told addresses of what they fetch.
 */
export function isPrivateMirror(mirror: string): boolean {
  return isPrivateHost(hostOf(mirror) ?? "");
}

/** The mirrors whose answers say something about the connection: those on the internet, or all where there is none. */
export function tellingMirrors(mirrors: readonly string[]): readonly string[] {
  const onInternet = mirrors.filter((mirror) => !isPrivateMirror(mirror));
  return onInternet.length > 0 ? onInternet : mirrors;
}
