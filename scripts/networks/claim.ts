/** Positions are addresses as numbers; of IPv6 the upper half, since nobody is handed less than a /64. */
export type Family = 4 | 6;

/** Somebody's word that some addresses in a row belong to something. */
export type Claim<Value> = { family: Family; first: bigint; last: bigint; value: Value };

/** What one table claims. */
export type Claims = { countries: Claim<string>[]; networks: Claim<number>[] };

/** The first position of a family is 0; this is the last. */
export function lastPosition(family: Family): bigint {
  return family === 4 ? 2n ** 32n - 1n : 2n ** 64n - 1n;
}

/** Addresses from `first` on, up to the next stretch; null where nobody claims them. */
export type Stretch<Value> = { first: bigint; value: Value | null };

/**
 * Decides whose each address of a family is: of claims one within another the smaller, and of equal ones the first.
 * @returns stretches from position 0 on, of which no two in a row have the same value
 */
export function flatten<Value>(claims: readonly Claim<Value>[], family: Family): Stretch<Value>[] {
  const sorted = claims.filter((claim) => claim.family === family).sort((a, b) => compare(a.first, b.first) || compare(b.last, a.last));
  const stretches: Stretch<Value>[] = [];
  /** The claims that hold where we are, the smallest last. */
  const holding: Claim<Value>[] = [];

  function holdsFrom(first: bigint, value: Value | null): void {
    if (stretches.at(-1)?.first === first) stretches.pop();
    if (stretches.length === 0 || stretches.at(-1)?.value !== value) stretches.push({ first, value });
  }

  function endBefore(position: bigint): void {
    for (let ending = holding.at(-1); ending !== undefined && ending.last < position; ending = holding.at(-1)) {
      holding.pop();
      // Of two claims that overlap without one lying in the other, the outer one may have ended before.
      while (holding.length > 0 && (holding.at(-1) as Claim<Value>).last <= ending.last) holding.pop();
      if (ending.last < lastPosition(family)) holdsFrom(ending.last + 1n, holding.at(-1)?.value ?? null);
    }
  }

  holdsFrom(0n, null);
  for (const claim of sorted) {
    endBefore(claim.first);
    const inner = holding.at(-1);
    if (inner !== undefined && inner.first === claim.first && inner.last === claim.last) continue;
    holding.push(claim);
    holdsFrom(claim.first, claim.value);
  }
  endBefore(lastPosition(family) + 1n);
  return stretches;
}

function compare(one: bigint, other: bigint): number {
  return one < other ? -1 : Number(one > other);
}
