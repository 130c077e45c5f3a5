import type { Loading, World } from "./world.ts";

/** The page loads of all tabs that have had no answer yet. */
export function waitingLoads({ tabs }: World): Loading[] {
  return Object.values(tabs).flatMap(({ loading }) => (loading?.answeredAt === null ? [loading] : []));
}
