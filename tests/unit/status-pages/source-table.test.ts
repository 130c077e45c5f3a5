import { describe, expect, test } from "vitest";
import { siteOf } from "../../../utils/core/net/site-name.ts";
import { wholeCatalogue } from "../../../utils/core/providers/further-services.ts";
import { LINKED_PAGES, SOURCES } from "../../../utils/core/status-pages/all-sources.ts";
import { FORMATS } from "../../../utils/core/status-pages/format-names.ts";
import { statusPages } from "../../../utils/core/status-pages/published-catalogue.ts";
import { addressesOf } from "../../../utils/core/status-pages/source.ts";
import { SOURCE_EVIDENCE } from "../../../utils/core/status-pages/source-evidence.ts";
import { BUILT_IN_SOURCES } from "../../../utils/core/status-pages/source-table.ts";

const SERVICES = new Set(wholeCatalogue().map(({ id }) => id));
const ALL = [...SOURCES, ...LINKED_PAGES];
const twice = (texts: readonly string[]) => texts.filter((text, index) => texts.indexOf(text) !== index);

describe("the list of sources", () => {
  test("has at least 400 sources with address and format, each once", () => {
    expect(SOURCES.length).toBeGreaterThanOrEqual(400);
    expect(twice(ALL.map(({ id }) => id))).toEqual([]);
  });

  test("names no address twice", () => {
    expect(twice(SOURCES.flatMap((source) => addressesOf(source).map(({ url }) => url)))).toEqual([]);
  });

  test("gives each source known formats, https addresses without a port, a page and an interval", () => {
    for (const source of SOURCES) {
      const { page, every, provider } = source;
      for (const { format, url } of addressesOf(source)) {
        expect(FORMATS).toContain(format);
        expect(new URL(url)).toMatchObject({ protocol: "https:", port: "", username: "", hash: "" });
        expect(siteOf(new URL(url).hostname)).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
      }
      expect(new URL(page).protocol).toBe("https:");
      expect(every).toBeGreaterThanOrEqual(60);
      expect(every).toBeLessThanOrEqual(300);
      expect(provider).toMatch(/^[a-z0-9-]+$/);
    }
  });

  test("names sites, and the services that a page speaks for, by their ids in the catalogue", () => {
    const named = ALL.flatMap(({ site, speaksFor = [] }) => [...(site === null ? [] : [site]), ...speaksFor]);
    expect(named.filter((id) => !SERVICES.has(id))).toEqual([]);
  });

  test("says when each address last answered, as a month that has been, or that nobody is known to have read it", () => {
    const months = SOURCES.flatMap(({ answered }) => answered ?? []);
    expect(months.filter((month) => !/^202[56]-(0[1-9]|1[0-2])$/.test(month) || month > "2026-11")).toEqual([]);
    expect(months.length).toBeGreaterThan(300);
    expect(SOURCES.some(({ answered }) => answered === undefined)).toBe(true);
  });

  test("knows nothing of sources that are not in it", () => {
    const ids = new Set(BUILT_IN_SOURCES.map(({ id }) => id));
    const lines = SOURCE_EVIDENCE.trim().split("\n");
    expect(twice(lines.map((line) => line.split("|")[0] ?? ""))).toEqual([]);
    expect(lines.filter((line) => !ids.has(line.split("|")[0] ?? ""))).toEqual([]);
  });

  test("only links pages that ask robots to stay away", () => {
    expect(SOURCES.some(({ url }) => url.includes("fastly"))).toBe(false);
    expect(LINKED_PAGES).toContainEqual(expect.objectContaining({ id: "fastly", page: "https://www.fastlystatus.com" }));
  });

  test("derives the URL of a platform's payload from the page", () => {
    expect(SOURCES.find(({ id }) => id === "discord")).toEqual({
      id: "discord",
      format: "statuspage",
      url: "https://discordstatus.com/api/v2/summary.json",
      provider: "discord",
      site: "discord",
      page: "https://discordstatus.com",
      every: 60,
      answered: "2026-08",
      others: [{ format: "statuspage", url: "https://srhpyqt94yxb.statuspage.io/api/v2/summary.json" }],
    });
    expect(SOURCES.find(({ id }) => id === "google-play")).toMatchObject({ provider: "google", site: "google-play" });
    expect(SOURCES.find(({ id }) => id === "cloudflare")).toMatchObject({ provider: "cloudflare", site: null });
    expect(SOURCES.find(({ id }) => id === "pinecone")).toMatchObject({ provider: "pinecone", site: "pinecone" });
    expect(SOURCES.find(({ id }) => id === "kinsta")).toMatchObject({ provider: "kinsta", site: null });
  });

  test("gives a second address of another format", () => {
    expect(SOURCES.find(({ id }) => id === "slack")?.others).toEqual([{ format: "rss", url: "https://slack-status.com/feed/atom" }]);
  });
});

describe("the status page of a service", () => {
  test("is that of its own source, and else of one that speaks for it", () => {
    const pages = statusPages();
    expect(pages.get("github")).toBe("https://www.githubstatus.com");
    expect(pages.get("gmail")).toBe("https://www.google.com/appsstatus/dashboard");
    expect(pages.get("venmo")).toBe("https://www.paypal-status.com");
    expect(pages.get("cloudflare")).toBe("https://www.cloudflarestatus.com");
    expect(pages.get("talabat")).toBeUndefined();
  });
});
