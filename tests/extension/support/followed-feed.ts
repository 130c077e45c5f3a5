import { afterEach, beforeEach } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { WorldEvent } from "../../../utils/core/world/events.ts";
import { createFeedClient } from "../../../utils/feed/feed-client.ts";
import { feedStatus, loadFeedState } from "../../../utils/feed/feed-state.ts";
import { stopMirrors } from "./mirrors.ts";
import { createSigner } from "./signed-feeds.ts";

/** A feed that a person follows under a root key of its own. Each test begins with an empty browser and without mirrors. */
export function followFeed() {
  const root = createSigner();
  /** What the feed clients told the world, in order. */
  const events: WorldEvent[] = [];

  beforeEach(() => {
    fakeBrowser.reset();
    events.length = 0;
  });
  afterEach(stopMirrors);

  return {
    root,
    events,
    /** A feed client as the background makes it when it starts. */
    client: () => createFeedClient((event) => events.push(event)),
    use: (mirrors: string[]) => fakeBrowser.storage.local.set({ ownFeeds: [{ mirrors, rootKey: root.rootKey }] }),
    status: async () => feedStatus(await loadFeedState(root), Date.now()),
  };
}
