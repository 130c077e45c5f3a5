import { describe, expect, test } from "vitest";
import { isWithin, parsePlaceId, placeId } from "../../../utils/core/providers/place.ts";

describe("the id of a place", () => {
  test.each([
    ["aws/us-east-1", { provider: "aws", region: "us-east-1" }],
    ["fastly", { provider: "fastly", region: null }],
  ])("%s is read and written", (id, place) => {
    expect(parsePlaceId(id)).toEqual(place);
    expect(placeId(place.provider, place.region)).toBe(id);
  });
});

describe("a place", () => {
  test.each([
    ["aws/us-east-1", "aws/us-east-1"],
    ["aws/us-east-1", "aws"],
    ["aws", "aws"],
  ])("%s lies in %s", (place, area) => expect(isWithin(place, area)).toBe(true));

  test.each([
    ["aws/us-east-1", "aws/us-east-2"],
    ["aws/us-east-1", "aws/us-east"],
    ["aws", "aws/us-east-1"],
    ["aws-cn/cn-north-1", "aws"],
    [null, "aws"],
  ])("%s does not lie in %s", (place, area) => expect(isWithin(place, area)).toBe(false));
});
