import { describe, expect, test } from "vitest";
import { loadTranslator } from "../../../scripts/support/translator.ts";
import { watchableOf, watchRequest } from "../../../utils/core/view/watch-request.ts";
import { SITUATIONS } from "../../instruments/gallery/samples.ts";
import { NOW } from "../../instruments/gallery/situation-parts.ts";

const english = loadTranslator("en", { isolate: true });

function sample(name: string) {
  const situation = SITUATIONS[name];
  if (situation === undefined) throw new Error(name);
  return situation;
}

describe("what a person can wait for", () => {
  test("is the site of the verdict, also in a provider's outage", () => {
    expect(watchableOf(sample("site-http").verdict)).toBe("cornerbakery.example");
    expect(watchableOf(sample("provider-both").verdict)).toBe("netflix.com");
  });

  test("is the place where the verdict is about no one site, and nothing where it blames no place", () => {
    expect(watchableOf(sample("provider-whole-toolbar").verdict)).toBe("aws/us-east-1");
    expect(watchableOf({ ...sample("local-offline").verdict, site: null })).toBeNull();
  });
});

describe("the request to be notified", () => {
  test("carries the site, the host that failed, the name people know, and the incident", () => {
    expect(watchRequest(sample("provider-both"), english, true)).toEqual({
      site: "netflix.com",
      host: "www.netflix.com",
      name: "Netflix",
      requestedAt: NOW,
      incident: "aws-us-east-1-20211207-1",
      check: true,
    });
  });

  test("names the site in the person's language", () => {
    expect(watchRequest(sample("provider-both"), loadTranslator("ar"), false).name).toBe("نتفليكس");
  });

  test("is about the place, by its plain name and without a host, where the verdict is about no one site", () => {
    expect(watchRequest(sample("provider-whole-toolbar"), english, false)).toMatchObject({
      site: "aws/us-east-1",
      host: null,
      name: "AWS US East (N. Virginia)",
    });
  });
});
