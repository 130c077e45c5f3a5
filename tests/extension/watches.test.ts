import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { createWatches } from "../../utils/alerts/watches.ts";
import type { Watch } from "../../utils/core/alerts/watch.ts";
import { emptyWorld } from "../../utils/core/world/empty-world.ts";
import { read } from "../../utils/storage/browser-storage.ts";
import { WATCHES } from "../../utils/storage/keys.ts";

const watch = (site: string) => ({ site, host: site, name: site, asked: 0, incident: null, check: false }) as unknown as Watch;

beforeEach(() => fakeBrowser.reset());

test("a watch that a full disk does not take is refused, and blocks no later one", async () => {
  const watches = createWatches(async () => {});
  vi.spyOn(fakeBrowser.storage.local, "set").mockRejectedValueOnce(new Error("QUOTA_BYTES quota exceeded"));
  await expect(watches.add(watch("shop.example"))).rejects.toThrow("quota");
  expect(await watches.some("any")).toBe(false);
  await watches.add(watch("news.example"));
  expect((await read(WATCHES)).map(({ site }) => site)).toEqual(["news.example"]);
  vi.restoreAllMocks();
});

test("erasing takes one watch, or all of them", async () => {
  const watches = createWatches(async () => {});
  for (const site of ["shop.example", "news.example", "bank.example"]) await watches.add(watch(site));
  await watches.erase("shop.example");
  expect((await read(WATCHES)).map(({ site }) => site)).toEqual(["news.example", "bank.example"]);
  await watches.erase(null);
  expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  expect(await watches.some("any")).toBe(false);
});

test.each([true, false])("a site that is forgotten while it is checked is neither kept nor announced (quiet hours: %s)", async (quiet) => {
  const announced: string[] = [];
  const { promise: answer, resolve: answerNow } = Promise.withResolvers<Response>();
  vi.stubGlobal("fetch", () => answer);
  const watches = createWatches(async ({ site }) => void announced.push(site));
  await watches.add({ ...watch("clinic.example"), requestedAt: Date.now(), check: true });
  const following = watches.follow(emptyWorld("chromium", "full"), Date.now(), quiet);
  await watches.erase("clinic.example");
  answerNow(new Response(null));
  await following;
  expect(await read(WATCHES)).toEqual([]);
  expect(announced).toEqual([]);
  vi.unstubAllGlobals();
});
