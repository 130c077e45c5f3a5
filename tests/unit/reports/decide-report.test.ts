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

test("a failure to which another page led is not reported, until the person tries again in a tab of their own", () => {
  const initiator = "https://www.blog.com";
  const scene = new Scene().others(6).tell({ event: "tab-opened", tabId: 3, by: null });
  scene.wait(4).pageFails("shop.com", "timeout", { tab: 3, initiator }).others(2);
  const decision = () => {
    const snapshot = scene.snapshot();
    return decideReport(
      snapshot,
      { ...diagnose(snapshot, { site: "shop.com" }), scope: "site", cause: "unreachable", subject: "shop.com" },
      KNOWLEDGE,
    );
  };
  expect(decision()).toHaveProperty("silence");
  for (let reload = 0; reload < 2; reload++) scene.wait(5).pageFails("shop.com", "timeout", { tab: 3, initiator }).others(2);
  expect(scene.says({ site: "shop.com" })).toBe("site unreachable shop.com");
  expect(decision()).toMatchObject({ report: { service: "shop" } });
});

test("in basic access nothing is reported that failed in a tab which showed another site's page less than a minute ago", () => {
  const decisionAfter = (seconds: number) => {
    const scene = new Scene({ mode: "basic" }).others(6).page("blog.com", 200, { tab: 3 }).wait(seconds).others(3);
    for (let load = 0; load < 2; load++) scene.wait(4).pageFails("shop.com", "timeout", { tab: 3 }).others(3);
    scene.check("reached");
    const snapshot = scene.snapshot();
    return decideReport(
      snapshot,
      { ...diagnose(snapshot, { site: "shop.com" }), scope: "site", cause: "unreachable", subject: "shop.com" },
      KNOWLEDGE,
    );
  };
  expect(decisionAfter(0)).toEqual({ silence: "another page led there" });
  expect(decisionAfter(60)).toMatchObject({ report: { service: "shop" } });
});
