import { expect, test } from "vitest";
import { diagnose } from "../../../utils/core/diagnosis/diagnose.ts";
import type { Finding, Verdict } from "../../../utils/core/diagnosis/verdict.ts";
import type { Knowledge } from "../../../utils/core/providers/knowledge.ts";
import { decideReport } from "../../../utils/core/reports/decide-report.ts";
import { Scene } from "../diagnosis/scene.ts";

const KNOWLEDGE = { serviceOf: () => ({ id: "shop", name: "Shop" }) } as unknown as Knowledge;

/** A known service that fails beside others that answer: what may be reported. */
function failing() {
  const scene = new Scene().others(6);
  for (let round = 0; round < 3; round++) scene.wait(4).page("shop.com", 503, { tab: 3, on: "azure/eastus" }).others(2);
  const snapshot = scene.snapshot();
  return { snapshot, verdict: diagnose(snapshot, { site: "shop.com" }) };
}

test("a site that fails beside others is reported", () => {
  const { snapshot, verdict } = failing();
  expect(verdict.scope).toBe("site");
  expect(decideReport(snapshot, verdict, KNOWLEDGE)).toMatchObject({ report: { service: "shop", failure: "http.error" } });
});

test.each<[string, Finding, Verdict["evidence"]]>([
  ["a way that is cut from here", { scope: "network", cause: "route", subject: "cloudflare" }, []],
  ["a site that turns the person away", { scope: "clear", cause: "refuses", subject: "shop.com" }, []],
  ["a page that hangs", { scope: "site", cause: "slow", subject: "shop.com" }, [{ kind: "hang", site: "shop.com", seconds: 15 }]],
  ["a slow site", { scope: "site", cause: "slow", subject: "shop.com" }, [{ kind: "slower", site: "shop.com", seconds: 6, usually: 0.4 }]],
])("%s is never reported", (_what, finding, evidence) => {
  const { snapshot, verdict } = failing();
  expect(decideReport(snapshot, { ...verdict, ...finding, evidence }, KNOWLEDGE)).toHaveProperty("silence");
});
