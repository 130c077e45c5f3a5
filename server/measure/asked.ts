import asked from "./asked.json" with { type: "json" };

type Name = { host: string; path: string };

const DATES: { readonly [name: string]: string } = asked;

/** What a date is kept by: a name or a path that is changed counts as never asked. */
export function askedName({ host, path }: Name): string {
  return `${host}${path}`;
}

/**
 * When a target was last asked by `npm run targets -- --check`, as a date (`2026-12-07`). Null: it stands in a vendor's documents, and
 * nobody knows whether it answers. `asked.json` is what that command writes.
 */
export function dateAsked(target: Name): string | null {
  return DATES[askedName(target)] ?? null;
}
