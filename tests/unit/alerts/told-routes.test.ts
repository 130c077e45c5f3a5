import { describe, expect, test } from "vitest";
import { isTold, noteRoutes } from "../../../utils/core/alerts/told-routes.ts";
import { clear, type Verdict } from "../../../utils/core/diagnosis/verdict.ts";
import { HOUR, MINUTE } from "../../../utils/core/time.ts";

const START = Date.parse("2026-11-28T14:00:00Z");
const routeTo = (subject: string): Verdict => ({ ...clear("shop.com"), scope: "network", cause: "route", subject });
const CLOUDFLARE = routeTo("cloudflare");

describe("a way to a provider that is cut", () => {
  test("is on the badge for a quarter of an hour, and then in the popup only for the rest of the day", () => {
    const told = noteRoutes({}, [CLOUDFLARE], START);
    expect(isTold(told, CLOUDFLARE, START + 14 * MINUTE)).toBe(false);
    expect(isTold(told, CLOUDFLARE, START + 15 * MINUTE)).toBe(true);
    expect(isTold(noteRoutes(told, [CLOUDFLARE], START + 5 * HOUR), CLOUDFLARE, START + 5 * HOUR)).toBe(true);
  });

  test("is told again the next day", () => {
    const told = noteRoutes({}, [CLOUDFLARE], START);
    const tomorrow = START + 24 * HOUR;
    expect(isTold(noteRoutes(told, [CLOUDFLARE], tomorrow), CLOUDFLARE, tomorrow)).toBe(false);
  });

  test("leaves the way to another provider to be told, and every other verdict", () => {
    const told = noteRoutes({}, [CLOUDFLARE], START);
    const later = START + HOUR;
    expect(isTold(told, routeTo("fastly"), later)).toBe(false);
    expect(isTold(told, { ...CLOUDFLARE, scope: "provider", cause: "incident" } as Verdict, later)).toBe(false);
  });

  test("changes nothing where it is noted already, so that nothing is written", () => {
    const told = noteRoutes({}, [CLOUDFLARE, clear(null)], START);
    expect(noteRoutes(told, [CLOUDFLARE], START + MINUTE)).toBe(told);
    expect(noteRoutes(told, [routeTo("fastly")], START + 25 * HOUR)).toEqual({ fastly: START + 25 * HOUR });
  });
});
