import { MINUTE, SECOND } from "../../time.ts";
import type { Loading, Site, Tab, World } from "../../world/world.ts";

/** A load without an answer is said in its tab from here on, and on the toolbar from there on. design.md fixes both. */
export const HANG_IN_TAB = 10 * SECOND;
export const HANG_ON_TOOLBAR = 15 * SECOND;
/** A site may take this many times its usual time before it hangs. design.md fixes it. */
const TIMES_USUAL = 3;
/** A load that still waits after this long has ended without a word: browsers give up sooner. Judged. */
const LONGEST = 5 * MINUTE;

/** The load that a tab has waited for so long that the wait is what the tab shows; null where there is none. */
export function waitedFor(tab: Tab | undefined, now: number): Loading | null {
  const { loading = null } = tab ?? {};
  return loading !== null && loading.answeredAt === null && now - loading.at >= HANG_IN_TAB ? loading : null;
}

/** A page load that waits for an answer. `on`: the place where its host is known to be. */
export type Hang = { host: string; since: number } & Pick<Loading, "owner" | "on" | "known">;

/**
 * The loads that hang, the longest of each site. A load that began before the network changed is none: the machine slept, or the line
 * was down.
 * @param now milliseconds of the epoch
 */
export function hangsIn(world: World, now: number): Map<string, Hang> {
  const hangs = new Map<string, Hang>();
  for (const { loading } of Object.values(world.tabs)) {
    if (loading === null || loading.answeredAt !== null) continue;
    const { host, site: name, at: since, owner, on, known, usual } = loading;
    const waited = now - since;
    if (waited < HANG_IN_TAB || waited > LONGEST || world.networkChangedAt >= since) continue;
    if (waited < TIMES_USUAL * usual) continue;
    const longest = hangs.get(name);
    if (longest === undefined || longest.since > since) hangs.set(name, { host, since, owner, on, known });
  }
  return hangs;
}

/** When the toolbar says that a load hangs, unless it is answered before: milliseconds of the epoch. */
export function dueOnToolbar({ at, usual }: Pick<Loading, "at" | "usual">): number {
  return at + Math.max(HANG_ON_TOOLBAR, TIMES_USUAL * usual);
}

/** A site of which nothing is known but a load that waits. */
export function siteOfHang({ owner, known }: Hang): Site {
  return { owner, service: null, visited: true, known, pageOkAt: 0, troubleSince: 0, hosts: {} };
}
