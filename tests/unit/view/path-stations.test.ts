import { describe, expect, test } from "vitest";
import { loadTranslator } from "../../../scripts/support/translator.ts";
import { pathStations } from "../../../utils/core/view/path-stations.ts";
import { siteNameOf } from "../../../utils/core/view/site-title.ts";
import { SITUATIONS } from "../../instruments/gallery/samples.ts";

const english = loadTranslator("en");

function stationsOf(sample: string) {
  const situation = SITUATIONS[sample];
  if (situation === undefined) throw new Error(sample);
  return pathStations(situation, siteNameOf(situation, "en"));
}
const statesOf = (sample: string) => stationsOf(sample).map(({ state }) => state);
const proofsOf = (sample: string) => stationsOf(sample).map(({ proof }) => english.text(proof.key, proof.values));

describe("the path", () => {
  test("breaks at the cloud in a provider's outage, and leaves the site on it unknown", () => {
    expect(statesOf("provider-both")).toEqual(["fine", "fine", "unknown", "broken"]);
    expect(stationsOf("provider-both").at(-1)?.label).toEqual({ provider: "aws" });
  });

  test("breaks at the site when only the site fails", () => {
    expect(statesOf("site-http")).toEqual(["fine", "fine", "broken", "unknown"]);
  });

  test("breaks at the network when the connection fails for many sites, though some answered", () => {
    expect(statesOf("network-isp")).toEqual(["fine", "broken", "unknown", "unknown"]);
  });

  test("knows nothing beyond a device that is offline", () => {
    expect(statesOf("local-offline")).toEqual(["broken", "unknown", "unknown", "unknown"]);
  });

  test("still ticks the network when only this device's clock is wrong", () => {
    expect(statesOf("local-clock")).toEqual(["broken", "fine", "unknown", "unknown"]);
  });

  test("suspects the site while nothing is certain", () => {
    expect(statesOf("unclear-first")).toEqual(["fine", "fine", "suspected", "unknown"]);
  });

  test("ticks all four when the site answers", () => {
    expect(statesOf("clear")).toEqual(["fine", "fine", "fine", "fine"]);
  });

  test("suspects a cloud with a reported outage while this site works", () => {
    expect(statesOf("clear-cloud-reported")).toEqual(["fine", "fine", "fine", "suspected"]);
  });

  test("leaves site and cloud unknown in a tab without a site", () => {
    expect(statesOf("clear-empty-tab")).toEqual(["fine", "fine", "unknown", "unknown"]);
  });

  test("proves each tick with what answered, and each break with the strongest reason", () => {
    expect(proofsOf("provider-correlated")[0]).toBe("12 other sites answered in the last minute.");
    expect(proofsOf("provider-correlated")[3]).toMatch(/^3 sites on AWS US East/);
  });
});
