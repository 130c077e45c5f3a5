import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Feed } from "../../../utils/core/feed/feed.ts";
import { catalogueDocument } from "../../../utils/core/status-pages/published-catalogue.ts";
import { sha256Of } from "../../../utils/net/sha256.ts";
import { openDatabase } from "../../../utils/storage/database.ts";
import { serve } from "../support/mirrors.ts";

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

/** The modules as after a start of the background: they hold nothing. */
async function started() {
  vi.resetModules();
  const known = await import("../../../utils/providers/known-services.ts");
  const { searchServices } = await import("../../../utils/providers/catalogue-search.ts");
  return { ...known, searchServices };
}

/** A feed that names a catalogue, and a mirror that has it. */
async function published(document: unknown, served: Uint8Array = bytesOf(document)) {
  const sha256 = await sha256Of(bytesOf(document) as Uint8Array<ArrayBuffer>);
  const asked: string[] = [];
  const mirror = await serve({ "/v2/catalogue.json": served as Uint8Array<ArrayBuffer> }, asked);
  return { feed: { catalogue: { url: "v2/catalogue.json", sha256 } } as unknown as Feed, mirror, asked };
}

const extra = { id: "corner-shop", name: "Corner Shop", domains: ["cornershop.example"], on: ["aws"], category: "shopping" };
const withExtra = { ...catalogueDocument(), services: [...catalogueDocument().services, extra] };

describe("the services that are known here", () => {
  beforeEach(async () => {
    await (await openDatabase()()).clear("documents");
  });

  test("are those of the build, and after a download those of the feed's catalogue, also after the next start", async () => {
    const { feed, mirror, asked } = await published(withExtra);
    const first = await started();
    expect(first.searchServices("corner shop", "en")).toEqual([]);
    expect(await first.refreshServices(openDatabase(), feed, [mirror])).toBe(true);
    expect(first.searchServices("corner shop", "en")[0]).toMatchObject({ site: "cornershop.example" });
    expect(await first.refreshServices(openDatabase(), feed, [mirror])).toBe(false);
    expect(asked).toHaveLength(1);
    const next = await started();
    await next.loadServices(openDatabase());
    expect(next.searchServices("corner shop", "en")[0]).toMatchObject({ site: "cornershop.example" });
    expect(next.publishedSources().length).toBeGreaterThan(400);
  });

  test("are told by the build where it knows them, whatever a feed says", async () => {
    const services = [{ ...extra, id: "github", name: "Somebody Else" }, { ...extra, id: "thief", domains: ["netflix.com"] }, extra];
    const { feed, mirror } = await published({ ...catalogueDocument(), services });
    const known = await started();
    await known.refreshServices(openDatabase(), feed, [mirror]);
    expect(known.searchServices("github", "en")[0]?.name).toBe("GitHub");
    expect(known.searchServices("netflix.com", "en")[0]?.name).toBe("Netflix");
    expect(known.knownServices().some(({ id }) => id === "thief")).toBe(false);
  });

  test("that come from a feed are never reported about", async () => {
    const { feed, mirror } = await published(withExtra);
    const known = await started();
    const own = new Set(known.knownServices().map(({ id }) => id));
    await known.refreshServices(openDatabase(), feed, [mirror]);
    const added = known.knownServices().filter(({ id }) => !own.has(id));
    expect(added.length).toBeGreaterThan(500);
    expect(added.filter(({ sensitive }) => sensitive !== true)).toEqual([]);
  });

  test.each([
    ["other bytes than the feed names", withExtra, bytesOf({ ...withExtra, version: 3 })],
    ["another document", { version: 2, services: [{ id: "x" }], sources: [] }, undefined],
    ["no JSON", "…", Buffer.from("<html>")],
  ])("stay as they are where a mirror sends %s", async (_, document, served) => {
    const { feed, mirror } = await published(document, served);
    const known = await started();
    const before = known.knownServices();
    expect(await known.refreshServices(openDatabase(), feed, [mirror])).toBe(false);
    expect(known.knownServices()).toBe(before);
    expect(await (await openDatabase()()).getAll("documents")).toEqual([]);
  });
});
