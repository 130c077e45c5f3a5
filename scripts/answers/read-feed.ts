import type { Feed } from "../../utils/core/feed/feed.ts";
import { isFeedFresh } from "../../utils/core/feed/freshness.ts";
import { DAY, MINUTE, SECOND } from "../../utils/core/time.ts";
import { askMirrors } from "./ask-mirrors.ts";
import type { Folder } from "./cache-folder.ts";
import type { FeedSetting } from "./feed-setting.ts";
import { type KeptFeed, loadKept, nothingKept, saveKept } from "./kept-feed.ts";

/** How current the feed is. Times are ISO. */
export type FeedState = {
  /**
   * `fresh`: a mirror had it within the last minute. `kept`: the mirrors gave nothing good, and the last good copy has not expired.
   * `stale`: it has; it is no evidence. `none`: there is no copy at all.
   */
  state: "fresh" | "kept" | "stale" | "none";
  issued: string | null;
  /** When a mirror last had a good copy. */
  checked: string | null;
  ageSeconds: number | null;
  /** Why the mirrors gave nothing good, one reason a mirror; empty where one did. */
  reasons: readonly string[];
  /** What else a person should know: a cache that cannot be written, a feed with two histories. */
  warnings: readonly string[];
};

/** `feed`: null unless it is evidence. */
export type FeedReading = { status: FeedState; feed: Feed | null; setting: FeedSetting | null };

/** A copy that was checked within this time is not asked for again. As in the popup. */
const FRESH_FOR = MINUTE;

const NOT_SET = "no feed is set: give --feed URL and --key KEY, or set FEED_MIRRORS and FEED_ROOT_KEY";

/**
 * Reads the feed: the kept copy where it is young, else from the mirrors.
 * @param setting null where no feed is set
 * @param refresh asks the mirrors also where the kept copy is young
 */
export async function readFeed(setting: FeedSetting | null, folder: Folder, refresh: boolean): Promise<FeedReading> {
  const nothing = { state: "none", issued: null, checked: null, ageSeconds: null } as const;
  if (setting === null) return { status: { ...nothing, reasons: [NOT_SET], warnings: [] }, feed: null, setting };
  const warnings: string[] = [];
  const loaded = await loadKept(folder, setting.root);
  if (loaded === "damaged") warnings.push(`the kept copy in ${folder.path} is damaged, and is not used`);
  const before = loaded === null || loaded === "damaged" ? nothingKept(setting.root) : loaded;
  const age = before.checked === null ? Number.POSITIVE_INFINITY : Date.now() - Date.parse(before.checked);
  // A negative age: a wrong clock dated the copy.
  const isYoung = age >= 0 && age < FRESH_FOR && isFeedFresh(before.feed, Date.now());
  const { kept, trouble } =
    isYoung && !refresh ? { kept: before, trouble: null } : await askMirrors(shuffled(setting), before, !(age >= 0 && age < DAY));
  if (kept !== before) await save(folder, setting, kept, warnings);
  if (kept.forked !== null) warnings.push(`the feed shows different people different things (${kept.forked})`);
  return { ...describe(kept, trouble ?? [], warnings), setting };
}

async function save(folder: Folder, { root }: FeedSetting, kept: KeptFeed, warnings: string[]): Promise<void> {
  try {
    await saveKept(folder, root, kept);
  } catch (problem) {
    const code = (problem as NodeJS.ErrnoException).code ?? "";
    warnings.push(`no copy can be kept in ${folder.path} (${code}), so an older feed could not be told from a newer one next time`);
  }
}

function describe({ feed, checked }: KeptFeed, reasons: readonly string[], warnings: readonly string[]): Omit<FeedReading, "setting"> {
  const now = Date.now();
  if (feed === null) return { status: { state: "none", issued: null, checked, ageSeconds: null, reasons, warnings }, feed: null };
  const isGood = isFeedFresh(feed, now);
  const state = isGood ? (reasons.length === 0 ? "fresh" : "kept") : "stale";
  const ageSeconds = Math.max(0, Math.round((now - Date.parse(feed.issued)) / SECOND));
  return { status: { state, issued: feed.issued, checked, ageSeconds, reasons, warnings }, feed: isGood ? feed : null };
}

/** Each mirror gets its share of the requests. */
function shuffled(setting: FeedSetting): FeedSetting {
  const mirrors = setting.mirrors.map((mirror) => ({ mirror, order: Math.random() })).toSorted((one, other) => one.order - other.order);
  return { ...setting, mirrors: mirrors.map(({ mirror }) => mirror) };
}
