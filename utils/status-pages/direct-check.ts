import { browser } from "#imports";
import type { DirectQuestion } from "../core/view/direct-question.ts";
import { ASK_SPACING, askedAt } from "../feed/direct-answers.ts";
import { send } from "../messages/messaging.ts";
import { fetchDocument } from "../net/fetch-document.ts";

const MAX_INCIDENTS = 100;
/** As much as the feed server takes. */
const LARGEST = 4 * 1024 * 1024;

/** A status page that can be asked directly, ready for a click. */
export type DirectCheck = {
  /** Whom it is asked about: a provider's id or a site's. */
  about: string;
  isSite: boolean;
  /** The browser may ask it already; else it has to ask the person first. */
  isAllowed: boolean;
  /** It was not asked within the last minute. */
  isDue: boolean;
  /** Asks; call it from the click itself, because browsers only then let a permission be asked for. */
  ask(): Promise<DirectOutcome>;
};

/** `trouble`: it tells of something open. `nothing`: it was read and tells of nothing, which is not the same as health. */
export type DirectOutcome = "trouble" | "nothing" | "unreadable" | "too-soon" | "not-allowed";

/** What can be asked about a question; null where nobody has a page that can be read. */
export async function prepareDirectCheck({ site, provider }: DirectQuestion): Promise<DirectCheck | null> {
  const { readStatus, statusSources } = await import("./read-status.ts");
  const sources = statusSources(site, provider);
  const [first] = sources;
  if (first === undefined) return null;
  const isSite = first.site !== null;
  const about = first.site ?? first.provider;
  const origins = sources.map(({ url }) => `${new URL(url).origin}/*`);

  return {
    about,
    isSite,
    isAllowed: await browser.permissions.contains({ origins }),
    isDue: Math.abs(Date.now() - (await askedAt(about))) >= ASK_SPACING,
    async ask() {
      // The question comes first: after anything else a browser no longer sees the click in it.
      if (!(await browser.permissions.request({ origins }).catch(() => browser.permissions.contains({ origins })))) return "not-allowed";
      if (Math.abs(Date.now() - (await askedAt(about))) < ASK_SPACING) return "too-soon";
      const readings = await Promise.all(
        sources.map(async (source) => {
          const bytes = await fetchDocument("statusPage", source.url, LARGEST);
          return bytes === null ? null : readStatus(source, bytes, Date.now());
        }),
      );
      const read = readings.filter((reading) => reading?.parsed === true);
      const open = read.flatMap((reading) => reading?.incidents ?? []).filter(({ status }) => status !== "resolved");
      const incidents = open.slice(0, MAX_INCIDENTS);
      // A page in words that nobody knows, with nothing told in others, was not understood.
      const ok = read.length === readings.length && (incidents.length > 0 || read.every((reading) => reading?.unknown.length === 0));
      await send("takeDirectAnswer", { about, ok, incidents });
      if (incidents.some(({ severity }) => severity !== "maintenance")) return "trouble";
      return ok ? "nothing" : "unreadable";
    },
  };
}
