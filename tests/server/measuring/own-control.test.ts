import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createRobots } from "../../../server/measure/robots.ts";
import { startVantage } from "../../../server/measure/vantage.ts";
import type { View } from "../../../server/probe/view.ts";
import { openStore } from "../../../server/store/store.ts";
import { scratchFolder } from "../support/scratch-folder.ts";
import { fetchFeed, until } from "../support/server-process.ts";
import { askAbout } from "../support/vantage.ts";
import { startVantageProcess } from "./start-measuring.ts";

const ANCHORS = ["google", "cloudflare", "apple"];
/** The host of a target is `t` and its place in this list. */
const TARGETS = [...ANCHORS, "aws/us-east-1", "aws/eu-west-1", "netflix", "chase", "github", "slack", "zoom"];
const hostOf = (id: string) => `t${TARGETS.indexOf(id)}.example.com`;

test("a server whose anchors are silent publishes no views and answers no question, and does both again when they answer", async () => {
  const flags = ["--data", scratchFolder(), "--sources", "none", "--every", "0.5", "--rebuild", "0"];
  const vantage = await startVantageProcess({ flags, point: { id: "fra", country: "DE" }, targets: TARGETS, anchors: ANCHORS });
  const viewsOf = async (id: string) => (await askAbout(vantage.url, hostOf(id))).body.views;
  const published = async () => (await fetchFeed(vantage.url, vantage.rootKey).catch(() => null))?.views;

  await until(async () => (await published())?.from.length === 1);
  await vantage.command({ host: "netflix", does: "fails" });
  expect(await viewsOf("netflix")).toMatchObject([{ from: "fra", failure: "http.error", status: 503 }]);
  expect(await viewsOf("aws/us-east-1")).toMatchObject([{ from: "fra", failure: null }]);

  for (const anchor of ["google", "apple"]) await vantage.command({ host: anchor, does: "resets" });
  await until(async () => (await published()) === null);
  await vantage.command({ host: "chase", does: "fails" });
  // Each host is asked about once: an answer is shared for half a minute.
  expect(await askAbout(vantage.url, hostOf("chase"))).toMatchObject({ status: 502 });
  expect(await askAbout(vantage.url, hostOf("aws/eu-west-1"))).toMatchObject({ status: 502 });

  for (const anchor of ["google", "apple"]) await vantage.command({ host: anchor, does: "answers" });
  await until(async () => (await published())?.fail.some(({ target }) => target === "chase") === true);
  await vantage.command({ host: "slack", does: "fails" });
  expect(await viewsOf("slack")).toMatchObject([{ from: "fra", failure: "http.error" }]);
});

const measured = { ms: 5, at: "2026-03-03T09:00:00Z", pause: null };
const ANSWER: View = { result: "answered", failure: null, status: 200, ...measured };
const SILENCE: View = { result: "failed", failure: "tcp.timed_out", status: null, ...measured };

/** A vantage with forty targets, which are asked by what the test wants. */
async function openVantage(ask: (id: string) => Promise<View>, round: number) {
  const store = await openStore({ file: join(scratchFolder(), "feed.sqlite") });
  const ids = [...ANCHORS, ...Array.from({ length: 40 }, (_, index) => `target-${index}`)];
  const vantage = await startVantage({
    ...{ vantage: "fra", country: "DE", asn: null, targets: "list", anchors: ANCHORS, round },
    list: ids.map((id) => ({ id, host: `${id}.example.com`, path: "/ping", reason: "a stand-in" })),
    ask: ({ id }) => ask(id),
    robots: createRobots(async () => "allowed"),
    ...{ store: store.measurements, holder: randomUUID(), now: Date.now, random: Math.random, log: () => {} },
  });
  onTestFinished(async () => {
    await vantage.stop();
    await store.close();
  });
  return vantage;
}

test("a vantage sees nothing before its anchors have answered for the first time", async () => {
  const answering = Promise.withResolvers<View>();
  const vantage = await openVantage(() => answering.promise, 60_000);
  expect(vantage.isBlind()).toBe(true);
  answering.resolve(ANSWER);
  await until(async () => !vantage.isBlind());
});

test("a vantage notices that its connection broke before the anchors are asked again", async () => {
  const anchors: string[] = [];
  let isCut = false;
  let failed = 0;
  const vantage = await openVantage(async (id) => {
    if (ANCHORS.includes(id)) anchors.push(id);
    else if (isCut) failed++;
    return isCut ? SILENCE : ANSWER;
  }, 8000);
  await until(async () => !vantage.isBlind());
  isCut = true;
  await until(async () => vantage.isBlind());
  expect([failed >= 11, anchors.length]).toEqual([true, ANCHORS.length]);
});

test("a vantage does not doubt its connection where a fifth of all targets fails at once", async () => {
  let asked = 0;
  const vantage = await openVantage(async (id) => {
    if (ANCHORS.includes(id)) return ANSWER;
    return asked++ % 5 === 0 ? SILENCE : ANSWER;
  }, 1000);
  const seen: boolean[] = [];
  await until(async () => {
    if (asked > 0) seen.push(vantage.isBlind());
    return asked >= 80;
  });
  expect(new Set(seen)).toEqual(new Set([false]));
});
