import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createRobots } from "../../../server/measure/robots.ts";
import { startVantage } from "../../../server/measure/vantage.ts";
import type { View } from "../../../server/probe/view.ts";
import { openStore } from "../../../server/store/store.ts";
import { HOUR } from "../../../utils/core/time.ts";
import { scratchFolder } from "../support/scratch-folder.ts";
import { until } from "../support/server-process.ts";

const ROUND = 200;
const measured = { ms: 5, at: "2026-03-03T09:00:00Z", pause: null };
const ANSWER: View = { result: "answered", failure: null, status: 200, ...measured };

/** A vantage with a real store, whose questions are answered at once by what the test wants. */
async function vantageWith(
  answer: (id: string) => View,
  { robots = createRobots(async () => "allowed"), ids = ["a", "b", "c", "anchor"] } = {},
) {
  const store = await openStore({ file: join(scratchFolder(), "feed.sqlite") });
  const asked: { id: string; at: number }[] = [];
  const vantage = await startVantage({
    ...{ vantage: "fra", country: "DE", asn: null, targets: "list", anchors: ["anchor"], round: ROUND, robots },
    list: ids.map((id) => ({ id, host: `${id}.example.com`, path: "/", reason: "a stand-in" })),
    store: store.measurements,
    holder: randomUUID(),
    async ask({ id }) {
      asked.push({ id, at: performance.now() });
      return answer(id);
    },
    now: Date.now,
    random: Math.random,
    log: () => {},
  });
  onTestFinished(async () => {
    await vantage.stop();
    await store.close();
  });
  const timesOf = (id: string) => asked.filter((one) => one.id === id).map(({ at }) => at);
  return { asked, timesOf };
}

test("a vantage asks no target twice within one round, and not all at once", async () => {
  const { asked, timesOf } = await vantageWith(() => ANSWER);
  await until(async () => timesOf("a").length > 6);
  for (const id of ["a", "b", "c", "anchor"]) {
    const pauses = timesOf(id)
      .slice(1)
      .map((at, index) => at - (timesOf(id)[index] ?? 0));
    expect(pauses.filter((pause) => pause < ROUND)).toEqual([]);
  }
  const [first] = asked.filter(({ id }) => id !== "anchor");
  expect(new Set(asked.map(({ at }) => Math.round(at - (first?.at ?? 0)))).size).toBeGreaterThan(4);
});

test("a vantage leaves alone who asks for a pause, and who turns it away", async () => {
  const { timesOf } = await vantageWith((id) => {
    if (id === "a")
      return { result: "no-view", failure: null, status: 403, because: "turned-away", reason: "it turns programs away", ...measured };
    return id === "b" ? { ...ANSWER, pause: HOUR } : ANSWER;
  });
  await until(async () => timesOf("c").length > 3);
  expect([timesOf("a").length, timesOf("b").length]).toEqual([1, 1]);
});

test("a vantage never asks a front page whose robots.txt keeps it out, nor one whose robots.txt it could not read", async () => {
  const read: string[] = [];
  const robots = createRobots(async ({ id }) => {
    read.push(id);
    return id === "a" ? "forbidden" : id === "b" ? "unknown" : "allowed";
  });
  const { timesOf } = await vantageWith(() => ANSWER, { robots });
  await until(async () => timesOf("c").length > 3);
  expect([timesOf("a").length, timesOf("b").length]).toEqual([0, 0]);
  expect(read.filter((id) => id === "c")).toHaveLength(1);
});
