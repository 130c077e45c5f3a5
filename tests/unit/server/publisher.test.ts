import { describe, expect, test } from "vitest";
import type { Contents } from "../../../server/publish/body.ts";
import { createPublisher } from "../../../server/publish/publisher.ts";
import { UNSIGNED } from "../../../server/publish/unsigned.ts";
import type { PublicationStore } from "../../../server/store/publication-store.ts";
import { MINUTE } from "../../../utils/core/time.ts";

const START = Date.parse("2026-03-03T09:00:00Z");
const CROWD = { reporters: 20, networks: 9, baseline: 1, series: [5, 10] };

/** A publisher on a store in memory, whose clock and contents the test sets. */
function publisherOn(stored: { document: string; sequence: number } | null = null) {
  const state = { now: START, reporters: 20, title: "Errors", stored, sequence: 0 };
  const publication = {
    nextSequence: async (_: string, clock: number) => {
      state.sequence = Math.max(state.sequence + 1, clock);
      return state.sequence;
    },
    savePublished: async (sequence: number, document: string) => {
      state.stored = { sequence, document };
    },
    publishedBesides: async () => state.stored,
  } as unknown as PublicationStore;
  const contents = async (): Promise<Contents> => ({
    sources: { read: new Date(state.now).toISOString(), except: [], named: [] },
    incidents: [
      {
        ...{ id: "aws-1", provider: "aws", region: null, services: [], site: null, severity: "major", status: "possible", summary: "" },
        ...{ started: "2026-03-03T08:59:00Z", updated: new Date(state.now).toISOString(), resolved: null, title: state.title, advice: [] },
        ...{ official: null, crowd: { ...CROWD, reporters: state.reporters }, areas: [], affects: [] },
      },
    ],
    ...{ services: [], networks: [], views: null, catalogue: null, ranges: null },
  });
  const publisher = createPublisher({ publication, signer: UNSIGNED, holder: "one", reports: null, contents, now: () => state.now });
  return {
    state,
    async publish() {
      const publication = await publisher.publish();
      if (publication === null) throw new Error("not published");
      const { body, sequence } = publication;
      return { sequence, hash: body.sha256, body: JSON.parse(new TextDecoder().decode(body.bytes)) as { previous: string | null } };
    },
  };
}

describe("the publisher", () => {
  test("signs a new head each time, and writes no new body while there is no news", async () => {
    const { state, publish } = publisherOn();
    const first = await publish();
    state.now += MINUTE;
    const second = await publish();
    expect(second.sequence).toBeGreaterThan(first.sequence);
    expect(second.hash).toBe(first.hash);
  });

  test("writes a new body with news, which names the one before", async () => {
    const { state, publish } = publisherOn();
    const first = await publish();
    state.title = "More errors";
    const second = await publish();
    expect(second.hash).not.toBe(first.hash);
    expect(second.body.previous).toBe(first.hash);
    expect(first.body.previous).toBeNull();
  });

  test("brings out new numbers of the crowd every five minutes", async () => {
    const { state, publish } = publisherOn();
    const first = await publish();
    state.reporters = 40;
    state.now += MINUTE;
    expect((await publish()).hash).toBe(first.hash);
    state.now += 5 * MINUTE;
    const later = await publish();
    expect(later.hash).not.toBe(first.hash);
    state.now += 10 * MINUTE;
    state.title = "News";
    expect((await publish()).body.previous).toBe(later.hash);
  });

  test("goes on from the body that an earlier run published", async () => {
    const before = publisherOn();
    const first = await before.publish();
    const after = publisherOn(before.state.stored);
    expect((await after.publish()).hash).toBe(first.hash);
    after.state.title = "News";
    expect((await after.publish()).body.previous).toBe(first.hash);
  });
});
