import { read, remove, write } from "../storage/browser-storage.ts";
import { FOUND_PAGES } from "../storage/keys.ts";

/** Pages that are remembered. Judged: a person looks for few. */
const MAX_FOUND = 100;

/** The address at which the status page of a site was last found; null where none was. */
export async function foundPage(site: string): Promise<string | null> {
  return (await read(FOUND_PAGES))[site] ?? null;
}

/** Remembers where the status page of a site was found; with null forgets it. Beyond the limit the one found longest ago goes. */
export async function rememberPage(site: string, address: string | null): Promise<void> {
  const { [site]: _, ...others } = await read(FOUND_PAGES);
  const pages = address === null ? Object.entries(others) : [...Object.entries(others), [site, address] as const];
  await write(FOUND_PAGES, Object.fromEntries(pages.slice(-MAX_FOUND)));
}

/** Erases what was found of one site, or with null everything. */
export async function eraseFoundPages(site: string | null): Promise<void> {
  await (site === null ? remove(FOUND_PAGES) : rememberPage(site, null));
}
