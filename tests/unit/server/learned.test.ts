import { describe, expect, test } from "vitest";
import { restoreLearned, writeLearned } from "../../../server/crowd/learned-baselines.ts";
import { advance } from "../../../server/detect/close-minute.ts";
import { createDetector } from "../../../server/detect/detector.ts";
import { ingestReport } from "../../../server/detect/ingest.ts";
import { usualShares } from "../../../server/detect/reporters/usual-countries.ts";
import { DAY, MINUTE } from "../../../utils/core/time.ts";

const NOON = Date.parse("2026-03-03T12:00:00Z");
const newDetector = () => createDetector({ services: [{ id: "netflix", on: [] }] }, NOON);

describe("what a detector has learned", () => {
  test("by a clock a day ahead stays, and the last hours fade from now on", () => {
    const ahead = newDetector();
    for (let minute = 0; minute < DAY / MINUTE; minute += 30) {
      ingestReport(ahead, { service: "netflix", on: null, failure: "http.error", prefix: "slot1", network: "AS1" }, NOON + minute * MINUTE);
    }
    advance(ahead, NOON + DAY);
    const learned = ahead.services.get("netflix")?.baseline;
    expect(learned?.mean).toBeGreaterThan(newDetector().services.get("netflix")?.baseline.mean ?? 0);

    const detector = newDetector();
    restoreLearned(detector, writeLearned(ahead), NOON);
    const restored = detector.services.get("netflix")?.baseline;
    expect(restored).toEqual({ ...learned, recent: { ...learned?.recent, at: NOON / MINUTE } });
    expect(detector.pattern.recent).toEqual({ ...ahead.pattern.recent, at: NOON / MINUTE });
    expect(detector.pattern.total).toBe(learned?.mean);
  });

  test("are the countries of people who report without any trouble, once they are enough", () => {
    const services = Array.from({ length: 100 }, (_, index) => ({ id: `s${index}`, on: [] }));
    const detector = createDetector({ services }, NOON);
    expect(usualShares(detector.countries)).toBeNull();
    for (let each = 0; each < 300; each++) {
      const country = each % 10 === 0 ? "ES" : each === 1 ? "VA" : "US";
      const report = { on: null, failure: "http.error", prefix: `p${each}`, network: `AS${each}`, country };
      ingestReport(detector, { ...report, service: `s${each % 100}` }, NOON + each * 5 * MINUTE);
      // A crowd on one network is not what is usual.
      for (let more = 0; more < 20; more++)
        ingestReport(detector, { ...report, service: "s0", prefix: `x${each}-${more}`, network: "AS1", country: "ES" }, NOON);
    }
    advance(detector, NOON + 2 * DAY);
    expect(usualShares(detector.countries)?.get("US")).toBeGreaterThan(0.8);

    const restored = createDetector({ services }, NOON + 2 * DAY);
    expect(restoreLearned(restored, writeLearned(detector), NOON + 2 * DAY)).toBe(true);
    expect(usualShares(restored.countries)?.get("US")).toBeCloseTo(usualShares(detector.countries)?.get("US") ?? 0, 1);
    // Of a single person there nothing is kept.
    expect(writeLearned(detector)).not.toContain("VA");
  });

  test.each(["", "{}", "[]", '{"rhythm":{},"baselines":{}}', '{"pattern":{"reported":[1e999]},"baselines":{}}'])(
    "that is stored as %j is learned anew",
    (text) => {
      const detector = newDetector();
      expect(restoreLearned(detector, text, NOON)).toBe(false);
      expect(detector).toEqual(newDetector());
    },
  );
});
