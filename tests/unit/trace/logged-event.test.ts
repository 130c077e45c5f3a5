import { describe, expect, test } from "vitest";
import { loggedEvent } from "../../../utils/core/trace/logged-event.ts";
import { type ReportLine, toWorldEvent } from "../../../utils/core/trace/to-world-event.ts";
import type { WorldEvent } from "../../../utils/core/world/events.ts";

const CHANGED = { changed: true, ignored: null };
const UNCHANGED = { changed: false, ignored: null };

const event = (line: ReportLine): WorldEvent => toWorldEvent(line, "chromium", 0);
const page = { event: "completed", tabId: 1, url: "https://www.shop.example:8443/", type: "main_frame", status: 200 } as const;

describe("what the trace log keeps of an event", () => {
  test("is scheme, host and port, and no path: what another port answers says nothing about the site", () => {
    const kept = loggedEvent(event({ ...page, initiator: "http://a.example:81/" }), CHANGED);
    expect(kept).toMatchObject({
      target: { scheme: "https", host: "www.shop.example", port: 8443 },
      initiator: { scheme: "http", host: "a.example", port: 81 },
    });
  });

  test("is who signed an answer and who wrote it, and nothing else of its headers", () => {
    const signed = event({ ...page, status: 503, front: "vercel", wrote: "platform" });
    expect(loggedEvent(signed, CHANGED)).toMatchObject({ front: "vercel", wrote: "platform" });
  });

  test("is nothing where the event changed nothing, unless it failed", () => {
    expect(loggedEvent(event(page), UNCHANGED)).toBeNull();
    expect(loggedEvent(event({ ...page, status: 503 }), UNCHANGED)).not.toBeNull();
    const { tabId, url } = page;
    expect(loggedEvent(event({ event: "error", tabId, url, type: "script", error: "net::ERR_FAILED" }), UNCHANGED)).not.toBeNull();
    expect(loggedEvent(event({ event: "navigation-error", tabId, url, error: "net::ERR_FAILED" }), UNCHANGED)).not.toBeNull();
    expect(loggedEvent(event({ event: "navigation-completed", tabId, url }), UNCHANGED)).toBeNull();
  });

  test("is why it counted for nothing", () => {
    const failed = event({ event: "navigation-error", tabId: 1, url: page.url, error: "net::ERR_ABORTED" });
    expect(loggedEvent(failed, { changed: false, ignored: "aborted" })).toMatchObject({ ignored: "aborted" });
    expect(loggedEvent(failed, UNCHANGED)).not.toHaveProperty("ignored");
  });

  test("is nothing of an address table, and of a feed only that it came", () => {
    expect(loggedEvent({ event: "ranges", at: 1 }, CHANGED)).toBeNull();
    const feed = { event: "feed", at: 1, feed: { sequence: 7 } } as unknown as WorldEvent;
    expect(loggedEvent(feed, CHANGED)).toEqual({ event: "feed", at: 1 });
    const local: WorldEvent = { event: "feeds", at: 1, copies: [], checked: 1, local: true };
    expect(loggedEvent(local, CHANGED)).toEqual({ event: "feed", at: 1, local: true });
  });
});
