import { describe, expect, test } from "vitest";
import { advance } from "../../../server/detect/close-minute.ts";
import { createDetector } from "../../../server/detect/detector.ts";
import { ingestReport } from "../../../server/detect/ingest.ts";
import { detectorOutput } from "../../../server/detect/output.ts";
import { networkOf } from "../../../server/reports/network-prefix.ts";
import { MINUTE } from "../../../utils/core/time.ts";

const START = Date.parse("2026-03-03T12:00:00Z");
const SERVICES = ["netflix", "slack", "coinbase", "robinhood", "dropbox"];

/**
 * What the detector reports after some minutes in which these addresses report these services: all of them in each minute at which
 * `addresses` gives them. There is no table of networks.
 */
function outputAfter(minutes: number, addresses: (minute: number) => string[], services: string[] = SERVICES) {
  const watched = [...SERVICES, "other", "another"].map((id) => ({ id, on: ["aws/us-east-1"] }));
  // Netflix is a busy service: one report a minute is usual.
  const detector = createDetector({ services: watched, baseline: { netflix: 1 } }, START);
  for (let minute = 0; minute < minutes; minute++) {
    for (const address of addresses(minute)) {
      const { prefix, network } = networkOf(address, null) as { prefix: string; network: string };
      const at = START + minute * MINUTE;
      for (const service of services) ingestReport(detector, { service, on: "aws/us-east-1", failure: "http.error", prefix, network }, at);
    }
  }
  advance(detector, START + minutes * MINUTE);
  return detectorOutput(detector);
}

const range = (count: number) => Array.from({ length: count }, (_, index) => index);
const hex = (number: number) => number.toString(16);

/** Eight /32 of one /29, as an ordinary allocation is; eight prefixes a minute in each. */
const oneOrganisation = (minute: number) =>
  range(8).flatMap((block) => range(8).map((one) => `2a0e:b10${block}:${hex(minute * 8 + one)}::1`));
/** As much from each of forty blocks /29, which one owner of a /24 has. */
const manyBlocks = (minute: number) =>
  range(40).flatMap((block) => range(8).map((one) => `2a0e:${hex(block * 8)}:${hex(minute * 8 + one)}::1`));
/** People on fourteen networks of IPv4 in each minute. */
const people = (minute: number) => range(14).map((network) => `${20 + network}.${network}.${minute}.1`);

describe("without a table of networks", () => {
  test("one organisation with a /29 of IPv6 raises no alarm, for a service or a provider", () => {
    expect(outputAfter(10, oneOrganisation)).toMatchObject({ alarms: [], services: [] });
    expect(outputAfter(10, oneOrganisation, ["netflix"])).toMatchObject({ alarms: [], services: [] });
  });

  test("nor do forty blocks of IPv6, alone or beside the few that always report over IPv4", () => {
    expect(outputAfter(10, manyBlocks)).toMatchObject({ alarms: [], services: [] });
    const ordinary = (minute: number) => people(minute).filter((_, network) => network === minute % 14);
    expect(outputAfter(14, ordinary, ["netflix"]).alarms).toEqual([]);
    expect(outputAfter(14, (minute) => [...manyBlocks(minute), ...ordinary(minute)], ["netflix"]).alarms).toEqual([]);
  });

  test("people on enough networks of IPv4 do, and who reports over IPv6 counts in the figures", () => {
    const [alarm] = outputAfter(10, people).alarms;
    expect(alarm).toMatchObject({ kind: "place", place: "aws/us-east-1", crowd: { reporters: 140 } });
    const both = outputAfter(10, (minute) => [
      ...people(minute),
      ...people(minute).map((_, index) => `2a0${index % 10}:${hex(index)}::${hex(minute)}:1`),
    ]);
    expect(both.alarms).toHaveLength(1);
    expect(both.alarms[0]?.crowd?.reporters).toBeGreaterThan(140);
  });
});

describe("services on watch", () => {
  test("are at most two, those that most people report; a service in alarm takes no place of theirs", () => {
    const reporters = { s0: 32, s1: 38, s2: 34, s3: 36, s4: 33, s5: 60 };
    const baseline = Object.fromEntries(Object.keys(reporters).map((id) => [id, 1]));
    const detector = createDetector({ services: Object.keys(reporters).map((id) => ({ id, on: [] })), baseline }, START);
    for (const [service, count] of Object.entries(reporters)) {
      for (const one of range(count)) {
        const report = { service, on: null, failure: "http.error", prefix: `${service}-${one}`, network: `AS${one}` };
        ingestReport(detector, report, START + MINUTE);
      }
    }
    advance(detector, START + 2 * MINUTE);
    const watched = [...detector.services.values()].filter(({ status }) => status.kind === "watch");
    expect(watched).toHaveLength(5);
    const shown = detectorOutput(detector).services.map(({ id, state }) => `${id} ${state}`);
    expect(shown).toEqual(["s1 watch", "s3 watch", "s5 elevated"]);
  });
});
