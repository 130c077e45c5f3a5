import { adapterFor } from "../core/status-pages/formats.ts";
import type { Reading } from "../core/status-pages/parsing/adapter.ts";
import type { Source } from "../core/status-pages/source.ts";
import { SOURCES } from "../core/status-pages/source-table.ts";

/*
 * The list of sources and the parsers that the feed server uses too, for asking one status page directly. The popup loads this file
 * only where no feed answers: it is as large as half of the popup.
 */

/** The status pages of a site where it has some, else those of a provider. */
export function statusSources(site: string | null, provider: string | null): readonly Source[] {
  const own = site === null ? [] : SOURCES.filter((source) => source.site === site);
  return own.length > 0 ? own : SOURCES.filter((source) => source.provider === provider && source.site === null);
}

/**
 * Parses what a status page answered, here on the page: no worker with a deadline stands between, as on the server. What protects the page
 * are the parsers' own limits: 4 MB, `MAX_TEXT_LENGTH`, `MAX_NESTING`, and no pattern whose work grows faster than its text
 * (`tests/unit/status-pages/long-runs.test.ts`).
 * @param now milliseconds of the epoch
 */
export function readStatus({ format, id, provider, site, page, url }: Source, bytes: Uint8Array, now: number): Reading {
  return adapterFor(format)?.read(bytes, { id, provider, site, page, url, now }) ?? { parsed: false, incidents: [], unknown: [] };
}
