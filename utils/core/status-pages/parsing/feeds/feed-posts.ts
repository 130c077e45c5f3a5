import { latest } from "../parse-time.ts";
import type { Stage } from "../stage.ts";
import { vocabulary } from "../unknown-values.ts";
import { stampOf } from "./post-stamp.ts";

/** A post inside of an item of a feed. */
export type FeedPost = { at: number | null; stage: Stage | "update" | null; text: string };
/** What the body of an item holds: posts, the newest first, and lines such as "Severity: major". Keys in lower case, singular. */
export type FeedBody = { posts: FeedPost[]; fields: ReadonlyMap<string, string> };

/** The words with which posts in feeds begin, in the languages of pages that are read. */
export const POST_WORDS = vocabulary<Stage | "update">({
  investigating: "investigating",
  detected: "investigating",
  reported: "investigating",
  open: "investigating",
  active: "investigating",
  ongoing: "investigating",
  identified: "identified",
  monitoring: "monitoring",
  watching: "monitoring",
  mitigated: "monitoring",
  recovering: "monitoring",
  update: "update",
  updated: "update",
  resolved: "resolved",
  fixed: "resolved",
  closed: "resolved",
  completed: "resolved",
  complete: "resolved",
  restored: "resolved",
  recovered: "resolved",
  postmortem: "resolved",
  "post-mortem": "resolved",
  "all clear": "resolved",
  scheduled: "planned",
  planned: "planned",
  upcoming: "planned",
  "not started": "planned",
  "in progress": "identified",
  started: "identified",
  verifying: "monitoring",
  untersuchung: "investigating",
  identifiziert: "identified",
  beobachtung: "monitoring",
  behoben: "resolved",
  gelöst: "resolved",
  geplant: "planned",
  abgeschlossen: "resolved",
  investigando: "investigating",
  identificado: "identified",
  monitoreando: "monitoring",
  monitorando: "monitoring",
  resuelto: "resolved",
  solucionado: "resolved",
  resolvido: "resolved",
  programado: "planned",
  agendado: "planned",
  "en cours": "investigating",
  identifié: "identified",
  surveillance: "monitoring",
  résolu: "resolved",
  planifié: "planned",
  terminé: "resolved",
  調査中: "investigating",
  特定済み: "identified",
  監視中: "monitoring",
  経過観察: "monitoring",
  復旧: "resolved",
  復旧済み: "resolved",
  解決済み: "resolved",
  解決: "resolved",
  予定: "planned",
  完了: "resolved",
  调查中: "investigating",
  已定位: "identified",
  监控中: "monitoring",
  已解决: "resolved",
  已恢复: "resolved",
});

const WORD = [...POST_WORDS.keys()].sort((one, other) => other.length - one.length).join("|");
/** "Resolved - …", "[Investigating] …", "Identified: …", "Monitoring", "Resolved (10:05)". */
const HEAD = new RegExp(`^[^\\p{L}\\d]{0,4}(${WORD})(?=$|\\s*[\\])】]|\\s*(?:[-–—:：|(]|\\.?$))[\\])】]?\\s{0,3}[-–—:：|]?\\s{0,3}`, "iu");
const FIELD =
  /^\W{0,3}(status|state|severity|impact|resolved|ended|end|end time|started|start|start time|begin|began|detected|created|updated|last updated|affected components?|affected services?|affected products?|affected regions?|components?|services?|products?|regions?|locations?|estado|statut|zustand|stav|状态|ステータス)(?: at| time| on)?\s{0,3}[:：]\s{0,3}(.{1,300})$/iu;

/** The word at the beginning of a text as a stage; null where it begins with none. */
export function leadingStage(text: string): Stage | "update" | null {
  const word = HEAD.exec(text)?.[1];
  return word === undefined ? null : (POST_WORDS.get(word.toLowerCase()) ?? null);
}

/**
 * Finds the posts and the fields in the body of an item. Posts have a time, a word, or both before their text, in either order; without
 * times, a list that ends with the end is one with the oldest first.
 * @param lines of plain text
 * @param near milliseconds of the epoch: about when it was written
 */
export function readFeedBody(lines: readonly string[], near: number | null): FeedBody {
  const fields = new Map<string, string>();
  const posts: FeedPost[] = [];
  let at: number | null = null;
  let hasStamp = false;
  for (const line of lines) {
    const stamp = stampOf(line, near);
    const rest = stamp === null ? line : line.slice(stamp.length).replace(/^[\s\-–—:|,)]{1,6}/, "");
    if (stamp !== null) {
      at = stamp.at;
      hasStamp = true;
    }
    if (rest === "") continue;
    const head = HEAD.exec(rest);
    const field = stamp === null ? FIELD.exec(rest) : null;
    const after = head === null ? "" : rest.slice(head[0].length);
    const own = head === null ? null : stampOf(after, near);
    // "Resolved: 2026-09-17 10:05 UTC" and nothing else is a field; with a text it is a post.
    if (field !== null && (head === null || (own !== null && after.length - own.length < 3))) {
      fields.set(keyOf(field[1] ?? ""), (field[2] ?? "").trim());
      if (head !== null && own !== null) posts.push({ at: own.at, stage: POST_WORDS.get((head[1] ?? "").toLowerCase()) ?? null, text: "" });
    } else if (head !== null) {
      const text = own === null ? after : after.slice(own.length).replace(/^[\s\-–—:|,)]{1,6}/, "");
      posts.push({ at: own?.at ?? at, stage: POST_WORDS.get((head[1] ?? "").toLowerCase()) ?? null, text });
      at = null;
      hasStamp = false;
    } else if (hasStamp) {
      posts.push({ at, stage: null, text: rest });
      at = null;
      hasStamp = false;
    } else {
      const last = posts.at(-1);
      if (last !== undefined) last.text += `${last.text === "" ? "" : "\n"}${rest}`;
    }
  }
  return { posts: inOrder(posts), fields };
}

function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/^affected /, "")
    .replace(/s$/, "")
    .replace(/^(?:estado|statut|zustand|stav|状态|ステータス|state|statu)$/, "status");
}

function inOrder(posts: FeedPost[]): FeedPost[] {
  if (posts.length > 1 && posts.every(({ at }) => at !== null)) {
    // Vendors sort by minute: of one minute, the end is the last.
    return posts.toSorted(
      (one, other) => (other.at ?? 0) - (one.at ?? 0) || Number(other.stage === "resolved") - Number(one.stage === "resolved"),
    );
  }
  return posts.at(-1)?.stage === "resolved" && posts[0]?.stage !== "resolved" ? posts.toReversed() : posts;
}

/** The stage that the newest post with one sets; "Update" sets none. */
export function stageOfPosts(posts: readonly FeedPost[]): Stage | null {
  const stage = posts.find((post) => post.stage !== null && post.stage !== "update")?.stage ?? null;
  return stage === "update" ? null : stage;
}

/** The time of the first of the posts that state the end: later ones add explanations. */
export function endOfPosts(posts: readonly FeedPost[]): number | null {
  const open = posts.findIndex((post) => post.stage !== "resolved" && post.stage !== "update" && post.stage !== null);
  const ends = (open < 0 ? posts : posts.slice(0, open)).filter((post) => post.stage === "resolved");
  return ends.at(-1)?.at ?? latest(posts.map(({ at }) => at));
}
