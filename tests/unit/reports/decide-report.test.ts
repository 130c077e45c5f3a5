import { describe, expect, test } from "vitest";
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

/** What would be reported of shop.com if it were blamed. */
function decisionAbout(scene: Scene) {
  const snapshot = scene.snapshot();
  const verdict = diagnose(snapshot, { site: "shop.com" });
  return decideReport(snapshot, { ...verdict, scope: "site", cause: "unreachable", subject: "shop.com" }, KNOWLEDGE);
}

const LED = { silence: "another page led there" };
const OPENED_BY_PERSON = { event: "tab-opened", tabId: 3, by: null } as const;

test("a failure to which another page led is not reported, until the person tries again in a tab of their own", () => {
  const initiator = "https://www.blog.com";
  const scene = new Scene().others(6).tell(OPENED_BY_PERSON);
  scene.wait(4).pageFails("shop.com", "timeout", { tab: 3, initiator }).others(2);
  expect(decisionAbout(scene)).toHaveProperty("silence");
  for (let reload = 0; reload < 2; reload++) scene.wait(5).pageFails("shop.com", "timeout", { tab: 3, initiator }).others(2);
  expect(decisionAbout(scene)).toMatchObject({ report: { service: "shop" } });
});

describe("in basic access, where nobody tells who began a load", () => {
  /** shop.com fails twice in a tab that showed another site's page so many seconds before. */
  function failsAfter(seconds: number, scene = new Scene({ mode: "basic" })): Scene {
    scene.others(6).page("blog.com", 200, { tab: 3 }).wait(seconds).others(3);
    for (let load = 0; load < 2; load++) scene.wait(4).pageFails("shop.com", "timeout", { tab: 3 }).others(3);
    return scene.check("reached");
  }

  test("nothing is reported that failed in a tab which showed another site's page less than a minute ago", () => {
    expect(decisionAbout(failsAfter(0))).toEqual(LED);
    expect(decisionAbout(failsAfter(60))).toMatchObject({ report: { service: "shop" } });
  });

  test("it is reported once the person tries again in a tab of their own", () => {
    expect(decisionAbout(failsAfter(0, new Scene({ mode: "basic" }).tell(OPENED_BY_PERSON)))).toMatchObject({
      report: { service: "shop" },
    });
  });
});
