/**
 * The host that a link leads to, with its port where that is not the default one. People see it beside the link, so that they know where a
 * press takes them. In ASCII, as browsers write hosts (`xn--…`): letters that look like others cannot deceive.
 * @returns null for a text that may not be a link
 */
export function linkHost(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, host } = new URL(address);
  return protocol === "https:" ? host : null;
}
