import { describe, expect, test } from "vitest";
import { diagnoseInFull } from "../../../utils/core/diagnosis/diagnose.ts";
import { RULES } from "../../../utils/core/diagnosis/rules/conclude.ts";
import { type Cloud, type Failure, learnedOn, Scene } from "./scene.ts";

/** The rule that decided about shop.com, with the verdict it led to. */
function decided(scene: Scene): string {
  const { verdict, judgement } = diagnoseInFull(scene.snapshot(), { site: "shop.com" });
  return `${judgement?.rule} → ${[verdict.scope, verdict.cause, verdict.subject].filter((part) => part !== null).join(" ")}`;
}

/** Sites of three owners on one edge; none of them is on a cloud of its own here. */
const ON_FASTLY = learnedOn("fastly", "one.com", "two.com", "shop.com");

const ON: { [host: string]: Cloud } = {
  "www.one.com": "aws/us-west-2",
  "www.two.com": "cloudflare",
  "www.three.com": "fastly",
  "www.shop.com": "gcp/us-central1",
};

const afterOthers = (count: number) => new Scene({ learned: ON }).others(count);

/** These sites fail one after the other; between them, if wanted, another site answers. */
function allFail(scene: Scene, failure: Failure, sites: string[], seconds: number, answering = false): Scene {
  for (const site of sites) {
    scene.wait(seconds).pageFails(site, failure);
    if (answering) scene.others(1);
  }
  return scene;
}

function certificateAskedFor(scene: Scene): Scene {
  const url = "https://www.shop.com/";
  const error = "net::ERR_SSL_CLIENT_AUTH_CERT_NEEDED";
  for (let load = 0; load < 2; load++) {
    scene.wait(6).tell({ event: "error", tabId: 1, url, type: "main_frame", error });
    scene.tell({ event: "navigation-error", tabId: 1, url, error });
  }
  return scene.others(8).check("reached");
}

function errorsOnFastly(scene: Scene): Scene {
  for (const site of ["one.com", "two.com", "shop.com"]) scene.wait(5).page(site, 503, { on: "fastly" }).others(1);
  return scene;
}

/** A page sends its own tab to shop.com, again and again. */
function ledThere(scene: Scene): Scene {
  const initiator = "https://www.blog.com";
  for (let time = 0; time < 2; time++) scene.page("blog.com").wait(6).page("shop.com", 503, { initiator }).others(1);
  return scene;
}

function severalTroubles(scene: Scene): Scene {
  scene.wait(4).page("one.com", 503, { on: "fastly", tab: 5 }).wait(4).page("two.com", 503, { on: "akamai", tab: 5 });
  return allFail(scene, "timeout", ["shop.com", "shop.com"], 6).others(1);
}

const MANY = ["one.com", "two.com", "three.com", "shop.com"];

const CASES: [string, Scene][] = [
  ["browser-says-offline → local offline", afterOthers(3).page("shop.com", 503).tell({ event: "offline" })],
  ["nothing-answers → local no-internet", allFail(afterOthers(4), "unreachable", MANY, 10).check("unreachable")],
  ["proxy-answered-the-check → local proxy", afterOthers(2).wait(200).pageFails("shop.com", "proxy").check("captive")],
  ["portal-in-the-way → local captive-portal", afterOthers(3).wait(200).pageFails("shop.com", "issuer").check("captive")],
  ["filtered → local blocked", afterOthers(4).pageFails("shop.com", "nullAddress").others(1)],
  ["pinned → local interception", afterOthers(4).pageFails("shop.com", "pin").others(1)],
  ["led-by-others → unclear shop.com", ledThere(new Scene().others(4))],
  [
    "route → network route fastly",
    allFail(new Scene({ learned: ON_FASTLY }).others(4), "reset", ["one.com", "two.com", "shop.com"], 9, true),
  ],
  ["too-unsure → unclear shop.com", new Scene().pageFails("shop.com", "timeout")],
  ["certificate-asked-for → unclear shop.com", certificateAskedFor(afterOthers(6))],
  ["own-side → local dns", allFail(afterOthers(4), "dns", ["one.com", "shop.com"], 3).check("unreachable")],
  ["no-control → unclear shop.com", new Scene().page("shop.com", 503).wait(6).page("shop.com", 503)],
  ["provider → provider correlated fastly", errorsOnFastly(new Scene({ learned: ON_FASTLY }).others(5))],
  ["connection → network isp", allFail(afterOthers(4), "timeout", MANY, 22, true).check("reached")],
  [
    "answers-again → unclear shop.com",
    allFail(afterOthers(4), "timeout", ["shop.com", "shop.com", "shop.com"], 7).wait(4).page("shop.com"),
  ],
  ["one-failure → unclear shop.com", afterOthers(4).wait(3).page("shop.com", 503)],
  ["among-several → unclear shop.com", severalTroubles(afterOthers(6))],
  ["site → site http shop.com", afterOthers(4).page("shop.com", 503).others(1).wait(6).page("shop.com", 503).others(1)],
];

describe("the list of rules", () => {
  test.each(CASES)("is asked in order, and the first that concludes decides: %s", (expected, scene) => {
    expect(decided(scene)).toBe(expected);
  });

  test("has a scene for every rule, in the order of the list", () => {
    expect(CASES.map(([expected]) => expected.split(" ")[0])).toEqual(RULES.map(({ name }) => name));
  });
});
