import { describe, expect, test } from "vitest";
import { loadTranslator } from "../../../scripts/support/translator.ts";
import type { Feed } from "../../../utils/core/feed/feed.ts";
import { measuredSentence } from "../../../utils/core/view/elsewhere.ts";
import { situationHeadline } from "../../../utils/core/view/headline.ts";
import { situationOf } from "../../../utils/core/view/situation.ts";
import { withoutIsolates } from "../../../utils/core/view/translator.ts";
import { learnedOn, Scene } from "../diagnosis/scene.ts";

const english = loadTranslator("en");
const FROM = [
  { id: "fra", country: "DE" },
  { id: "iad", country: "US" },
];

/** What the feed says that its vantages saw. */
const views = (scene: Scene, fail: { target: string; from: string[] }[]): Partial<Feed> => ({
  views: { at: new Date(scene.now).toISOString(), from: FROM, fail, blind: [] },
});

/** Netflix fails three times while others answer. */
function netflixFails(scene: Scene): Scene {
  for (let load = 0; load < 3; load++) scene.wait(5).page("netflix.com", 503, { on: "nobody" }).others(1);
  return scene;
}

test("a vantage is told by the city of its airport code, else by its country, else by its own name", () => {
  const from = ["iad", "iad-2", "sin", "fra", "rack7", "constructor", "__proto__"].map((id) => ({ id, country: null }));
  const values = { site: "x.com", from: { vantages: [...from, { id: "rack8", country: "US" }] } };
  expect(withoutIsolates(english.text("elsewhere.answers", values))).toBe(
    "x.com answers from Ashburn, VA, Singapore, Frankfurt, rack7, constructor, __proto__, and United States.",
  );
  const arabic = loadTranslator("ar").text("elsewhere.answers", { site: "x.com", from: { vantages: [{ id: "iad", country: "US" }] } });
  expect(arabic).toContain("آشبرن");
});

describe("control measurements of the feed", () => {
  test("that see a service fail are somebody else's word, and say from where", () => {
    const scene = netflixFails(new Scene().others(4));
    scene.feed([], views(scene, [{ target: "netflix", from: ["iad"] }]));
    const verdict = scene.ask({ tabId: 1 });
    expect(verdict.evidence).toContainEqual({
      ...{ kind: "measured", about: "netflix", site: "netflix.com", answered: [], at: new Date(scene.now).toISOString() },
      failed: [{ id: "iad", country: "US" }],
    });
    const situation = situationOf(scene.snapshot(), { state: "not-set" }, { tabId: 1 });
    const { key, values } = situationHeadline(situation, "Netflix");
    expect(english.text(key, values)).toBe("It's not just you: Netflix is failing.");
  });

  test("that see a service answer which fails here say that it works for others, from where and when", () => {
    const scene = new Scene().others(4).tell({ event: "targets", sha256: "L".repeat(43), names: ["netflix", "www.netflix.com"] });
    netflixFails(netflixFails(scene).wait(130));
    scene.feed([], { views: { ...views(scene, []).views, targets: "L".repeat(43) } as Feed["views"] }).wait(40);
    const verdict = scene.ask({ tabId: 1 });
    const situation = situationOf(scene.snapshot(), { state: "not-set" }, { tabId: 1 });
    const { key, values } = situationHeadline(situation, "Netflix");
    expect(english.text(key, values)).toBe("Netflix works for others, but not for you.");
    const measured = verdict.evidence.find((one) => one.kind === "measured");
    const sentence = measured?.kind === "measured" ? measuredSentence(measured, scene.now) : null;
    expect(sentence === null ? "" : english.text(sentence.key, sentence.values)).toBe(
      "netflix.com answered from Frankfurt and Ashburn, VA 40 seconds ago.",
    );
  });

  test("that see the place under several sites fail are told of the place", () => {
    const sites = ["one.com", "two.com", "three.com"];
    const scene = new Scene({ learned: learnedOn("fastly", ...sites) }).others(6);
    scene.feed([], views(scene, [{ target: "fastly", from: ["fra", "iad"] }]));
    for (let round = 0; round < 3; round++) {
      for (const [tab, site] of sites.entries()) scene.wait(1).pageFails(site, "timeout", { tab });
      scene.others(2);
    }
    const verdict = scene.ask();
    expect(verdict.scope).toBe("provider");
    expect(verdict.evidence).toContainEqual(expect.objectContaining({ kind: "measured", about: "fastly", site: null, failed: FROM }));
  });

  test("that name something else say nothing, and neither do old ones", () => {
    const scene = netflixFails(new Scene().others(4));
    scene.feed([], views(scene, [{ target: "spotify", from: ["fra"] }]));
    expect(scene.ask({ tabId: 1 }).evidence.some(({ kind }) => kind === "measured")).toBe(false);
    const old = netflixFails(new Scene().others(4));
    old.feed([], views(old, [{ target: "netflix", from: ["fra"] }])).wait(11 * 60);
    expect(
      netflixFails(old.others(4))
        .ask({ tabId: 1 })
        .evidence.some(({ kind }) => kind === "measured"),
    ).toBe(false);
  });
});

describe("the host that may be asked about from elsewhere", () => {
  const offered = (scene: Scene) => situationOf(scene.snapshot(), { state: "not-set" }, { tabId: 1 }).elsewhere;

  test("is the one that the tab shows and that fails", () => {
    expect(offered(netflixFails(new Scene().others(4)))).toEqual({ host: "www.netflix.com", asked: null });
  });

  test("is the host of the failing calls where the page itself opens", () => {
    const scene = new Scene().others(4).page("shop.com");
    for (let call = 0; call < 6; call++) scene.wait(3).call("shop.com", 503).others(1);
    expect(offered(scene)?.host).toBe("api.shop.com");
  });

  test("is none while nothing fails, while this device is at fault, and for what answers again", () => {
    expect(offered(new Scene().others(4).page("shop.com"))).toBeNull();
    expect(offered(netflixFails(new Scene().others(4)).tell({ event: "offline" }))).toBeNull();
    expect(offered(netflixFails(new Scene().others(4)).wait(3).page("netflix.com", 200, { on: "nobody" }))).toBeNull();
  });

  test.each(["8.8.8.8", "nas.local", "10.0.0.5"])("is never %s", (host) => {
    const scene = new Scene().others(4);
    for (let load = 0; load < 3; load++) scene.wait(5).pageFails(host, "refused", { host }).others(1);
    expect(scene.snapshot().failing.map(({ name }) => name)).toEqual(host === "8.8.8.8" ? [host] : []);
    expect(offered(scene)).toBeNull();
  });

  test("comes with what was answered, for two minutes", () => {
    const scene = netflixFails(new Scene().others(4));
    scene.tell({ event: "elsewhere", host: "www.netflix.com", views: [{ from: "fra", country: "DE", failure: null, status: 200 }] });
    expect(offered(scene)?.asked?.views).toHaveLength(1);
    expect(offered(netflixFails(scene.wait(115)))?.asked).toBeNull();
  });
});
