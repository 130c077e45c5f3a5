import { describe, expect, test } from "vitest";
import { dependencyMap, type KnownHost } from "../../../utils/core/view/dependency-map.ts";

const host = (name: string, site: string, provider: string, region: string | null = null): KnownHost => ({
  host: name,
  site,
  provider,
  region,
});

const hosts = [
  host("www.shop.example", "shop.example", "cloudflare"),
  host("api.shop.example", "shop.example", "aws", "us-east-1"),
  host("www.news.example", "news.example", "aws", "us-east-1"),
  host("www.bank.example", "bank.example", "azure", "westeurope"),
];
const visits = new Map([
  ["shop.example", 2],
  ["news.example", 6],
  ["bank.example", 2],
  ["tiny.example", 1],
]);

describe("the dependency map", () => {
  const map = dependencyMap(hosts, visits, new Set(["aws/us-east-1"]));
  const aws = map.dependencies.find(({ place }) => place === "aws/us-east-1");

  test("gives the share of sites and of visits that a region hosts", () => {
    expect(aws).toMatchObject({ provider: "aws", region: "us-east-1", shareOfSites: 2 / 3, shareOfVisits: 0.8 });
  });

  test("puts a site under every place that hosts one of its hosts", () => {
    const places = map.dependencies.filter(({ sites }) => sites.some(({ site }) => site === "shop.example"));
    expect(places.map(({ place }) => place)).toEqual(["aws/us-east-1", "cloudflare"]);
  });

  test("puts the place with most sites first, and the most visited site first within it", () => {
    expect(map.dependencies[0]?.place).toBe("aws/us-east-1");
    expect(aws?.sites.map(({ site }) => site)).toEqual(["news.example", "shop.example"]);
  });

  test("marks a place that fails now, also when its whole provider does", () => {
    expect(aws?.failing).toBe(true);
    expect(dependencyMap(hosts, visits, new Set(["azure"])).dependencies.find(({ provider }) => provider === "azure")?.failing).toBe(true);
  });

  test("names the sites of which no host has a known place", () => {
    expect(map.unmapped).toEqual(["tiny.example"]);
  });

  test("of a new browser is empty and divides by nothing", () => {
    expect(dependencyMap([], new Map(), new Set())).toEqual({ dependencies: [], mapped: 0, unmapped: [] });
  });
});
