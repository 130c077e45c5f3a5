import { readOwnFile } from "../browser/own-files.ts";
import { createSuffixes } from "../core/net/suffix-list.ts";

/*
 * The public suffix list of the build, in place of the library that commands and server use (`utils/core/net/public-suffix.ts`). It is a
 * file that is read and no module: a service worker whose modules import JSON does not start a second time (Chromium 156, 2026-11-30:
 * "Receiving end does not exist" at 30 of 30 restarts).
 */

let find: ((host: string) => string) | null = null;
let loading: Promise<void> | null = null;

/** Reads the list, once. Await it before the first host is judged. @throws where the file cannot be read; the next call tries again */
export function loadPublicSuffixes(): Promise<void> {
  loading ??= readList().catch((problem: unknown) => {
    loading = null;
    throw problem;
  });
  return loading;
}

async function readList(): Promise<void> {
  find = createSuffixes(await (await readOwnFile("/public-suffixes.txt")).text());
}

/** The public suffix of a host name. @throws before `loadPublicSuffixes` */
export function publicSuffixOf(host: string): string {
  if (find === null) throw new Error("the public suffix list is not loaded yet");
  return find(host);
}
