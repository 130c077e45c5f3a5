import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePlaceId } from "../../../utils/core/providers/place.ts";
import { type Cloud, type Failure, Scene } from "./scene.ts";

const SITES = ["one.com", "two.com", "three.co.uk", "four.com", "five.github.io", "six.com"];
const CLOUDS: Cloud[] = ["aws/us-east-1", "aws/us-west-2", "fastly", "nobody"];
const FAILURES: Failure[] = [
  "dns",
  "timeout",
  "refused",
  "reset",
  "offline",
  "changed",
  "date",
  "issuer",
  "proxy",
  "tunnel",
  "blocked",
  "aborted",
];

const site = fc.constantFrom(...SITES);
const tab = fc.integer({ min: 1, max: 3 });
const step = fc.oneof(
  fc.record({ do: fc.constant("page" as const), site, tab, status: fc.constantFrom(200, 200, 200, 404, 403, 402, 503, 500) }),
  fc.record({ do: fc.constant("pageFails" as const), site, tab, failure: fc.constantFrom(...FAILURES) }),
  fc.record({ do: fc.constant("call" as const), site, tab, status: fc.constantFrom(200, 200, 503) }),
  fc.record({ do: fc.constant("callFails" as const), site, tab, failure: fc.constantFrom(...FAILURES) }),
  fc.record({ do: fc.constant("check" as const), result: fc.constantFrom("reached" as const, "captive" as const, "unreachable" as const) }),
  fc.record({
    do: fc.constant("feed" as const),
    on: fc.constantFrom("aws", "aws/us-east-1", "fastly"),
    severity: fc.constantFrom("minor" as const, "major" as const),
  }),
  fc.record({ do: fc.constantFrom("online" as const, "offline" as const, "restart" as const, "close" as const), tab }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function take(scene: Scene, step: Step): void {
  switch (step.do) {
    case "page":
      scene.page(step.site, step.status, { tab: step.tab, on: CLOUDS[SITES.indexOf(step.site) % CLOUDS.length] ?? "nobody" });
      break;
    case "pageFails":
      scene.pageFails(step.site, step.failure, { tab: step.tab });
      break;
    case "call":
      scene.call(step.site, step.status, { tab: step.tab, on: CLOUDS[(SITES.indexOf(step.site) + 1) % CLOUDS.length] ?? "nobody" });
      break;
    case "callFails":
      scene.callFails(step.site, step.failure, { tab: step.tab });
      break;
    case "check":
      scene.check(step.result);
      break;
    case "feed":
      scene.feed([scene.incident(step.on, { severity: step.severity })]);
      break;
    case "restart":
      scene.restart();
      break;
    case "close":
      scene.tell({ event: "tab-closed", tabId: step.tab });
      break;
    default:
      scene.tell({ event: step.do });
  }
}

const session = fc.record({
  browser: fc.constantFrom("chromium" as const, "firefox" as const),
  mode: fc.constantFrom("full" as const, "basic" as const),
  steps: fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), step), { maxLength: 60 }),
});

/** Plays random sessions and hands over every moment of them, with the site of the last step. */
function forEveryVerdict(check: (scene: Scene, asked: string | null) => void): void {
  fc.assert(
    fc.property(session, ({ browser, mode, steps }) => {
      const scene = new Scene({ browser, mode });
      for (const [seconds, step] of steps) {
        take(scene.wait(seconds), step);
        check(scene, null);
        if ("site" in step) check(scene, step.site);
      }
    }),
    { seed: 20_211_207, numRuns: 150 },
  );
}

const ask = (scene: Scene, asked: string | null) => scene.ask(asked === null ? "everything" : { site: asked });

