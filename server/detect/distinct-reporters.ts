/**
 * Who has reported already: one report a network prefix counts, whatever it sends. Exact for up to a few thousand prefixes; of a
 * larger crowd every second, fourth, eighth … prefix is followed and stands for its neighbours, so that memory stays bounded.
 */
export type Distinct = {
  /** Prefixes whose hash ends in this many zero bits are followed. */
  level: number;
  /** The minute in which old prefixes were last forgotten. */
  swept: number;
  /** By prefix, in order of counting: the minute it was counted × 64 + minutes until it was last heard. */
  prefixes: Map<string, number>;
};

/** Minutes for which a prefix counts once: a person who keeps trying is still one person. */
export const COUNTED_ONCE = 60;
const FOLLOWED = 4096;
const BUCKET = 5;

export function noReporters(): Distinct {
  return { level: 0, swept: 0, prefixes: new Map() };
}

/**
 * Takes note of a report.
 * @returns `fresh`: reporters that were not counted within the last hour; `present`: reporters not heard yet in this
 *   five-minute bucket. Both are 0 for a repetition, 1 normally, more where one prefix stands for several.
 */
export function addReporter(distinct: Distinct, prefix: string, minute: number): { fresh: number; present: number } {
  if (distinct.swept !== minute) forgetOld(distinct, minute);
  const { prefixes } = distinct;
  if (distinct.level > 0 && !isFollowed(prefix, distinct.level)) return { fresh: 0, present: 0 };
  const weight = 2 ** distinct.level;
  const known = prefixes.get(prefix);
  if (known !== undefined) {
    const counted = Math.floor(known / 64);
    const heard = counted + (known % 64);
    if (Math.floor(heard / BUCKET) === Math.floor(minute / BUCKET)) return { fresh: 0, present: 0 };
    prefixes.set(prefix, counted * 64 + (minute - counted));
    return { fresh: 0, present: weight };
  }
  prefixes.set(prefix, minute * 64);
  if (prefixes.size > FOLLOWED) followFewer(distinct);
  return { fresh: weight, present: weight };
}

function forgetOld(distinct: Distinct, minute: number): void {
  const { prefixes } = distinct;
  distinct.swept = minute;
  for (const [prefix, value] of prefixes) {
    if (Math.floor(value / 64) + COUNTED_ONCE > minute) break;
    prefixes.delete(prefix);
  }
  if (distinct.level > 0 && prefixes.size < FOLLOWED / 8) distinct.level--;
}

function followFewer(distinct: Distinct): void {
  distinct.level++;
  for (const prefix of distinct.prefixes.keys()) if (!isFollowed(prefix, distinct.level)) distinct.prefixes.delete(prefix);
}

function isFollowed(prefix: string, level: number): boolean {
  return hash(prefix) >>> (32 - level) === 0;
}

/** FNV-1a with a final mix: prefixes come as short counters and as keyed hashes, both must spread. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
