import { describe, expect, test } from "vitest";
import { draw, sample } from "./draw-popup.tsx";

describe("what is muted", () => {
  test("is a place in an outage, else a site, and nothing on the person's own side", () => {
    const offer = (name: string) =>
      /data-testid="mute".*?<button[^>]*>(.*?)<\/button>/.exec(draw(sample(name)))?.[1]?.replace(/<[^>]*>/g, "");
    expect(offer("provider-both")).toBe("Mute AWS US East (N. Virginia)");
    expect(offer("network-route")).toBe("Mute Cloudflare");
    expect(offer("network-isp")).toBeUndefined();
    expect(offer("site-http")).toBe("Mute cornerbakery.example");
    expect(offer("unclear-first")).toBe("Mute Netflix");
    expect(offer("local-offline")).toBeUndefined();
    expect(offer("clear")).toBeUndefined();
  });

  test("is marked, and can be unmuted, whatever the verdict is", () => {
    const markup = draw(sample("clear"), "en", false, { mute: { kind: "service", service: "netflix", name: "Netflix" } });
    expect(markup.replace(/<[^>]*>/g, "")).toContain("Netflix is muted: no badge, no notification.Unmute");
  });
});

describe("asking from elsewhere", () => {
  const text = (name: string, language = "en") => draw(sample(name), language).replace(/<[^>]*>/g, "");

  test("shows once what was answered, and when it was asked", () => {
    const shown = text("elsewhere-answered");
    expect(shown.match(/answers from/g)).toHaveLength(1);
    expect(shown).toContain("cornerbakery.example answers from Frankfurt and Chicago (0.3 seconds).");
    expect(shown).toContain("Asked 20 seconds ago.");
    expect(shown).toContain("cornerbakery.example works for others, but not for you.");
    expect(text("elsewhere-answered", "ar")).toContain("فرانكفورت");
  });

  test("says that it is not just you where it fails there too", () => {
    const shown = text("elsewhere-fails-too");
    expect(shown).toContain("No answer from cornerbakery.example at Frankfurt either: it refused the connection.");
    expect(shown).toContain("It's not just you");
  });

  test("is not drawn before it is known that somebody can be asked", () => {
    expect(draw(sample("elsewhere-offered"))).not.toContain('data-testid="elsewhere"');
  });
});

describe("the way back", () => {
  test("leads to a network's sign-in page through the feed's own address, and to no third party's", () => {
    const portal = "http://feed.example.org/v2/reachable";
    expect(draw(sample("local-captive-portal"), "en", false, { portal })).toContain(`href="${portal}"`);
    expect(draw(sample("local-captive-portal"))).not.toContain("http:");
    expect(draw(sample("local-dns"), "en", false, { portal })).not.toContain(portal);
  });

  test("leads from a service that was searched for to the tab", () => {
    expect(draw(sample("clear-unseen"), "en", false, { searched: true })).toContain("Back to this tab");
    expect(draw(sample("clear-unseen"))).not.toContain("Back to this tab");
  });

  test("can be waited for where a provider fails and no site is meant", () => {
    expect(draw(sample("provider-whole-toolbar"))).toContain('data-testid="watch"');
  });
});
