import { describe, expect, test } from "vitest";
import { saysResolved } from "../../../utils/core/status-pages/parsing/says-resolved.ts";
import { stageFromText, statusFromText } from "../../../utils/core/status-pages/parsing/status-from-text.ts";

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

  test.each([
    "The issue has been resolved and the service is operating normally.",
    "Between 9:20 AM and 11:40 AM PDT, we experienced increased error rates. The issue has been resolved.",
    "This incident, which affected some customers, has been resolved.",
    "The issue that was affecting some users has been resolved. If you are still seeing errors, contact support.",
    "After deploying a fix, the issue is now resolved. We will continue to monitor.",
    "All services are operating normally.",
    "Our services have fully recovered.",
    "Resolved: 2026-01-02 03:04 UTC",
    "Die Störung wurde behoben.",
    "El problema ha sido resuelto.",
    "O incidente foi resolvido.",
    "L'incident est désormais résolu.",
    "本障害は復旧しました。",
    "本次问题已解决，服务已恢复。",
  ])("says the end: %s", (post) => expect(saysResolved(post)).toBe(true));

  test.each([
    "We expect the issue to be resolved soon.",
    "The issue has not been resolved.",
    "Once the issue is resolved we will post an update.",
    "We will let you know when the service is operating normally.",
    "The issue has been resolved for most customers.",
    "The issue has been partially resolved.",
    "The issue has been resolved in one zone. Some customers continue to experience errors.",
    "Service has been restored and we are monitoring the results.",
    "We are working to have the issue resolved.",
    "Error rates have returned to normal levels.",
    "EC2 launches are fully recovered. Fargate tasks are currently experiencing errors.",
    "The service has recovered in one zone and all other services are operating normally. We are working on the last zone.",
    "Die Störung wurde noch nicht behoben.",
    "Sobald die Störung behoben ist, melden wir uns.",
    "O problema ainda não foi resolvido.",
    "まだ復旧しておりません。",
    "一部のサービスが復旧しました。",
  ])("does not say the end: %s", (post) => expect(saysResolved(post)).toBe(false));

  test("can be the end only by the newest post", () => {
    expect(stageFromText(["<p>The issue has been resolved.</p>", "We are investigating."])).toBe("resolved");
    expect(stageFromText(["It came back; we are investigating.", "The issue has been resolved."])).toBe("investigating");
  });
});
