import type { PublishedSource } from "../core/status-pages/catalogue-document.ts";
import { adapterFor } from "../core/status-pages/formats.ts";
import type { Reading } from "../core/status-pages/parsing/adapter.ts";
import { BUILT_IN_SOURCES } from "../core/status-pages/source-table.ts";

/*
 * The list of sources and the parsers that the feed server uses too, for asking one status page directly. The popup loads this file
 * only where no feed answers: it is as large as half of the popup.
 */

/**
 * The status pages of a site where it has some that this build can read, else those of a provider.
 * @param published those that the feed's catalogue has; what the build says of a site or a provider comes first
 */
export function statusSources(
  site: string | null,
  provider: string | null,
  published: readonly PublishedSource[],
): readonly PublishedSource[] {
  const isReadable = ({ format }: PublishedSource) => adapterFor(format) !== null;
  const ofSite = (source: PublishedSource) => source.site !== null && source.site === site && isReadable(source);
  const ofProvider = (source: PublishedSource) => source.site === null && source.provider === provider && isReadable(source);
  const choices = [ofSite, ofProvider].flatMap((isOne) => [BUILT_IN_SOURCES.filter(isOne), published.filter(isOne)]);
  return choices.find((sources) => sources.length > 0) ?? [];
}

/**
 * Parses what a status page answered, here on the page: no worker with a deadline stands between, as on the server. What protects the page
 * are the parsers' own limits: 4 MB, `MAX_TEXT_LENGTH`, `MAX_NESTING`, and no pattern whose work grows faster than its text
 * (`tests/unit/status-pages/long-runs.test.ts`).
 * @param now milliseconds of the epoch
 */
export function readStatus({ format, id, provider, site, page, url }: PublishedSource, bytes: Uint8Array, now: number): Reading {
  return adapterFor(format)?.read(bytes, { id, provider, site, page, url, now }) ?? { parsed: false, incidents: [], unknown: [] };
}
