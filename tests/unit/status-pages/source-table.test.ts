import { describe, expect, test } from "vitest";
import { CATALOGUE } from "../../../utils/core/providers/catalogue-table.ts";
import { LINKED_PAGES, SOURCES } from "../../../utils/core/status-pages/all-sources.ts";
import { FORMATS } from "../../../utils/core/status-pages/format-names.ts";

const CATALOGUE_IDS = new Set(CATALOGUE.split("\n").map((line) => line.split("|")[0]));

describe("the list of sources", () => {
  test("has each source once", () => {
    const ids = [...SOURCES, ...LINKED_PAGES].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.length).toBeGreaterThanOrEqual(170);
  });

  test("gives each source a known format, an https URL, a page and an interval", () => {
    for (const { format, url, page, every, provider } of SOURCES) {
      expect(FORMATS).toContain(format);
      expect(new URL(url).protocol).toBe("https:");
      expect(new URL(page).protocol).toBe("https:");
      expect(every).toBeGreaterThanOrEqual(60);
      expect(every).toBeLessThanOrEqual(300);
      expect(provider).toMatch(/^[a-z0-9-]+$/);
    }
  });

  test("names sites by their ids in the catalogue", () => {
    const sites = [...SOURCES, ...LINKED_PAGES].flatMap(({ site }) => site ?? []);
    expect(sites.filter((site) => !CATALOGUE_IDS.has(site))).toEqual([]);
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
    });
    expect(SOURCES.find(({ id }) => id === "google-play")).toMatchObject({ provider: "google", site: "google-play" });
    expect(SOURCES.find(({ id }) => id === "cloudflare")).toMatchObject({ provider: "cloudflare", site: null });
  });
});
