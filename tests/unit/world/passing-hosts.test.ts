import { describe, expect, test } from "vitest";
import { takeSnapshot } from "../../../utils/core/diagnosis/health/snapshot.ts";
import { originOf } from "../../../utils/core/net/origin.ts";
import type { Knowledge } from "../../../utils/core/providers/knowledge.ts";
import { createLocator } from "../../../utils/core/providers/locator.ts";
import { MINUTE, SECOND } from "../../../utils/core/time.ts";
import { PASSING_KEPT } from "../../../utils/core/world/caps.ts";
import { emptyWorld } from "../../../utils/core/world/empty-world.ts";
import type { WorldEvent } from "../../../utils/core/world/events.ts";
import { forgetSite } from "../../../utils/core/world/forget-site.ts";
import { changedPlacements } from "../../../utils/core/world/learned-hosts.ts";
import { pruneSites } from "../../../utils/core/world/prune.ts";
import { reduce } from "../../../utils/core/world/reduce.ts";
import type { World } from "../../../utils/core/world/world.ts";

const NOW = Date.parse("2026-03-03T09:00:00Z");
const knowledge: Knowledge = {
  ...createLocator({ extraRanges: [{ cidr: "198.18.1.0/24", provider: "aws", region: "us-east-1" }] }),
  learned: () => null,
};

const page = (host: string, at = NOW): WorldEvent => ({
  event: "completed",
  at,
  tabId: 1,
  target: originOf(`https://${host}/`),
  type: "main_frame",
  status: 200,
});

const pageAt = (host: string, ip: string): WorldEvent => ({ ...asks(host, ip), tabId: 2, type: "main_frame" }) as WorldEvent;

const asks = (host: string, ip: string, at = NOW): WorldEvent => ({
  event: "completed",
  at,
  tabId: 1,
  target: originOf(`https://${host}/`),
  type: "xmlhttprequest",
  status: 200,
  ip,
  initiator: originOf("https://www.news.com/"),
});

const taken = (world: World, ...events: WorldEvent[]): World => events.reduce((one, event) => reduce(one, event, knowledge), world);
const newsPage = taken(emptyWorld("chromium", "full"), page("www.news.com"));

describe("hosts that answer pages of other sites in passing", () => {
  test("become no sites", () => {
    const world = taken(newsPage, asks("fonts.letters.net", "198.18.1.7"));
    expect(Object.keys(world.sites)).toEqual(["news.com"]);
    expect(world.passing).toEqual([
      { host: "fonts.letters.net", site: "letters.net", owner: "letters", on: "aws/us-east-1", ip: "198.18.1.7", okAt: NOW },
    ]);
  });

  test("show that the connection works, and that their place does", () => {
    const { answering, places } = takeSnapshot(taken(newsPage, asks("fonts.letters.net", "198.18.1.7")), NOW + SECOND);
    expect(answering.find(({ name }) => name === "letters.net")).toMatchObject({
      visited: false,
      on: [{ place: "aws/us-east-1", at: NOW }],
    });
    expect(places.get("aws/us-east-1")?.answering).toHaveLength(1);
  });

  test("leave the world as it is when they answer again within seconds", () => {
    const world = taken(newsPage, asks("fonts.letters.net", "198.18.1.7"));
    expect(taken(world, asks("fonts.letters.net", "198.18.1.7", NOW + 2 * SECOND))).toBe(world);
    expect(taken(world, asks("fonts.letters.net", "198.18.1.7", NOW + 6 * SECOND)).passing[0]?.okAt).toBe(NOW + 6 * SECOND);
  });

  test("belong to their site once a person opens it", () => {
    const world = taken(newsPage, asks("fonts.letters.net", "198.18.1.7"), page("www.letters.net", NOW + SECOND));
    expect(world.passing).toEqual([]);
    expect(world.sites["letters.net"]?.hosts["fonts.letters.net"]).toMatchObject({ on: "aws/us-east-1", okAt: NOW });
  });

  test("are learned where they are first seen, once", () => {
    const seen = taken(newsPage, asks("fonts.letters.net", "198.18.1.7"), asks("tags.other.net", "198.18.1.8"));
    const learned = { host: "cdn.third.net", site: "third.net", visited: false, on: "aws/us-east-1" };
    const next = taken(seen, asks("cdn.third.net", "198.18.1.9"));
    expect(changedPlacements(seen, next)).toEqual([learned]);
    expect(changedPlacements(next, taken(next, asks("fonts.letters.net", "198.18.1.7", NOW + MINUTE)))).toEqual([]);
  });

  test("keep their placement however many others a page calls at their address: a page calls what it likes", () => {
    const world = taken(newsPage, ...["a.one.net", "b.two.net", "c.three.net", "d.four.net"].map((host) => asks(host, "198.18.1.7")));
    expect(world.passing.map(({ on }) => on)).toEqual(Array.from({ length: 4 }, () => "aws/us-east-1"));
  });

  test("lose their placement where the person opens pages of three owners at their address", () => {
    const seen = taken(
      newsPage,
      asks("a.one.net", "198.18.1.7"),
      pageAt("www.two.net", "198.18.1.7"),
      pageAt("www.three.net", "198.18.1.7"),
    );
    const next = taken(seen, pageAt("www.four.net", "198.18.1.7"));
    expect(next.passing.map(({ on }) => on)).toEqual([null]);
    expect(changedPlacements(seen, next).map(({ host, on }) => [host, on])).toContainEqual(["a.one.net", null]);
  });

  test("are dropped after a quarter of an hour, when their site is forgotten, and beyond their number", () => {
    const world = taken(newsPage, asks("fonts.letters.net", "198.18.1.7"));
    expect(pruneSites(world, NOW + 16 * MINUTE).passing).toEqual([]);
    expect(forgetSite(world, "letters.net", "letters").passing).toEqual([]);
    const many = Array.from({ length: PASSING_KEPT + 1 }, (_, index) => asks(`cdn.other${index}.net`, `198.18.2.${index}`, NOW + index));
    const { passing } = taken(world, ...many);
    expect(passing).toHaveLength(PASSING_KEPT);
    expect(passing[0]?.host).toBe("cdn.other1.net");
  });
});