describe("whatever happens", () => {
  test("the verdict is well formed, and the same after a restart of the background", () => {
    forEveryVerdict((scene, asked) => {
      const verdict = ask(scene, asked);
      expect(verdict.confidence).toBeGreaterThanOrEqual(0);
      expect(verdict.confidence).toBeLessThanOrEqual(1);
      expect(verdict.site).toBe(asked);
      const isSilent = verdict.scope === "clear" && verdict.cause === null;
      expect(verdict.evidence.length === 0).toBe(isSilent);
      expect(verdict.since === null).toBe(isSilent);
      const { evidence: _, ...said } = verdict;
      const { evidence: __, ...again } = ask(scene.restart(), asked);
      expect(again).toEqual(said);
    });
  });

  test("nobody remote is blamed without a control: somebody else who answered, or a check that did", () => {
    forEveryVerdict((scene, asked) => {
      const verdict = ask(scene, asked);
      if (verdict.scope !== "site" && verdict.scope !== "provider") return;
      const blamed = verdict.scope === "site" ? verdict.subject : asked;
      const others = scene.world.answers.some(({ site }) => site !== blamed);
      expect(others || scene.world.connectivity?.result === "reached" || scene.world.feeds.length > 0).toBe(true);
    });
  });

  test("a provider is blamed only where it is known to host a failing part of the site", () => {
    forEveryVerdict((scene, asked) => {
      const verdict = ask(scene, asked);
      if (verdict.scope !== "provider" || asked === null) return;
      const { provider, region } = parsePlaceId(verdict.subject);
      const hosts = Object.values(scene.world.sites[asked]?.hosts ?? {}).filter(({ trouble }) => trouble !== null);
      const places = hosts.flatMap(({ on }) => (on === null ? [] : [parsePlaceId(on)]));
      expect(places.some((place) => place.provider === provider && (region === null || place.region === region))).toBe(true);
    });
  });

  test("nothing remote is blamed after a single failing request", () => {
    forEveryVerdict((scene, asked) => {
      const verdict = ask(scene, asked);
      if (verdict.scope !== "site" && verdict.scope !== "provider") return;
      const faults = Object.values(scene.world.sites).flatMap((site) =>
        Object.values(site.hosts).flatMap((host) => host.trouble?.faults ?? []),
      );
      expect(faults.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(1);
    });
  });

  test("a provider is blamed without an incident only for errors, or as one silent region", () => {
    const places = fc.constantFrom<Cloud>("fastly", "aws/us-east-1", "aws/us-west-2");
    const outcome = fc.constantFrom(200, 503, 502, 500, 403, ...FAILURES);
    const loads = fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.nat(SITES.length - 1), outcome), { minLength: 3, maxLength: 25 });
    let blamed = 0;
    fc.assert(
      fc.property(fc.array(places, { minLength: SITES.length, maxLength: SITES.length }), loads, (on, sequence) => {
        const scene = new Scene({ learned: Object.fromEntries(SITES.map((name, index) => [`www.${name}`, on[index] ?? "fastly"])) }).others(
          5,
        );
        for (const [seconds, index, what] of sequence) {
          const name = SITES[index] ?? "one.com";
          if (typeof what === "number") scene.wait(seconds).page(name, what).others(1, 1);
          else scene.wait(seconds).pageFails(name, what).others(1, 1);
          const { scope, cause, subject } = scene.ask();
          if (scope !== "provider") continue;
          blamed++;
          expect(cause).toBe("correlated");
          const hosts = Object.values(scene.world.sites).flatMap((one) => Object.values(one.hosts));
          const there = hosts.filter((host) => host.on === subject || host.on?.startsWith(`${subject}/`));
          const errors = there.some(({ trouble }) => trouble?.faults.some(({ status }) => status !== null) === true);
          expect(errors || parsePlaceId(subject).region !== null).toBe(true);
        }
      }),
      { seed: 20_211_207, numRuns: 200 },
    );
    expect(blamed).toBeGreaterThan(0);
  });

  test("the toolbar never says that a site turns the person away", () => {
    forEveryVerdict((scene) => expect(scene.ask().cause).not.toBe("refuses"));
  });

  test("no provider is blamed, and no way is cut, where every failure is one that a page can bring about", () => {
    const lead = fc.constantFrom("https://www.blog.com", "null", ":8443");
    const led = fc.tuple(
      fc.integer({ min: 0, max: 30 }),
      site,
      tab,
      lead,
      fc.constantFrom(200, 503, 502, "timeout" as const, "reset" as const),
    );
    fc.assert(
      fc.property(fc.boolean(), fc.array(led, { maxLength: 40 }), (hasIncident, loads) => {
        const learned = Object.fromEntries(SITES.map((name): [string, Cloud] => [`www.${name}`, "fastly"]));
        const scene = new Scene({ learned }).others(4);
        if (hasIncident) scene.feed([scene.incident("fastly")]);
        for (const [seconds, name, tabId, by, outcome] of loads) {
          const where = by === ":8443" ? { tab: tabId, host: `www.${name}:8443` } : { tab: tabId, initiator: by };
          scene.wait(seconds).others(1, 1);
          if (outcome === 200) scene.page(name, 200, { tab: tabId });
          else if (typeof outcome === "number") scene.page(name, outcome, where);
          else scene.pageFails(name, outcome, where);
          expect(scene.ask().scope).not.toMatch(/provider|network/);
          expect(scene.ask({ site: name }).scope).not.toMatch(/provider|network/);
        }
      }),
      { seed: 20_211_207, numRuns: 150 },
    );
  });

  test("while everything answers, all is clear", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), site, tab), { maxLength: 50 }), (loads) => {
        const scene = new Scene();
        for (const [seconds, name, tabId] of loads) scene.wait(seconds).page(name, 200, { tab: tabId }).call(name, 200, { tab: tabId });
        expect(scene.says()).toBe("clear");
      }),
      { seed: 20_211_207, numRuns: 60 },
    );
  });
});
