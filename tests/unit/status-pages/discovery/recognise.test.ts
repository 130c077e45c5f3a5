import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { adapterFor } from "../../../../utils/core/status-pages/formats.ts";
import { pageNames } from "../../../../utils/core/status-pages/page-names.ts";
import { recognise } from "../../../../utils/core/status-pages/recognise.ts";
import { allowedMove } from "../../../../utils/core/status-pages/recognise-move.ts";
import { isPageOf, type NamedPage } from "../../../../utils/core/status-pages/recognise-owner.ts";

const PAYLOADS = new URL("../payloads/", import.meta.url);
const SITE = "shop.example";
const OWN = `https://status.${SITE}/`;
const source = { id: SITE, provider: SITE, site: SITE, page: `https://status.${SITE}`, url: OWN, now: Date.parse("2026-10-01T12:00:00Z") };
const bytesOf = (text: string) => new TextEncoder().encode(text);

const saved = (format: string) => {
  const folder = new URL(`${format}/`, PAYLOADS);
  return readdirSync(folder).map((name) => ({ name: `${format}/${name}`, format, bytes: readFileSync(new URL(name, folder)) }));
};
const PLATFORMS = ["statuspage", "incident-io", "instatus", "better-stack", "status-io", "firehydrant", "pagerduty", "statuspage-atom"];
const SINGLE = ["apple", "aws-data", "aws-health", "azure-devops", "google-cloud", "heroku", "meta", "oracle", "paypal", "playstation"];

describe("a payload found under a name", () => {
  test.each(PLATFORMS.flatMap(saved))("$name is recognised by its content and read as by its own parser", ({ format, bytes }) => {
    expect(recognise(bytes, source)?.reading).toEqual(adapterFor(format)?.read(bytes, source));
  });

  test.each([...SINGLE, "salesforce", "slack", "stripe"].flatMap(saved))(
    "$name is not recognised: one company alone uses it",
    ({ bytes }) => {
      expect(recognise(bytes, source)).toBeNull();
    },
  );

  const feed = (title: string) =>
    bytesOf(`<rss version="2.0"><channel><title>${title}</title><item><title>We are down</title></item></channel></rss>`);

  test("in RSS is one of incidents by the words of its title only", () => {
    expect(recognise(feed("Shop Status"), source)?.reading.incidents).toHaveLength(1);
    expect(recognise(feed("Shop News"), source)).toBeNull();
  });

  test.each(["", "{}", "[]", "null", "<!doctype html><title>Status: for sale</title>", '{"status":"ok"}', "\u0000\u0001"])(
    "%j is no payload",
    (text) => expect(recognise(bytesOf(text), source)).toBeNull(),
  );

  test("says whose it is", () => {
    const [reports] = saved("better-stack").filter(({ name }) => name.endsWith("reports.json"));
    expect(recognise(reports?.bytes ?? bytesOf(""), source)?.page).toEqual({
      ...{ name: "Together", url: "https://status.together.ai", company: "https://together.ai" },
    });
  });
});

describe("whose page it is", () => {
  const isOurs = (page: Partial<NamedPage>, from = "https://shopstatus.com/", site = SITE) =>
    isPageOf({ name: "", url: "", company: "", ...page }, from, site);

  test("a page at the site's own domain is the site's, unless it says otherwise", () => {
    expect(isOurs({}, OWN)).toBe(true);
    expect(isOurs({ name: "Other words" }, OWN)).toBe(true);
    expect(isOurs({ name: "Shop", url: "https://status.stranger.example" }, OWN)).toBe(false);
  });

  test.each(["Shop", "Shop Status", "The SHOP, live", "shop.example", "ShopStatus"])(
    "elsewhere the name has to stand on it: %s",
    (name) => {
      expect(isOurs({ name })).toBe(true);
    },
  );

  test.each(["", "Another Company", "Shopify Status", "Workshop", "Status"])("elsewhere these words are not its name: %j", (name) => {
    expect(isOurs({ name })).toBe(false);
    expect(isOurs({ name, url: "https://shopstatus.com" })).toBe(false);
  });

  test("words written apart are the name that is written together, with a hyphen or without", () => {
    for (const site of ["morning-news.example", "morningnews.example"])
      expect(isOurs({ name: "Morning News Status" }, "https://morningnewsstatus.com/", site)).toBe(true);
  });

  test("an address at the domain is as good as the name", () => {
    expect(isOurs({ name: "Other words", url: OWN })).toBe(true);
    expect(isOurs({ name: "Other words", company: `https://www.${SITE}` })).toBe(true);
  });

  test("a name like the site's does not help who gives another address", () => {
    expect(isOurs({ name: "Shop", company: "https://shopping.example" })).toBe(false);
    expect(isOurs({ name: "Shop", url: "https://status.stranger.example" })).toBe(false);
  });

  test("an address at a platform says nothing for or against it", () => {
    expect(isOurs({ name: "Shop", url: "https://x1y2.statuspage.io" })).toBe(true);
    expect(isOurs({ name: "Other words", url: "https://shop.statuspage.io" }, "https://shop.statuspage.io/")).toBe(false);
  });

  test("a name of 100,000 letters costs no time to speak of, and broken addresses are none", () => {
    expect(isOurs({ name: "s h o ".repeat(100_000), url: "https://", company: "::" })).toBe(false);
  });
});

describe("a redirect", () => {
  const moved = (to: string, from = "https://shopstatus.com/api/v2/summary.json") => allowedMove(to, from, SITE, pageNames(SITE));

  test.each([
    ["its own www", "https://www.shopstatus.com/api/v2/summary.json"],
    ["the site's own hosts", "https://www.shop.example/status"],
    ["another of the names", "https://shop.statuspage.io/"],
    ["a platform's page of this name", "https://shop.instatus.com/summary.json"],
  ])("to %s is followed", (_, to) => expect(moved(to)).toBe(to));

  test("is followed within its host, without the fragment", () => {
    expect(moved("/en?a=1#top")).toBe("https://shopstatus.com/en?a=1");
  });

  test.each([
    ["another owner", "https://status.stranger.example/"],
    ["a platform's page of another name", "https://stranger.statuspage.io/"],
    ["a name below a platform's page", "https://shop.stranger.statuspage.io/"],
    ["a name that only begins like it", "https://shopstatus.com.stranger.example/"],
    ["plain http", "http://www.shopstatus.com/"],
    ["another port", "https://www.shopstatus.com:8443/"],
    ["a user name", "https://shop@www.shopstatus.com/"],
    ["a private address", "https://192.168.1.1/"],
    ["this device", "https://localhost/"],
    ["no address", "https://"],
    ["a script", "javascript:alert(1)"],
  ])("to %s is not followed", (_, to) => expect(moved(to)).toBeNull());
});
