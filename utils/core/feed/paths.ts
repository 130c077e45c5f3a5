/** The paths of a feed on a mirror. */
export const HEAD_PATH = "/v2/head";
export const REACHABLE_PATH = "/v2/reachable";
/** On the server that takes reports, where it is a vantage: one host name is asked about, by a person's press. */
export const ASK_PATH = "/v2/ask";

/** The path of a root document, by its number. */
export function rootPath(number: number): string {
  return `/v2/root-${number}`;
}

/** The path of a body, by its hash: two heads that name one body name one file. */
export function bodyPath(sha256: string): string {
  return `/v2/body-${sha256}.json`;
}
