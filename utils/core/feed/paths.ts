/** The paths of a feed on a mirror. */
export const HEAD_PATH = "/v2/head";
export const REACHABLE_PATH = "/v2/reachable";

/** The path of a root document, by its number. */
export function rootPath(number: number): string {
  return `/v2/root-${number}`;
}
