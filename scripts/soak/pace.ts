import { browseAtOnePace } from "../../tests/instruments/endurance/pace.ts";
import type { FoundBrowser } from "../browsers/find.ts";

/**
 * Browses for some minutes with failures and without, and prints when the feed was asked. The pace must not depend on failures: whoever
 * runs the feed could read from it when something failed for an address.
 * @returns the requests that one pace does not explain
 */
export async function comparePaces(found: FoundBrowser, minutes: number, say: (line: string) => void): Promise<string[]> {
  const days = await Promise.all([false, true].map((fails) => browseAtOnePace(found, fails, minutes * 60_000)));
  const faults: string[] = [];
  for (const { failures, asked, faults: found } of days) {
    const times = asked.map(({ path, after }) => `${path.replace(/-[\w-]{43}/, "")} ${(after / 1000).toFixed(0)} s`).join(", ");
    say(`${failures} failures while other sites answered: ${times}`);
    faults.push(...found.map((fault) => `with ${failures} failures, ${fault}`));
  }
  return faults;
}
