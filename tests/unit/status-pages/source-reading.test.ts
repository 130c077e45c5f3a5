import { describe, expect, test } from "vitest";
import type { Sources } from "../../../utils/core/feed/feed.ts";
import { SOURCE_IDS } from "../../../utils/core/status-pages/source-ids.ts";
import { sourceReading } from "../../../utils/core/status-pages/source-reading.ts";
import { BUILT_IN_SOURCES } from "../../../utils/core/status-pages/source-table.ts";

const READ = "2026-03-03T09:05:00Z";
const EARLIER = "2026-03-03T08:00:00Z";
const sources = (more: Partial<Sources>): Sources => ({ read: READ, except: [], named: [], ...more });

describe("what a feed says of a status page", () => {
  test("is that it was read, where the feed does not name it as unreadable", () => {
    expect(sourceReading(sources({}), "aws")).toEqual({ ok: true, checked: READ });
  });

  test("is when it was last read, where it cannot be read now", () => {
    expect(sourceReading(sources({ except: [{ id: "aws", checked: EARLIER }] }), "aws")).toEqual({ ok: false, checked: EARLIER });
    expect(sourceReading(sources({ except: [{ id: "aws", checked: null }] }), "aws")).toEqual({ ok: false, checked: null });
  });

  test("is nothing for a page that the product does not know, and for a feed that reads none", () => {
    expect(sourceReading(sources({}), "corner-shop")).toBeNull();
    expect(sourceReading(sources({ read: null }), "aws")).toBeNull();
  });

  test("is the answer that this browser got itself, where it asked", () => {
    const named = [{ id: "aws", checked: READ, ok: true }];
    expect(sourceReading(sources({ named, except: [{ id: "aws", checked: null }] }), "aws")).toEqual({ ok: true, checked: READ });
  });
});

test("the ids of the sources that the extension contains are those of the table", () => {
  expect([...SOURCE_IDS].toSorted()).toEqual(BUILT_IN_SOURCES.map(({ id }) => id).toSorted());
});
