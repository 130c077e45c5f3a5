import { expect, test } from "vitest";
import { killServer } from "../instruments/endurance/server-kills.ts";

// Five lives; two hundred with `npm run soak -- --kill-server 200`.
test("a server that is killed again and again under load loses no report that it accepted, counts none twice, and continues its feed", async () => {
  const tally = await killServer(5, () => {});
  expect(tally.faults).toEqual([]);
  expect(tally.answered.length).toBeGreaterThan(100);
  expect(tally.lost).toEqual([]);
  expect(tally.twice).toBe(0);
  expect(tally.kept).toBeLessThanOrEqual(tally.sent);
}, 120_000);
