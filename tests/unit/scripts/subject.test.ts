import { describe, expect, test } from "vitest";
import { slipsBetween } from "../../../scripts/answers/near-names.ts";
import { readSubject } from "../../../scripts/answers/subject.ts";
import { catalogue } from "../../../utils/core/providers/catalogue.ts";

const read = (words: string) => readSubject(words, catalogue());

describe("what somebody asks about", () => {
  test("is a service of the catalogue by its id and by its name, however that is written", () => {
    const lost = catalogue().filter(({ id, name }) =>
      [id, name, name.toUpperCase(), ` ${name} `].some((words) => {
        const found = read(words);
        return !found.ok || found.subject.kind !== "service" || (words === id && found.subject.service.id !== id);
      }),
    );
    expect(lost).toEqual([]);
  });

  test.each([
    ["jira", "atlassian"],
    ["Confluence", "atlassian"],
    ["أمازون", "amazon"],
  ])("%s is %s", (words, id) => {
    expect(read(words)).toMatchObject({ ok: true, subject: { service: { id } } });
  });

  test.each([
    ["aws/us-east-1", "aws", "us-east-1"],
    ["aws us east (n. virginia)", "aws", "us-east-1"],
    ["KeyCDN", "keycdn", null],
  ])("%s is a place", (words, provider, region) => {
    expect(read(words)).toMatchObject({ ok: true, subject: { kind: "place", place: { provider, region } } });
  });

  test.each(["https://a.example/x", "a.example:8080", "52.1.2.3", "2600::1"])("%s is a host", (words) => {
    expect(read(words)).toMatchObject({ ok: true, subject: { kind: "host" } });
  });

  test.each(["constructor", "__proto__", "toString", "netflix netflix", "…", "x".repeat(10_000)])(
    "%s is nothing that is known",
    (words) => {
      expect(read(words).ok).toBe(false);
    },
  );

  test("offers at most three names, and none that is far", () => {
    expect(read("githb")).toMatchObject({ ok: false, near: expect.arrayContaining(["github"]) });
    expect(read("quetzalcoatlus")).toMatchObject({ ok: false, near: [] });
    const near = read("goggle");
    expect(near.ok ? [] : near.near.length).toBeLessThanOrEqual(3);
  });
});

test.each([
  ["", "", 0],
  ["netflix", "netflix", 0],
  ["netflx", "netflix", 1],
  ["gihtub", "github", 1],
  ["kitten", "sitting", 3],
  ["", "abc", 3],
  ["ca", "abc", 3],
])("%j and %j are %i slips apart", (one, other, slips) => {
  expect([slipsBetween(one, other), slipsBetween(other, one)]).toEqual([slips, slips]);
});
