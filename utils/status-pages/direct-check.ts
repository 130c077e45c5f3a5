import { browser } from "#imports";
import type { DirectQuestion } from "../core/view/direct-question.ts";
import { ASK_SPACING, askedAt } from "../feed/direct-answers.ts";
import { fetchDocument } from "../net/fetch-document.ts";
import { loadServices, publishedSources } from "../providers/known-services.ts";
import { loadPublicSuffixes } from "../replacements/public-suffix.ts";
import { openDatabase } from "../storage/database.ts";
import { readStatus, statusSources } from "./read-status.ts";
import { type DirectOutcome, takeReadings } from "./take-readings.ts";

/** Bytes: as many as the feed server accepts. */
const LARGEST = 4 * 1024 * 1024;

/** Status pages that can be asked directly, ready for a click. */
export type DirectCheck = {
  /** The provider or site that they are asked about, by its id. */
  about: string;
  isSite: boolean;
  /** The extension has access to them already; else the person is asked for it. */
  isAllowed: boolean;
  /** They were not asked within the last minute. */
  isDue: boolean;
  /** Asks them. Call it first in a click handler: browsers allow the question for access only directly after a click. */
  ask(): Promise<DirectOutcome>;
};

/** Prepares the question about a site or provider; null where neither has a page that can be read. */
export async function prepareDirectCheck({ site, provider }: DirectQuestion): Promise<DirectCheck | null> {
  await loadServices(openDatabase());
  const sources = statusSources(site, provider, publishedSources());
  const [first] = sources;
  if (first === undefined) return null;
  const isSite = first.site !== null;
  const about = first.site ?? first.provider;
  // A status page may lead to its own site only.
  await loadPublicSuffixes();
  const origins = sources.map(({ url }) => `${new URL(url).origin}/*`);

  return {
    about,
    isSite,
    isAllowed: await browser.permissions.contains({ origins }),
    isDue: Math.abs(Date.now() - (await askedAt(about))) >= ASK_SPACING,
    async ask() {
      // This comes first: after anything else a browser no longer takes it for the answer to a click.
      if (!(await browser.permissions.request({ origins }).catch(() => browser.permissions.contains({ origins })))) return "not-allowed";
      if (Math.abs(Date.now() - (await askedAt(about))) < ASK_SPACING) return "too-soon";
      const readings = await Promise.all(
        sources.map(async (source) => {
          const bytes = await fetchDocument("statusPage", source.url, LARGEST);
          return bytes === null ? null : readStatus(source, bytes, Date.now());
        }),
      );
      return await takeReadings(about, readings);
    },
  };
}
