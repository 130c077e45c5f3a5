import { afterEach, beforeEach, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { WorldEvent } from "../../../utils/core/world/events.ts";
import { createFeedClient } from "../../../utils/feed/feed-client.ts";
import { loadFeedState } from "../../../utils/feed/feed-state.ts";
import { feedStatus } from "../../../utils/feed/feed-statuses.ts";
import { stopMirrors } from "./mirrors.ts";
import { createSigner } from "./signed-feeds.ts";

/** A feed that a person follows under a root key of its own. Each test begins with an empty browser and without mirrors. */
export function followFeed() {
  const root = createSigner();
  /** What the feed clients told the world, in order. */
  const events: WorldEvent[] = [];

  beforeEach(() => {
    fakeBrowser.reset();
    // Vitest has only text in its environment, and the text "false" is true.
    vi.stubEnv("FIREFOX", "");
    events.length = 0;
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.unstubAllGlobals();
    stopMirrors();
  });

  return {
    root,
    events,
    /** A feed client as the background makes it when it starts. */
    client: (random?: () => number) => createFeedClient((event) => events.push(event), random),
    use: (mirrors: string[], rootKey = root.rootKey) => fakeBrowser.storage.local.set({ ownFeeds: [{ mirrors, rootKey }] }),
    status: async (rootKey = root.rootKey) => feedStatus(await loadFeedState({ rootKey }), Date.now()),
  };
}
