import { describe, expect, test } from "vitest";
import { originOf } from "../../../utils/core/net/origin.ts";
import type { Knowledge } from "../../../utils/core/providers/knowledge.ts";
import { createLocator } from "../../../utils/core/providers/locator.ts";
import { emptyWorld } from "../../../utils/core/world/empty-world.ts";
import type { CompletedEvent } from "../../../utils/core/world/events.ts";
import { reduce } from "../../../utils/core/world/reduce.ts";
import type { World } from "../../../utils/core/world/world.ts";

const NOW = Date.parse("2026-03-03T09:00:00Z");
const locator = createLocator({
  extraRanges: [
    { cidr: "198.18.1.0/24", provider: "aws", region: "us-east-1" },
    { cidr: "198.18.2.0/24", provider: "google" },
    { cidr: "198.18.3.0/24", provider: "microsoft" },
    { cidr: "198.18.4.0/24", provider: "cloudflare" },
    { cidr: "198.18.5.0/24", provider: "gcp", region: "us-east1" },
  ],
});

function knowing(learned: { [host: string]: string } = {}): Knowledge {
  return { ...locator, learned: (host) => (learned[host] === undefined ? null : { provider: learned[host], region: null }) };
}

function page(host: string, facts: Partial<CompletedEvent> = {}, tabId = 1): CompletedEvent {
  return { event: "completed", at: NOW, tabId, target: originOf(`https://${host}/`), type: "main_frame", status: 200, ...facts };
}

function seen(events: CompletedEvent[], knowledge = knowing()): World {
  return events.reduce((world, event) => reduce(world, event, knowledge), emptyWorld("chromium", "full"));
}

const record = (world: World, host: string) => Object.values(world.sites).flatMap(({ hosts }) => hosts[host] ?? [])[0];
const on = (world: World, host: string) => record(world, host)?.on;
const layers = (world: World, host: string) => [record(world, host)?.on, record(world, host)?.platform];

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

  test("is the region that a name spells, where the address belongs to the same house without a region", () => {
    const run = ["app-abc123-ew.a.run.app", "app-abc123-uc.a.run.app", "app-12345.europe-west1.run.app"];
    const world = seen(run.map((host, index) => page(host, { ip: `198.18.2.${index}` }, index)));
    expect(run.map((host) => on(world, host))).toEqual(["gcp/europe-west1", "gcp/us-central1", "gcp/europe-west1"]);
    const azure = "app.kind-sea.westeurope.azurecontainerapps.io";
    expect(on(seen([page(azure, { ip: "198.18.3.7" })]), azure)).toBe("azure/westeurope");
  });

  test("is the address where that is a region, of another house, or the name spells none", () => {
    const run = "app-abc123-ew.a.run.app";
    expect(on(seen([page(run, { ip: "198.18.5.7" })]), run)).toBe("gcp/us-east1");
    expect(on(seen([page(run, { ip: "198.18.4.7" })]), run)).toBe("cloudflare");
    expect(on(seen([page("app.web.app", { ip: "198.18.2.7" })]), "app.web.app")).toBe("google");
  });

  test("is the region that a name spells, where only the house was learned", () => {
    const run = "app-abc123-ew.a.run.app";
    expect(on(seen([page(run)], knowing({ [run]: "google" })), run)).toBe("gcp/europe-west1");
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

describe("the platform that runs a host", () => {
  const shop = "www.shop.com";

  test("is who signed the answer, beside the cloud or CDN of the address", () => {
    expect(layers(seen([page(shop, { ip: "198.18.1.7", front: "heroku" })]), shop)).toEqual(["aws/us-east-1", "heroku"]);
    expect(layers(seen([page(shop, { ip: "198.18.4.7", front: "shopify" })]), shop)).toEqual(["cloudflare", "shopify"]);
  });

  test("is who hands out the name, signed or not", () => {
    const host = "app.netlify.app";
    expect(layers(seen([page(host, { ip: "198.18.1.7" })]), host)).toEqual(["aws/us-east-1", "netlify"]);
    expect(layers(seen([page(host)], knowing({ [host]: "aws" })), host)).toEqual(["aws", "netlify"]);
  });

  test("is who signed a later answer, and stays when the next is not signed or comes from another address", () => {
    const answers = [{ ip: "198.18.1.7" }, { ip: "198.18.1.7", front: "vercel" }, { ip: "198.18.1.7" }, { ip: "198.18.1.8" }];
    expect(layers(seen(answers.map((facts) => page(shop, facts))), shop)).toEqual(["aws/us-east-1", "vercel"]);
  });

  test("is not said twice where nothing else is known, nor for a CDN or a cloud", () => {
    expect(layers(seen([page(shop, { ip: "76.76.21.21", front: "vercel" })]), shop)).toEqual(["vercel", undefined]);
    expect(layers(seen([page(shop, { ip: "198.18.1.7", front: "cloudflare" })]), shop)).toEqual(["aws/us-east-1", undefined]);
  });
});

describe("a site whose name a platform hands out", () => {
  test("keeps its own owner, and the platform as whom it bears witness", () => {
    const world = seen([page("one.vercel.app"), page("www.shop.com", {}, 2)]);
    expect(world.sites["one.vercel.app"]).toMatchObject({ owner: "one", witness: "vercel" });
    expect(world.sites["shop.com"]).not.toHaveProperty("witness");
  });
});
