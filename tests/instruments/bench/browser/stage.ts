import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildExtension } from "../../../../scripts/browsers/build-extension.ts";
import { publicMirror } from "../../loopback/public-mirror.ts";
import { tableWith } from "../browsing/built-table.ts";
import { publishedFeed } from "../feed/published-feed.ts";
import { openStatusPages } from "../feed/status-pages.ts";
import { startFeedServer } from "../server/feed-server.ts";
import { type Arm, type ArmName, closeArms, findChromium, startArm } from "./arms.ts";
import { buildDoNothing } from "./do-nothing.ts";
import { openPageServer } from "./page-server.ts";

export type Stage = { arms: Map<ArmName, Arm>; arm(name: ArmName): Arm; close(): Promise<void> };

/**
 * Sets up everything that a visit needs: pages on loopback that the address table knows, a feed server with the feed of a bad day, the production build that asks
 * it, and a browser for each arm. Throws where there is no Chromium.
 */
export async function openStage(names: readonly ArmName[]): Promise<Stage> {
  const closing: (() => Promise<unknown>)[] = [];
  const arms = new Map<ArmName, Arm>();
  const close = async () => {
    await closeArms(arms.values());
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const found = findChromium();
    if (found === null) throw new Error("no Chromium is here");
    const statusPages = await openStatusPages();
    closing.push(statusPages.close);
    const pages = await openPageServer();
    closing.push(pages.close);
    const table = await tableWith(pages.ranges);
    const feed = await startFeedServer(statusPages.sources, undefined, table);
    closing.push(feed.remove);
    await publishedFeed(
      feed.url,
      feed.rootKey,
      statusPages.sources.map(({ id }) => id),
    );
    const ours = buildExtension({
      family: "chromium",
      purpose: "bench",
      feed: { mirrors: [publicMirror(feed.url)], rootKey: feed.rootKey },
    });
    writeFileSync(join(ours, "ranges.bin"), table);
    const folders = { ours, doNothing: buildDoNothing() };
    for (const name of names) arms.set(name, await startArm(name, found, folders, pages.names));
  } catch (problem) {
    await close();
    throw problem;
  }
  return {
    arms,
    arm(name) {
      const arm = arms.get(name);
      if (arm === undefined) throw new Error(`the arm ${name} was not started`);
      return arm;
    },
    close,
  };
}
