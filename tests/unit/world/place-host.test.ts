import { describe, expect, test } from "vitest";
import { originOf } from "../../../utils/core/net/origin.ts";
import type { Knowledge } from "../../../utils/core/providers/knowledge.ts";
import { createLocator } from "../../../utils/core/providers/locator.ts";
import type { CompletedEvent } from "../../../utils/core/world/events.ts";
import { reduce } from "../../../utils/core/world/reduce.ts";
import { emptyWorld, type World } from "../../../utils/core/world/world.ts";

const NOW = Date.parse("2026-03-03T09:00:00Z");
const locator = createLocator({ extraRanges: [{ cidr: "198.18.1.0/24", provider: "aws", region: "us-east-1" }] });

function knowing(learned: { [host: string]: string } = {}): Knowledge {
  return { ...locator, learned: (host) => (learned[host] === undefined ? null : { provider: learned[host], region: null }) };
}

function page(host: string, facts: Partial<CompletedEvent> = {}, tabId = 1): CompletedEvent {
  return { event: "completed", at: NOW, tabId, target: originOf(`https://${host}/`), type: "main_frame", status: 200, ...facts };
}

function seen(events: CompletedEvent[], knowledge = knowing()): World {
  return events.reduce((world, event) => reduce(world, event, knowledge), emptyWorld("chromium", "full"));
}

const on = (world: World, host: string) => Object.values(world.sites).flatMap(({ hosts }) => hosts[host] ?? [])[0]?.on;

describe("where a host is hosted", () => {
  test("is where its address belongs, whoever signed the answer", () => {
    expect(on(seen([page("www.shop.com", { ip: "198.18.1.7", front: "heroku" })]), "www.shop.com")).toBe("aws/us-east-1");
  });

  test("is who signed the answer, where nobody lists the address", () => {
    expect(on(seen([page("www.shop.com", { ip: "76.76.21.21", front: "vercel" })]), "www.shop.com")).toBe("vercel");
  });

  test("is what was learned of the host rather than who signed the answer, where there is no address", () => {
    const world = seen([page("www.shop.com", { front: "cloudflare" })], knowing({ "www.shop.com": "fastly" }));
    expect(on(world, "www.shop.com")).toBe("fastly");
  });

  test("is a name's region of the provider that signed", () => {
    const host = "app.kind-sea.westeurope.azurecontainerapps.io";
    expect(on(seen([page(host, { front: "azure" })]), host)).toBe("azure/westeurope");
  });

  test("is who signed a later answer, where the first was not signed", () => {
    const call = { ...page("www.shop.com", { ip: "76.76.21.21" }), type: "xmlhttprequest", initiator: originOf("https://www.shop.com") };
    const world = seen([page("www.shop.com", { ip: "76.76.21.21" }), call, page("www.shop.com", { ip: "76.76.21.21", front: "vercel" })]);
    expect(on(world, "www.shop.com")).toBe("vercel");
  });

  test("is the CDN whose own status the answer has", () => {
    expect(on(seen([page("www.shop.com", { status: 522 })]), "www.shop.com")).toBe("cloudflare");
  });

  test("is not known through a proxy", () => {
    expect(on(seen([page("www.shop.com", { ip: "198.18.1.7", proxied: true, front: "vercel" })]), "www.shop.com")).toBeNull();
    expect(on(seen([page("www.shop.com", { status: 522, proxied: true })]), "www.shop.com")).toBeNull();
  });

  test("is revoked where answers of three owners, signed or not, come from one address", () => {
    const ip = "203.0.114.9";
    const events = [page("www.one.com", { ip, front: "vercel" }), page("www.two.org", { ip }, 2), page("www.three.net", { ip }, 3)];
    const world = seen(events);
    expect(["www.one.com", "www.two.org", "www.three.net"].map((host) => on(world, host))).toEqual([null, null, null]);
  });
});
