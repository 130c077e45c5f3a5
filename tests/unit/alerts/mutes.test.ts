import { describe, expect, test } from "vitest";
import { coveringMute, type Mute, mutableOf, muteFor } from "../../../utils/core/alerts/mutes.ts";
import { unmutedVerdict } from "../../../utils/core/alerts/unmuted-verdict.ts";
import type { Question } from "../../../utils/core/diagnosis/diagnose.ts";
import { clear } from "../../../utils/core/diagnosis/verdict.ts";
import { learnedOn, Scene } from "../diagnosis/scene.ts";

const SHOP: Mute = { kind: "site", site: "shop.com" };
const FASTLY: Mute = { kind: "place", provider: "fastly", region: null };

function shown(scene: Scene, mutes: Mute[], question: Question = "everything"): string {
  const { verdict, mute } = unmutedVerdict(scene.snapshot(), question, mutes);
  return `${verdict.scope}${mute === null ? "" : " muted"}`;
}

function shopFails(): Scene {
  const scene = new Scene().others(6);
  for (let round = 0; round < 2; round++) scene.wait(4).page("shop.com", 503, { tab: 3, on: "azure/eastus" }).others(1);
  return scene;
}

function fastlyFails(): Scene {
  const scene = new Scene({ learned: learnedOn("fastly", "one.com") }).others(6);
  for (const site of ["one.com", "two.com", "three.com", "four.com"]) scene.wait(3).page(site, 503, { tab: 4, on: "fastly" }).others(1);
  return scene;
}

describe("a muted site", () => {
  test("is left out for the toolbar as a whole, and marked as muted on its own tab", () => {
    expect(shown(shopFails(), [])).toBe("site");
    expect(shown(shopFails(), [SHOP])).toBe("clear");
    expect(shown(shopFails(), [SHOP], { tabId: 3 })).toBe("site muted");
  });

  test("hides no other failing site", () => {
    const scene = shopFails();
    for (let round = 0; round < 2; round++) scene.wait(4).page("bank.com", 503, { tab: 5, on: "gcp/us-central1" }).others(1);
    expect(unmutedVerdict(scene.snapshot(), "everything", [SHOP]).verdict).toMatchObject({
      scope: "site",
      subject: "bank.com",
      site: null,
    });
  });

  test("does not hide that this device is offline", () => {
    expect(shown(shopFails().tell({ event: "offline" }), [SHOP])).toBe("local");
  });
});

describe("a muted provider", () => {
  test("hides its outages everywhere", () => {
    expect(shown(fastlyFails(), [])).toBe("provider");
    expect(shown(fastlyFails(), [FASTLY])).toBe("clear");
    expect(shown(fastlyFails(), [FASTLY], { tabId: 4 })).toBe("provider muted");
  });

  test("hides no other provider, and a muted region no other region", () => {
    expect(shown(fastlyFails(), [{ kind: "place", provider: "aws", region: null }])).toBe("provider");
    const about = { site: null, service: null, place: { provider: "aws", region: "us-east-1" } };
    expect(coveringMute([{ kind: "place", provider: "aws", region: "me-south-1" }], about)).toBeNull();
    expect(coveringMute([{ kind: "place", provider: "aws", region: "us-east-1" }], about)).not.toBeNull();
    expect(coveringMute([{ kind: "place", provider: "aws", region: null }], about)).not.toBeNull();
    expect(
      coveringMute([{ kind: "place", provider: "aws", region: "us-east-1" }], { ...about, place: { provider: "aws", region: null } }),
    ).toBeNull();
  });
});

test("mutes the way to a provider together with its outages", () => {
  const route = { ...clear("shop.com"), scope: "network", cause: "route", subject: "fastly" } as const;
  expect(coveringMute([FASTLY], mutableOf(route, null))).toBe(FASTLY);
  expect(coveringMute([{ kind: "place", provider: "aws", region: null }], mutableOf(route, null))).toBeNull();
});

test("mutes a service people know with all its domains, and an unknown site by itself", () => {
  const netflix = muteFor("netflix.com", { id: "netflix", name: "Netflix" });
  expect(coveringMute([netflix], { site: "nflxext.com", service: "netflix", place: null })).toBe(netflix);
  expect(coveringMute([muteFor("shop.com", null)], { site: "shop.com", service: null, place: null })).toEqual(SHOP);
  expect(coveringMute([netflix], { site: "shop.com", service: null, place: null })).toBeNull();
});
