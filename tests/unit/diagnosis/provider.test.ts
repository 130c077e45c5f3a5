import { describe, expect, test } from "vitest";
import { type Cloud, type Failure, learnedOn, Scene } from "./scene.ts";

const EAST: Cloud = "aws/us-east-1";

/** Sites that the person has been to before; most scenes here need at least one. */
const USED = learnedOn(EAST, "one.com");

describe.each(["chromium", "firefox"] as const)("a cloud without an incident in the feed, in %s", (browser) => {
  test("is named at the third owner that fails there while sites elsewhere work", () => {
    const scene = new Scene({ browser, learned: USED }).others(5).wait(4).page("one.com", 503, { on: EAST });
    scene.wait(5).page("two.com", 500, { on: EAST });
    expect(scene.ask().scope).not.toBe("provider");
    scene.others(1).wait(5).page("three.com", 504, { on: EAST });
    expect(scene.says()).toBe("provider correlated aws/us-east-1");
    expect(scene.says({ tabId: 1 })).toBe("provider correlated aws/us-east-1");
    expect(scene.says({ site: "one.com" })).toBe("provider correlated aws/us-east-1");
  });

  test.each(["timeout", "stalled", "reset", "refused", "empty"] as Failure[])(
    "is known by what was learned before where failures by %s carry no address",
    (failure) => {
      const scene = new Scene({ browser, learned: learnedOn(EAST, "one.com", "two.com", "three.com") }).others(5).check("reached");
      for (const site of ["one.com", "two.com", "three.com"]) scene.wait(9).pageFails(site, failure).others(1);
      expect(scene.says()).toBe("provider correlated aws/us-east-1");
    },
  );

  test("is not named where the names of its sites are not found: a resolver may be the cause", () => {
    const scene = new Scene({ browser, learned: learnedOn("fastly", "one.com", "two.com", "three.com") }).others(5).check("reached");
    for (const site of ["one.com", "two.com", "three.com"]) scene.wait(9).pageFails(site, "dns").others(1);
    expect(["unclear", "local"]).toContain(scene.ask().scope);
  });

  test("is named when only the calls of its sites fail and all pages open", () => {
    const scene = new Scene({ browser }).others(4);
    for (let round = 0; round < 2; round++) {
      for (const site of ["one.com", "two.com", "three.com"]) {
        scene.wait(5).page(site, 200, { on: "cloudflare" });
        for (let call = 0; call < 3; call++) scene.wait(0.2).call(site, 503, { on: EAST });
      }
      scene.others(1);
    }
    expect(scene.says()).toBe("provider correlated aws/us-east-1");
    expect(scene.ask().evidence).toContainEqual(expect.objectContaining({ kind: "part-fails", provider: "aws", region: "us-east-1" }));
  });

  test("is named when requests fail in part: blips of four neighbours are no coincidence", () => {
    const scene = new Scene({ browser }).others(4);
    for (const site of ["one.com", "two.com", "three.com", "four.com"]) {
      scene.wait(6).page(site, 200, { on: EAST });
      for (const status of [200, 503, 200, 200]) scene.wait(0.3).call(site, status, { on: EAST });
      scene.others(1);
    }
    expect(scene.says({ tabId: 1 })).toBe("provider correlated aws/us-east-1");
  });

  test.each([
    ["was refused", [521, 523, 525, 526]],
    ["did not answer in time", [522, 524, 522, 524]],
    ["answered nonsense", [520, 530, 520, 527]],
  ])("is not named, however many fail, where it says itself that the server behind it %s", (_, statuses) => {
    const scene = new Scene({ browser, learned: learnedOn("cloudflare", "site0.com") }).others(6);
    for (const [site, status] of statuses.entries()) scene.wait(5).page(`site${site}.com`, status, { on: "cloudflare" }).others(1);
    expect(["site", "unclear"]).toContain(scene.ask().scope);
  });

  test("is named for errors that nothing says somebody else wrote", () => {
    const scene = new Scene({ browser, learned: learnedOn("cloudflare", "site0.com") }).others(6);
    for (const [site, status] of [500, 502, 500].entries()) scene.wait(5).page(`site${site}.com`, status, { on: "cloudflare" }).others(1);
    expect(scene.says()).toBe("provider correlated cloudflare");
  });

  test("is not named for a blip or two", () => {
    const scene = new Scene({ browser }).others(4);
    for (const site of ["one.com", "two.com"]) {
      scene.wait(6).page(site, 200, { on: EAST });
      for (const status of [200, 503, 200, 200]) scene.wait(0.3).call(site, status, { on: EAST });
    }
    expect(scene.says()).toBe("clear");
  });

  test("is not named for sites of one owner", () => {
    const scene = new Scene({ browser }).others(5);
    for (const site of ["shop.com", "shop.co.uk", "shop.de", "shop.fr"]) scene.wait(4).page(site, 503, { on: EAST }).others(1);
    expect(scene.ask().scope).not.toBe("provider");
  });

  test("is not named while most of its sites work", () => {
    const scene = new Scene({ browser }).others(4);
    for (let site = 0; site < 9; site++) scene.wait(2).page(`fine${site}.com`, 200, { on: "cloudflare", tab: 30 });
    for (let round = 0; round < 3; round++) {
      for (const site of ["one.com", "two.com", "three.com"]) scene.wait(3).page(site, 503, { on: "cloudflare" });
      for (let site = 0; site < 9; site++) scene.wait(1).page(`fine${site}.com`, 200, { tab: 30 });
    }
    expect(scene.ask().scope).not.toBe("provider");
  });

  test("is not named when as many fail elsewhere", () => {
    const scene = new Scene({ browser }).others(4);
    for (let site = 0; site < 3; site++) {
      scene.wait(4).page(`east${site}.com`, 503, { on: EAST });
      scene.wait(4).page(`west${site}.com`, 503, { on: (["gcp/us-central1", "fastly", "akamai"] as const)[site] ?? "fastly" });
    }
    expect(scene.ask().scope).not.toBe("provider");
  });

  test("is the whole provider when all of its regions that are seen fail, and one region when another works", () => {
    const used = learnedOn(EAST, "fails0.com");
    const all = new Scene({ browser, learned: used }).others(4, 1);
    const regions: Cloud[] = ["aws/us-east-1", "aws/us-east-1", "aws/us-west-2", "aws/us-west-2"];
    regions.forEach((on, index) => {
      all.wait(4).page(`fails${index}.com`, 503, { on }).wait(1).page("elsewhere.com", 200, { on: "fastly", tab: 20 });
    });
    expect(all.says()).toBe("provider correlated aws");
    const one = new Scene({ browser, learned: used }).others(4, 1);
    for (let index = 0; index < 3; index++) {
      one.wait(4).page(`fails${index}.com`, 503, { on: EAST });
      one.wait(1).page(`west${index}.com`, 200, { on: "aws/us-west-2", tab: 20 });
    }
    expect(one.says()).toBe("provider correlated aws/us-east-1");
  });

  describe("when several of its regions fall silent together, as they do where the way to it is cut", () => {
    const regions: { [host: string]: Cloud } = {
      "www.fails0.com": "aws/us-east-1",
      "www.fails1.com": "aws/us-west-2",
      "www.fails2.com": "aws/us-east-1",
    };
    const silence = (scene: Scene, owners: number) => {
      for (let index = 0; index < owners; index++) scene.wait(6).pageFails(`fails${index}.com`, "timeout").others(1);
      return scene;
    };
    const calm = () => new Scene({ browser, learned: regions }).others(5).check("reached");

    test("is not named: from the third owner on the way to it is cut", () => {
      expect(["site", "unclear"]).toContain(silence(calm(), 2).ask().scope);
      expect(silence(calm(), 3).says()).toBe("network route aws");
    });

    test("is not named where somebody elsewhere fell silent too", () => {
      const scene = calm().pageFails("elsewhere.com", "timeout", { tab: 8 });
      expect(silence(scene, 3).ask().scope).not.toBe("provider");
    });
  });

  test("is not named for a site whose own cloud nobody knows, though others fail together", () => {
    const scene = new Scene({ browser, learned: USED }).others(5);
    for (const site of ["one.com", "two.com", "three.com"]) scene.wait(4).page(site, 503, { on: EAST, tab: 3 }).others(1);
    for (let round = 0; round < 2; round++) scene.wait(5).pageFails("stranger.com", "timeout", { tab: 4 }).others(1);
    expect(["unclear stranger.com", "site unreachable stranger.com"]).toContain(scene.says({ tabId: 4 }));
    expect(scene.says()).toBe("provider correlated aws/us-east-1");
  });
});

describe("a cloud whose sites fall silent together with one elsewhere", () => {
  test("is not named: the connection may be broken", () => {
    const sites = ["one.com", "two.com", "three.com"];
    const scene = new Scene({ learned: { ...learnedOn(EAST, ...sites), "www.four.com": "fastly" } }).others(4);
    for (const site of ["four.com", ...sites]) scene.wait(9).pageFails(site, "timeout").others(1);
    expect(scene.check("reached").ask().scope).not.toBe("provider");
  });
});
