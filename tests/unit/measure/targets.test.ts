import { describe, expect, test } from "vitest";
import asked from "../../../server/measure/asked.json" with { type: "json" };
import { askedName, dateAsked } from "../../../server/measure/asked.ts";
import { ANCHORS } from "../../../server/measure/own-control.ts";
import { PLACE_TARGETS } from "../../../server/measure/place-target-table.ts";
import { SERVICE_TARGETS, WITHOUT_WWW } from "../../../server/measure/service-target-table.ts";
import { measuredTargets, targetsDocument } from "../../../server/measure/targets.ts";
import { readPublicName } from "../../../server/net/public-name.ts";
import { catalogue } from "../../../utils/core/providers/catalogue.ts";
import { placementOfHost } from "../../../utils/core/providers/host-rules.ts";
import { isKnownPlace } from "../../../utils/core/providers/known-places.ts";
import { parsePlaceId } from "../../../utils/core/providers/place.ts";
import { REGION_NAMES } from "../../../utils/core/providers/region-table.ts";

const targets = measuredTargets(catalogue());

describe("the list of targets", () => {
  test("has some hundreds, each of a place or a service that is known, and each once", () => {
    const services = new Set(catalogue().map(({ id }) => id));
    expect(targets.length).toBeGreaterThan(550);
    expect(targets.length).toBeLessThan(700);
    expect(targets.filter(({ id }) => !isKnownPlace(id) && !services.has(id))).toEqual([]);
    expect(new Set(targets.map(({ id }) => id)).size).toBe(targets.length);
    expect(new Set(targets.map(({ host }) => host)).size).toBe(targets.length);
  });

  test("has public names, paths that can be asked for, and a reason for each", () => {
    expect(targets.filter(({ host }) => !readPublicName(host).ok)).toEqual([]);
    expect(targets.filter(({ path }) => !/^\/[\x21-\x7e]*$/.test(path))).toEqual([]);
    expect(targets.filter(({ reason }) => reason.length < 5)).toEqual([]);
  });

  test("has nothing of services about which nothing may be reported", () => {
    const sensitive = catalogue().filter((service) => service.sensitive === true);
    expect(sensitive.length).toBeGreaterThan(0);
    expect(targets.filter(({ id }) => sensitive.some((service) => service.id === id))).toEqual([]);
  });

  test("has no cloud as a whole, for which one region would speak, and no front page of one", () => {
    expect(targets.filter(({ id }) => id in REGION_NAMES)).toEqual([]);
  });

  test("names regions by hosts that the host rules put into that very region, where they know one", () => {
    const wrong = targets.filter(({ id, host }) => {
      const { provider, region } = parsePlaceId(id);
      const found = region === null ? null : placementOfHost(host);
      return found !== null && found.region !== null && (found.provider !== provider || found.region !== region);
    });
    expect(wrong).toEqual([]);
  });

  test("has the anchors, which belong to three providers", () => {
    expect(ANCHORS).toHaveLength(3);
    expect(targets.filter(({ id }) => ANCHORS.includes(id))).toHaveLength(3);
  });

  test("has no line about a service that the catalogue does not have", () => {
    const services = new Set(catalogue().map(({ id }) => id));
    const own = SERVICE_TARGETS.trim()
      .split("\n")
      .map((line) => line.split("|")[0] ?? "");
    const places = PLACE_TARGETS.trim()
      .split("\n")
      .flatMap((line) => (line.includes("|") ? [line.split("|")[0] ?? ""] : []));
    expect([...own, ...WITHOUT_WWW].filter((id) => !services.has(id) && !places.includes(id))).toEqual([]);
  });

  test("says of each target when it was asked, or that it never was", () => {
    const dates = Object.entries<string>(asked);
    const names = new Set(targets.map(askedName));
    expect(dates.filter(([name, date]) => !names.has(name) || !/^20\d\d-\d\d-\d\d$/.test(date))).toEqual([]);
    const published = targetsDocument(targets).targets;
    expect(published.map(({ asked: date }) => date)).toEqual(targets.map(dateAsked));
    expect(published.filter(({ asked: date }) => date !== null)).toHaveLength(dates.length);
  });
});
