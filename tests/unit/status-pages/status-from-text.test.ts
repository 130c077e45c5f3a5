import { describe, expect, test } from "vitest";
import { saysResolved, statusFromText } from "../../../utils/core/status-pages/parsing/status-from-text.ts";

describe("the status that posts state", () => {
  test.each([
    ["We are investigating increased error rates.", "investigating"],
    ["We are working to identify the root cause.", "investigating"],
    ["The cause has not yet been identified.", "investigating"],
    ["We have identified the root cause and are working towards recovery.", "identified"],
    ["The trigger was an inadvertent configuration change. We are rolling back.", "identified"],
    ["A fix has been implemented and we are monitoring the results.", "monitoring"],
    ["The degradation has been mitigated. We are monitoring to ensure stability.", "monitoring"],
    ["We are closely monitoring traffic while continuing our investigation.", "investigating"],
  ])("%s: %s", (post, status) => expect(statusFromText([post])).toBe(status));

  test("is that of the newest post that states one", () => {
    expect(statusFromText(["No news yet.", "A fix has been deployed.", "We are investigating."])).toBe("monitoring");
  });

  test("is only resolved where a post says so, not where it expects so", () => {
    expect(saysResolved("The issue has been resolved and the service is operating normally.")).toBe(true);
    expect(saysResolved("We expect the issue to be resolved soon.")).toBe(false);
  });
});
