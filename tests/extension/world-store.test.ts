import { beforeEach, describe, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { readFeed } from "../../utils/core/feed/feed.ts";
import { emptyWorld } from "../../utils/core/world/empty-world.ts";
import type { World } from "../../utils/core/world/world.ts";
import { changedKeys } from "../../utils/storage/changed-keys.ts";
import { loadWorld, worldFrom } from "../../utils/storage/world-store.ts";
import { createWorldWriter } from "../../utils/storage/world-writer.ts";

const site = (owner: string): World["sites"][string] => ({
  owner,
  service: null,
  visited: true,
  known: true,
  pageOkAt: 0,
  troubleSince: 0,
  hosts: {},
});

const world = (sites: World["sites"]): World => ({ ...emptyWorld("chromium", "full"), sites });

beforeEach(() => fakeBrowser.reset());

describe("the world in session storage", () => {
  test("is read as it was written when the background wakes up", async () => {
    const writer = createWorldWriter();
    const before = world({ "a.example": site("a"), "b.example": site("b") });
    writer.save(before);
    await writer.settled();
    expect(await loadWorld()).toEqual(before);
  });

  test("keeps everything of a site, its hosts and their trouble, and of the feed", async () => {
    const writer = createWorldWriter();
    const fault = { at: 90, role: "call", kind: "http", failure: "http.error", status: 503, count: 2 } as const;
    const trouble = {
      faults: [fault, { ...fault, at: 99, afresh: true as const }],
      partly: 1,
      answers: 0,
      okRate: 0.5,
      faultRate: 2,
      loads: 1,
      repeats: 0,
      rateAt: 99,
    };
    const full: World["sites"][string] = {
      ...site("shop"),
      service: { id: "shop", name: "Shop", names: { ar: "متجر" } },
      believedOn: "aws",
      visited: false,
      known: false,
      troubleSince: 90,
      refusal: { host: "www.shop.example", at: 95, status: 403 },
      pace: { usual: 5.99, spread: 0.3, loads: 12, last: [{ at: 70, ms: 400 }] },
      hosts: {
        "www.shop.example": { on: "aws/us-east-1", ip: "198.18.0.1", okAt: 80, trouble },
        "files.shop.example": { on: null, ip: null, service: "s3", okAt: 0, trouble: null },
        "app.shop.example": { on: "cloudflare", ip: "198.18.0.2", platform: "heroku", okAt: 80, trouble: null },
        "api.shop.example": { on: null, ip: null, okAt: 80, partOkAt: 81, trouble: null },
      },
    };
    const reading = readFeed({
      ...{ version: 2, sequence: 7, issued: "2026-03-03T09:00:00Z", expires: "2026-03-03T09:30:00Z", incidents: [] },
      sources: { read: "2026-03-03T08:59:00.000Z", except: [{ id: "azure", checked: null }] },
    });
    const feeds: World["feeds"] = reading.ok ? [{ kind: "main", of: "", feed: reading.feed }] : [];
    expect(feeds).toHaveLength(1);
    const before = { ...world({ "shop.example": full }), feeds };
    writer.save(before);
    await writer.settled();
    expect(await loadWorld()).toEqual(before);
  });

  test("is absent at the start of a session, so that the first write carries every part", async () => {
    expect(await loadWorld()).toBeNull();
    expect(Object.keys(changedKeys(null, world({})))).toContain("world.version");
  });

  test("writes the one site that changed and nothing else", () => {
    const before = world({ "a.example": site("a"), "b.example": site("b") });
    const after = { ...before, sites: { ...before.sites, "b.example": { ...site("b"), pageOkAt: 2 } } };
    expect(Object.keys(changedKeys(before, after))).toEqual(["site.b.example"]);
  });

  test("removes a site that the world dropped", async () => {
    const writer = createWorldWriter();
    const before = world({ "a.example": site("a"), "b.example": site("b") });
    writer.save(before);
    await writer.settled();
    writer.save({ ...before, sites: { "a.example": site("a") } });
    await writer.settled();
    expect(Object.keys((await loadWorld())?.sites ?? {})).toEqual(["a.example"]);
  });

  test("keeps the last of many saves that come faster than storage writes", async () => {
    const writer = createWorldWriter();
    let current = world({});
    for (let at = 1; at <= 50; at++) {
      current = { ...current, feedAt: at };
      writer.save(current);
    }
    await writer.settled();
    expect((await loadWorld())?.feedAt).toBe(50);
  });

  test("of another format is not read", () => {
    expect(worldFrom({ "world.version": 99, "world.browser": "chromium" })).toBeNull();
  });
});
