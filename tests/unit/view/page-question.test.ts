import { describe, expect, test } from "vitest";
import { pageQuestion } from "../../../utils/core/view/direct-question.ts";
import type { Situation } from "../../../utils/core/view/situation.ts";
import { SITUATIONS } from "../../instruments/gallery/samples.ts";

function sample(name: string, more: Partial<Situation> = {}): Situation {
  const found = SITUATIONS[name];
  if (found === undefined) throw new Error(`no sample ${name}`);
  return { ...found, ...more };
}

describe("the site whose status page may be looked for", () => {
  test("is one that fails and that the catalogue does not have", () => {
    expect(pageQuestion(sample("site-unreachable", { service: null }))).toBe("cornerbakery.example");
  });

  test("is one of the catalogue whose page the feed does not read, and never one that it reads", () => {
    expect(pageQuestion(sample("site-unreachable", { service: { id: "corner-bakery", name: "Bakery" } }))).toBe("cornerbakery.example");
    expect(pageQuestion(sample("site-unreachable", { service: { id: "github", name: "GitHub" } }))).toBeNull();
  });

  test("is there whether a feed answers or not", () => {
    for (const feed of [{ state: "not-set", reason: null } as const, sample("site-unreachable").feed])
      expect(pageQuestion(sample("site-unreachable", { service: null, feed }))).toBe("cornerbakery.example");
  });

  test("is none where nothing fails, where it answers again, and where the fault is on this side", () => {
    for (const state of ["clear", "site-answers-again", "local-offline"]) expect(pageQuestion(sample(state, { service: null }))).toBeNull();
  });

  test.each(["198.51.100.7", "2001:db8::7", "10.0.0.1"])("is never the address %s", (site) => {
    const { verdict } = sample("site-unreachable");
    expect(pageQuestion({ service: null, verdict: { ...verdict, site } })).toBeNull();
  });
});
