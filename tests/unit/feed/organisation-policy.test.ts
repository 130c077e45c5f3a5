import { describe, expect, test } from "vitest";
import { readFeedPolicy } from "../../../utils/core/feed/organisation-policy.ts";

describe("the policy of an organisation", () => {
  const rootKey = "A".repeat(43);

  test("sets feeds and settings", () => {
    const value = {
      feeds: [{ mirrors: ["https://feed.company.example/"], rootKey }],
      onlyTheseFeeds: true,
      askStatusPages: false,
      askElsewhere: false,
      lookForStatusPages: false,
    };
    expect(readFeedPolicy(value)).toEqual({
      feeds: [{ mirrors: ["https://feed.company.example"], rootKey }],
      onlyThese: true,
      askStatusPages: false,
      askElsewhere: false,
      lookForStatusPages: false,
      problems: [],
    });
  });

  test.each([undefined, null, 7, "feeds", { feeds: "none" }, { feeds: [null, 7, {}] }, { feeds: [{ mirrors: [7], rootKey }] }])(
    "that is %j sets nothing",
    (value) => {
      expect(readFeedPolicy(value)).toMatchObject({ feeds: [], onlyThese: false, askStatusPages: null, askElsewhere: null });
      expect(readFeedPolicy(value).lookForStatusPages).toBe(true);
    },
  );
});
