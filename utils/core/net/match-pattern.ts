/**
 * The match pattern of everything on the host of an address, by http and https, as host permissions name it. Without the port: Firefox
 * refuses a pattern that has one.
 */
export function hostPattern(address: string): string {
  return `*://${new URL(address).hostname}/*`;
}
