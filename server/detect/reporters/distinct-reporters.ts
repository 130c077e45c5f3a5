/**
 * Who has reported already: each network prefix counts once, whatever it sends. Exact for up to a few thousand prefixes; of a
 * larger crowd every second, fourth, eighth … prefix is counted and represents the others, so that memory stays bounded.
 */
export type Distinct = {
  /** Prefixes whose hash begins with this many zero bits are counted. */
  level: number;
  /** The minute in which old prefixes were last dropped. */
  swept: number;
  /** By prefix, in order of counting: the minute in which it was counted × 64 + minutes until it last reported. */
  prefixes: Map<string, number>;
};

/** Minutes for which a prefix counts once: a person who keeps trying is still one person. */
const COUNTED_ONCE = 60;
const MAX_COUNTED = 4096;
const BUCKET = 5;

export function noReporters(): Distinct {
  return { level: 0, swept: 0, prefixes: new Map() };
}

/**
 * Notes a report.
 * @returns `fresh`: reporters that were not counted within the last hour; `present`: reporters not counted yet in this
 *   five-minute bucket. Both are 0 for a repetition, 1 normally, more where one prefix represents several.
 */
export function addReporter(distinct: Distinct, prefix: string, minute: number): { fresh: number; present: number } {
  if (distinct.swept !== minute) dropOld(distinct, minute);
  const { prefixes } = distinct;
  if (distinct.level > 0 && !isCounted(prefix, distinct.level)) return { fresh: 0, present: 0 };
  const weight = 2 ** distinct.level;
  const known = prefixes.get(prefix);
  if (known !== undefined) {
    const counted = Math.floor(known / 64);
    const latest = counted + (known % 64);
    if (Math.floor(latest / BUCKET) === Math.floor(minute / BUCKET)) return { fresh: 0, present: 0 };
    prefixes.set(prefix, counted * 64 + (minute - counted));
    return { fresh: 0, present: weight };
  }
  prefixes.set(prefix, minute * 64);
  if (prefixes.size > MAX_COUNTED) countFewer(distinct);
  return { fresh: weight, present: weight };
}

function dropOld(distinct: Distinct, minute: number): void {
  const { prefixes } = distinct;
  distinct.swept = minute;
  for (const [prefix, value] of prefixes) {
    if (Math.floor(value / 64) + COUNTED_ONCE > minute) break;
    prefixes.delete(prefix);
  }
  if (distinct.level > 0 && prefixes.size < MAX_COUNTED / 8) distinct.level--;
}

function countFewer(distinct: Distinct): void {
  distinct.level++;
  for (const prefix of distinct.prefixes.keys()) if (!isCounted(prefix, distinct.level)) distinct.prefixes.delete(prefix);
}

function isCounted(prefix: string, level: number): boolean {
  return hash(prefix) >>> (32 - level) === 0;
}

/** FNV-1a with a final mix: prefixes are short counters or keyed hashes, and both must spread evenly. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
