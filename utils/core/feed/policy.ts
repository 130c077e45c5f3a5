import { readFeedForm } from "./form.ts";

/** What an organisation sets for its people's browsers. `public/managed-schema.json` describes it to Chrome. */
export type FeedPolicy = {
  feeds: { mirrors: string[]; rootKey: string }[];
  /** The feed of the build is not used. */
  onlyThese: boolean;
  /** Status pages may be asked by themselves; null leaves it to the person. */
  askStatusPages: boolean | null;
  /** What was wrong and is left out, for the console. */
  problems: string[];
};

/** Reads a managed policy. What does not hold is left out and told; the rest counts. By hand: a schema library is half a popup. */
export function readFeedPolicy(value: unknown): FeedPolicy {
  const { feeds = [], onlyTheseFeeds = false, askStatusPages = null } = isRecord(value) ? value : {};
  const readings = (Array.isArray(feeds) ? feeds : []).map((feed: unknown) => {
    const { mirrors, rootKey } = isRecord(feed) ? feed : {};
    return readFeedForm(Array.isArray(mirrors) ? mirrors.join("\n") : "", typeof rootKey === "string" ? rootKey : "");
  });
  return {
    feeds: readings.flatMap((reading) => (reading.ok ? [{ mirrors: reading.mirrors, rootKey: reading.rootKey }] : [])),
    onlyThese: onlyTheseFeeds === true,
    askStatusPages: typeof askStatusPages === "boolean" ? askStatusPages : null,
    problems: readings.flatMap((reading) => (reading.ok ? [] : [`${reading.problem}: ${reading.about}`])),
  };
}

function isRecord(value: unknown): value is { [key: string]: unknown } {
  return typeof value === "object" && value !== null;
}
