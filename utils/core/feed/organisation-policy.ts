import { readFeedForm } from "./added-feed-form.ts";

/** The settings that an organisation manages in its browsers. `public/managed-schema.json` describes them to Chrome. */
export type FeedPolicy = {
  feeds: { mirrors: string[]; rootKey: string }[];
  /** Whether the built-in feed is not used. */
  onlyThese: boolean;
  /** Whether status pages may be asked directly; null leaves the choice to the person. */
  askStatusPages: boolean | null;
  /** Whether the feed's server may be asked about a host, by a press; null leaves the choice to the person. */
  askElsewhere: boolean | null;
  /** Whether people may look for the status page of a failing site, by a press. */
  lookForStatusPages: boolean;
  /** The entries that are wrong and left out, for the console. */
  problems: string[];
};

/**
 * Reads a managed policy. Wrong entries are left out and listed in `problems`. It does without the schema library, which is half as large
 * as the popup.
 */
export function readFeedPolicy(value: unknown): FeedPolicy {
  const {
    feeds = [],
    onlyTheseFeeds = false,
    askStatusPages = null,
    askElsewhere = null,
    lookForStatusPages,
  } = isRecord(value) ? value : {};
  const readings = (Array.isArray(feeds) ? feeds : []).map((feed: unknown) => {
    const { mirrors, rootKey } = isRecord(feed) ? feed : {};
    return readFeedForm(Array.isArray(mirrors) ? mirrors.join("\n") : "", typeof rootKey === "string" ? rootKey : "");
  });
  return {
    feeds: readings.flatMap((reading) => (reading.ok ? [{ mirrors: reading.mirrors, rootKey: reading.rootKey }] : [])),
    onlyThese: onlyTheseFeeds === true,
    askStatusPages: typeof askStatusPages === "boolean" ? askStatusPages : null,
    askElsewhere: typeof askElsewhere === "boolean" ? askElsewhere : null,
    lookForStatusPages: lookForStatusPages !== false,
    problems: readings.flatMap((reading) => (reading.ok ? [] : [`${reading.problem}: ${reading.about}`])),
  };
}

function isRecord(value: unknown): value is { [key: string]: unknown } {
  return typeof value === "object" && value !== null;
}
