import { describe, expect, test } from "vitest";
import { loadTranslator } from "../../../scripts/support/translator.ts";
import { pathStations } from "../../../utils/core/view/path-stations.ts";
import { siteNameOf } from "../../../utils/core/view/site-title.ts";
import type { Situation } from "../../../utils/core/view/situation.ts";
import { SITUATIONS } from "../../instruments/gallery/samples.ts";

const english = loadTranslator("en");

function stationsOf(sample: string, over: Partial<Situation> = {}) {
  const known = SITUATIONS[sample];
  if (known === undefined) throw new Error(sample);
  const situation = { ...known, ...over };
  return pathStations(situation, siteNameOf(situation, "en"));
}
const statesOf = (sample: string, over?: Partial<Situation>) => stationsOf(sample, over).map(({ state }) => state);
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

  test("breaks on the way to the provider where only that is cut, and leaves the provider unknown", () => {
    expect(statesOf("network-route")).toEqual(["fine", "broken", "unknown", "unknown"]);
    expect(stationsOf("network-route")[1]?.label).toEqual({ wayTo: "cloudflare" });
    expect(stationsOf("network-route")[3]?.label).toEqual({ provider: "cloudflare" });
  });

  test("breaks on the way where a block answers for one site, and at the device where something opens all connections", () => {
    expect(statesOf("local-own-page")).toEqual(["fine", "broken", "unknown", "unknown"]);
    expect(statesOf("local-interception")[0]).toBe("broken");
  });

  test("leaves a site that turns the person away without a tick, though the way to it is open", () => {
    expect(statesOf("clear-refuses").slice(0, 3)).toEqual(["fine", "fine", "unknown"]);
  });

  test("leaves a site without a tick in basic access, where an error page looks like any page", () => {
    expect(statesOf("clear-basic").slice(0, 3)).toEqual(["fine", "fine", "unknown"]);
  });

  test("breaks at a site that hangs, and ticks one that is slow and answers", () => {
    expect(statesOf("site-hang")).toEqual(["fine", "fine", "broken", "unknown"]);
    expect(statesOf("clear-slower")).toEqual(["fine", "fine", "fine", "fine"]);
  });

  test("breaks at nothing that answers again", () => {
    expect(statesOf("site-answers-again")).toEqual(["fine", "fine", "suspected", "unknown"]);
  });

  test("ticks neither device nor network after a check that failed, whatever answered before it", () => {
    expect(statesOf("unclear-first", { isCutOff: true }).slice(0, 2)).toEqual(["unknown", "unknown"]);
    expect(statesOf("clear", { isCutOff: true }).slice(0, 2)).toEqual(["unknown", "unknown"]);
  });

  test("ticks device and network by any HTTP status of the site itself", () => {
    const alone = { answeredLately: 0, verdict: { ...(SITUATIONS["site-http"] as Situation).verdict, evidence: [] } };
    expect(statesOf("site-http", alone).slice(0, 2)).toEqual(["unknown", "unknown"]);
    expect(statesOf("site-http", { ...alone, failedStatus: 503 }).slice(0, 2)).toEqual(["fine", "fine"]);
  });

  test("takes a mirror on this device or network for no proof of the way out", () => {
    const local = { kind: "reachability", result: "reached-locally", seconds: 3 } as const;
    const { verdict } = SITUATIONS["unclear-first"] as Situation;
    expect(statesOf("unclear-first", { answeredLately: 0, verdict: { ...verdict, evidence: [local] } }).slice(0, 2)).toEqual([
      "unknown",
      "unknown",
    ]);
  });

  test("ticks no cloud that other sites' failures blame", () => {
    expect(statesOf("clear", { standingOutage: "aws/us-east-1" })[3]).toBe("suspected");
  });

  test("proves each tick with what answered, and each break with the strongest reason", () => {
    expect(proofsOf("provider-correlated")[0]).toBe("12 other sites answered in the last minute.");
    expect(proofsOf("provider-correlated")[3]).toMatch(/^3 sites on AWS US East/);
  });
});
