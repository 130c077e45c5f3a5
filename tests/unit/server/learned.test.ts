import { describe, expect, test } from "vitest";
import { restoreLearned, writeLearned } from "../../../server/crowd/learned-baselines.ts";
import { advance } from "../../../server/detect/close-minute.ts";
import { createDetector } from "../../../server/detect/detector.ts";
import { ingestReport } from "../../../server/detect/ingest.ts";
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

  test.each(["", "{}", "[]", '{"rhythm":{},"baselines":{}}', '{"pattern":{"reported":[1e999]},"baselines":{}}'])(
    "that is stored as %j is learned anew",
    (text) => {
      const detector = newDetector();
      expect(restoreLearned(detector, text, NOON)).toBe(false);
      expect(detector).toEqual(newDetector());
    },
  );
});
