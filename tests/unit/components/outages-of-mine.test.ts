import { describe, expect, it } from "vitest";
import type { KnownHost } from "../../../utils/core/dependency-map.ts";
import type { Incident } from "../../../utils/core/feed.ts";
import { outagesOfMine } from "../../../utils/core/outages-of-mine.ts";
import { AWS_INCIDENT } from "../../gallery/samples.ts";

const host = (site: string, provider: string, region: string | null): KnownHost => ({ host: `www.${site}`, site, provider, region });
const HOSTS = [host("netflix.com", "aws", "us-east-1"), host("shop.example", "aws", "eu-west-1"), host("x.com", "cloudflare", null)];
const incident = (over: Partial<Incident> = {}): Incident => ({ ...AWS_INCIDENT, affects: [], ...over });
const touched = (one: Incident, serviceOf: (site: string) => string | null = () => null) =>
  outagesOfMine([one], HOSTS, serviceOf)[0]?.touches;

describe("an outage touches", () => {
  it("the sites on its region and no others of the provider", () => {
    expect(touched(incident())).toEqual(["netflix.com"]);
  });

  it("all sites of the provider when it names no region", () => {
    expect(touched(incident({ region: null }))).toEqual(["netflix.com", "shop.example"]);
  });

  it("sites that the feed names, whatever they stand on", () => {
    expect(touched(incident({ region: "us-west-2", affects: ["x"] }), (site) => (site === "x.com" ? "x" : null))).toEqual(["x.com"]);
  });

  it("one site only, when it is an incident of that site", () => {
    expect(touched(incident({ site: "netflix" }), (site) => (site === "netflix.com" ? "netflix" : null))).toEqual(["netflix.com"]);
  });
});

it("lists what touches most first, and nothing that is over", () => {
  const list = outagesOfMine(
    [incident({ id: "none", region: "sa-east-1" }), incident({ id: "one" }), incident({ id: "over", status: "resolved" })],
    HOSTS,
    () => null,
  );
  expect(list.map(({ incident: { id } }) => id)).toEqual(["one", "none"]);
});
