import { describe, expect, test } from "vitest";
import { type AlertState, alertSubject, NO_ALERT, updateAlerts } from "../../../utils/core/alerts/outage-alert.ts";
import type { Verdict } from "../../../utils/core/diagnosis/verdict.ts";
import { MINUTE, SECOND } from "../../../utils/core/time.ts";

const START = Date.parse("2021-12-07T15:32:00Z");
const verdict = (about: Partial<Verdict>) =>
  ({ site: null, cause: null, subject: null, confidence: 0.9, since: START, evidence: [], ...about }) as Verdict;
const CLEAR = verdict({ scope: "clear" });
const OUTAGE = verdict({ scope: "provider", cause: "correlated", subject: "aws/us-east-1" });
const SITE = verdict({ scope: "site", cause: "http", subject: "shop.com" });
const ROUTE = verdict({ scope: "network", cause: "route", subject: "cloudflare" });
const REFUSED = verdict({ scope: "clear", cause: "refuses", subject: "shop.com" });
const NETWORK = verdict({ scope: "network", cause: "isp" });

/** Updates every ten seconds; returns what was announced, with the second of that. */
function play(phases: { verdict: Verdict; seconds: number; quiet?: boolean }[], alerting: AlertState = NO_ALERT): [number, string][] {
  const announced: [number, string][] = [];
  let now = START;
  for (const { verdict, seconds, quiet = false } of phases) {
    for (let second = 0; second < seconds; second += 10) {
      const step = updateAlerts(alerting, verdict, quiet, now);
      alerting = step.alerting;
      if (step.announce !== null) announced.push([(now - START) / SECOND, step.announce.what]);
      now += 10 * SECOND;
    }
  }
  return announced;
}

describe("an outage", () => {
  test("is announced once when it begins and once when it is over, however long it lasts and however it flaps", () => {
    const announced = play([
      { verdict: OUTAGE, seconds: 600 },
      { verdict: CLEAR, seconds: 60 },
      { verdict: OUTAGE, seconds: 300 },
      { verdict: CLEAR, seconds: 600 },
    ]);
    expect(announced).toEqual([
      [20, "began"],
      [1080, "over"],
    ]);
  });

  test("is not announced while the verdict may still change", () => {
    expect(
      play([
        { verdict: OUTAGE, seconds: 20 },
        { verdict: CLEAR, seconds: 600 },
      ]),
    ).toEqual([]);
  });

  test("that turns into another is the same outage", () => {
    expect(
      play([
        { verdict: NETWORK, seconds: 100 },
        { verdict: OUTAGE, seconds: 300 },
      ]),
    ).toEqual([[20, "began"]]);
  });

  test("that begins again within half an hour is not announced again, and later is", () => {
    const wave = [
      { verdict: OUTAGE, seconds: 60 },
      { verdict: CLEAR, seconds: 300 },
    ];
    expect(play([...wave, ...wave]).map(([, what]) => what)).toEqual(["began", "over"]);
    expect(play([...wave, { verdict: CLEAR, seconds: 1800 }, ...wave]).map(([, what]) => what)).toEqual(["began", "over", "began", "over"]);
  });

  test("in quiet hours is announced neither then nor when it ends after them", () => {
    expect(
      play([
        { verdict: OUTAGE, seconds: 60, quiet: true },
        { verdict: OUTAGE, seconds: 60 },
        { verdict: CLEAR, seconds: 600 },
      ]),
    ).toEqual([]);
  });

  test("of one site, or a site that turns the person away, interrupts nobody", () => {
    expect(
      play([
        { verdict: SITE, seconds: 600 },
        { verdict: REFUSED, seconds: 600 },
      ]),
    ).toEqual([]);
  });

  test("that is a way to a provider which is cut from here is announced once a day", () => {
    const wave = [
      { verdict: ROUTE, seconds: 60 },
      { verdict: CLEAR, seconds: 3600 },
    ];
    expect(play([...wave, ...wave, ...wave])).toEqual([
      [20, "began"],
      [180, "over"],
    ]);
    expect(play([...wave, { verdict: CLEAR, seconds: 86_400 }, ...wave]).map(([, what]) => what)).toEqual([
      "began",
      "over",
      "began",
      "over",
    ]);
  });
});

test("forgets announcements that no longer matter", () => {
  let alerting: AlertState = {
    state: "waiting",
    about: "fastly",
    since: START,
    lately: { "aws/us-east-1": START - 31 * MINUTE, "route fastly": START - 31 * MINUTE, azure: START },
  };
  ({ alerting } = updateAlerts(alerting, verdict({ scope: "provider", subject: "fastly" }), false, START + MINUTE));
  expect(alerting.lately).toEqual({ "route fastly": START - 31 * MINUTE, azure: START, fastly: START + MINUTE });
});

test("tells a place, the way to a place and one's own network apart", () => {
  expect(alertSubject("aws/us-east-1")).toEqual({ place: { provider: "aws", region: "us-east-1" }, isRoute: false });
  expect(alertSubject("route cloudflare")).toEqual({ place: { provider: "cloudflare", region: null }, isRoute: true });
  expect(alertSubject("network")).toEqual({ place: null, isRoute: false });
});
