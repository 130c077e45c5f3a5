import type { VantageView } from "./vantage-view.ts";

/** With fewer vantages nobody can tell which one is right. */
const FEWEST = 3;
/**
 * A vantage that alone contradicts all others on so many targets, and on this part of the list, is set aside: its network, its name server
 * or whoever runs it is wrong, and not the targets. Judged (2026-11-30).
 */
const CONTRADICTIONS = 10;
const PART = 0.03;

/**
 * The vantages without the one that contradicts all others on many targets: it says that they fail where all others see them answer, or
 * the other way round. Where several do, nobody knows who is right, and all stay: no target then has a majority against it.
 * @param count how many targets there are
 */
export function withoutOutliers(views: readonly VantageView[], count: number): VantageView[] {
  if (views.length < FEWEST) return [...views];
  const limit = Math.max(CONTRADICTIONS, count * PART);
  const outliers = views.filter((view) => contradictions(view, views) >= limit);
  return outliers.length === 1 ? views.filter((view) => view !== outliers[0]) : [...views];
}

/** On how many targets a vantage stands alone against at least two others, all of which agree. */
function contradictions(view: VantageView, views: readonly VantageView[]): number {
  const others = views.filter((other) => other !== view);
  const failing = new Set(view.failing.map(({ target }) => target));
  const unseen = new Set(view.unseen);
  const candidates = new Set(views.flatMap(({ failing: some }) => some.map(({ target }) => target)));
  let count = 0;
  for (const target of candidates) {
    if (unseen.has(target)) continue;
    const seers = others.filter((other) => !other.unseen.includes(target));
    const failingAtOthers = seers.filter((other) => other.failing.some((failure) => failure.target === target)).length;
    const isAlone = failing.has(target) ? failingAtOthers === 0 : failingAtOthers === seers.length;
    if (seers.length >= 2 && isAlone) count++;
  }
  return count;
}
