import { describe, expect, test } from "vitest";
import { CATEGORY_NAMES } from "../../../components/dashboard/category-names.ts";
import type { Incident } from "../../../utils/core/feed/incident.ts";
import { catalogue } from "../../../utils/core/providers/catalogue.ts";
import { areaOf } from "../../../utils/core/providers/region-area.ts";
import { REGION_NAMES } from "../../../utils/core/providers/region-table.ts";
import type { KnownHost } from "../../../utils/core/view/dependency-map.ts";
import { filterChoices, filterOutages, NO_FILTER, type OutageFilter } from "../../../utils/core/view/outage-filter.ts";
import { listOutages } from "../../../utils/core/view/outages.ts";
import { AWS_INCIDENT } from "../../instruments/gallery/situation-parts.ts";

const host = (site: string, provider: string, region: string | null): KnownHost => ({ host: `www.${site}`, site, provider, region });
const HOSTS = [host("netflix.com", "aws", "us-east-1"), host("shop.example", "aws", "eu-west-1"), host("x.com", "cloudflare", null)];
const incident = (over: Partial<Incident> = {}): Incident => ({ ...AWS_INCIDENT, affects: [], ...over });
const touched = (one: Incident, serviceOf: (site: string) => string | null = () => null) =>
  listOutages([one], HOSTS, serviceOf, () => null)[0]?.touches;

describe("an outage touches", () => {
  test("the sites on its region and no others of the provider", () => {
    expect(touched(incident())).toEqual(["netflix.com"]);
  });

  test("all sites of the provider when it names no region", () => {
    expect(touched(incident({ region: null }))).toEqual(["netflix.com", "shop.example"]);
  });

  test("sites that the feed names, wherever they are hosted", () => {
    expect(touched(incident({ region: "us-west-2", affects: ["x"] }), (site) => (site === "x.com" ? "x" : null))).toEqual(["x.com"]);
  });

  test("one site only, when it is an incident of that site", () => {
    expect(touched(incident({ site: "netflix" }), (site) => (site === "netflix.com" ? "netflix" : null))).toEqual(["netflix.com"]);
  });
});

test("lists the outages that touch most sites first, and none that is resolved", () => {
  const list = listOutages(
    [incident({ id: "none", region: "sa-east-1" }), incident({ id: "one" }), incident({ id: "over", status: "resolved" })],
    HOSTS,
    () => null,
    () => null,
  );
  expect(list.map(({ incident: { id } }) => id)).toEqual(["one", "none"]);
});

describe("the list of outages is filtered", () => {
  const CATEGORIES: { [service: string]: string } = { netflix: "video", coinbase: "money", slack: "work" };
  const outages = listOutages(
    [
      incident({ id: "virginia", affects: ["netflix", "coinbase"] }),
      incident({ id: "gulf", region: "me-south-1" }),
      incident({ id: "everywhere", provider: "cloudflare", region: null }),
      incident({ id: "site", provider: "slack", region: null, site: "slack" }),
    ],
    HOSTS,
    () => null,
    (service) => CATEGORIES[service] ?? null,
  );
  const left = (filter: Partial<OutageFilter>) =>
    filterOutages(outages, { ...NO_FILTER, ...filter })
      .map(({ incident: { id } }) => id)
      .sort();

  test("by the person's own sites", () => {
    expect(left({ mine: true })).toEqual(["everywhere", "virginia"]);
  });

  test("by area, to each of which an outage of no region belongs", () => {
    expect(left({ area: "americas" })).toEqual(["everywhere", "site", "virginia"]);
    expect(left({ area: "middle-east-africa" })).toEqual(["everywhere", "gulf", "site"]);
  });

  test("by category, of what fails and of what is known to be affected", () => {
    expect(left({ category: "money" })).toEqual(["virginia"]);
    expect(left({ category: "cloud" })).toEqual(["everywhere", "gulf", "virginia"]);
    expect(left({ category: "work" })).toEqual(["site"]);
  });

  test("and offers only areas and categories that some outage has", () => {
    expect(filterChoices(outages).areas).toEqual(["americas", "middle-east-africa"]);
    expect(filterChoices(outages).categories.sort()).toEqual(["cloud", "money", "video", "work"]);
  });
});

describe("an area", () => {
  test("is known of every region that has a name", () => {
    const lost = Object.entries(REGION_NAMES).flatMap(([provider, lines]) =>
      lines
        .trim()
        .split("\n")
        .map((line) => line.split("|")[0] ?? "")
        .filter((region) => areaOf(provider, region) === null)
        .map((region) => `${provider}/${region}`),
    );
    expect(lost).toEqual([]);
  });

  test("is read from the whole name of a region", () => {
    expect(areaOf("aws", "me-south-1")).toBe("middle-east-africa");
    expect(areaOf("azure", "southeastasia")).toBe("asia-pacific");
    expect(areaOf("oracle", "sa-saopaulo-1")).toBe("americas");
    expect(areaOf("gcp", "europe-west4")).toBe("europe");
    expect(areaOf("somebody", "zone-7")).toBeNull();
    expect(areaOf("aws", null)).toBeNull();
  });
});

test("every category of the catalogue has a name", () => {
  expect(Object.keys(CATEGORY_NAMES).sort()).toEqual([...new Set(catalogue().map(({ category }) => category))].sort());
});
