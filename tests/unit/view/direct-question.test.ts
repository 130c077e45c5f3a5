import { describe, expect, test } from "vitest";
import { MINUTE } from "../../../utils/core/time.ts";
import { directQuestion } from "../../../utils/core/view/direct-question.ts";
import { SITUATIONS } from "../../instruments/gallery/samples.ts";

const NOW = Date.parse("2026-11-23T12:00:00Z");
const iso = (minutes: number) => new Date(NOW + minutes * MINUTE).toISOString();

describe("the source to ask directly", () => {
  const failing = SITUATIONS["provider-incident"];
  if (failing === undefined) throw new Error("no sample");

  test("is none while any feed answers, even a frozen one", () => {
    expect(directQuestion(failing)).toBeNull();
    const status = { state: "frozen", issued: iso(-20), checked: iso(0), reason: "" } as const;
    expect(directQuestion({ ...failing, feed: { state: "not-set" }, otherFeeds: [{ name: "x", status }] })).toBeNull();
  });

  test("is the provider that the verdict blames", () => {
    for (const state of ["not-set", "never"] as const)
      expect(directQuestion({ ...failing, feed: { state, reason: null } })).toEqual({ site: null, provider: "aws" });
  });

  test("is the site's own page and that of the cloud it is hosted on", () => {
    const site = SITUATIONS["site-unreachable"];
    if (site === undefined) throw new Error("no sample");
    const asked = {
      ...site,
      feed: { state: "not-set" } as const,
      service: { id: "netflix", name: "Netflix" },
      hostedOn: [{ host: "a", failing: true, place: { provider: "aws", region: null } }],
    };
    expect(directQuestion(asked)).toEqual({ site: "netflix", provider: "aws" });
  });

  test("is none where the cause is local", () => {
    const offline = { ...failing.verdict, scope: "local", cause: "offline", subject: null } as const;
    expect(directQuestion({ ...failing, feed: { state: "not-set" }, verdict: offline })).toBeNull();
  });
});
