import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { BrowserFamily } from "./browsers/find.ts";

/** A build of the extension that did not succeed; the message carries the builder's own words. */
export class BuildFailed extends Error {}

type Build = {
  family: BrowserFamily;
  /** Whose build it is: a folder of its own under `.output`. */
  purpose: "start" | "demo" | "e2e" | "lab" | "bench" | "endurance";
  /** Another folder than that, for builds made at the same time. */
  folder?: string;
  /** The feed that it asks; none where left out. */
  feed?: { mirrors: string[]; rootKey: string };
};

/** Makes the production build and returns its folder. */
export function buildExtension({ family, purpose, feed, folder: outDir = join(".output", purpose) }: Build): string {
  const target = family === "firefox" ? "firefox" : "chrome";
  const built = spawnSync(process.execPath, ["node_modules/wxt/bin/wxt.mjs", "build", "-b", target], {
    encoding: "utf8",
    env: {
      ...process.env,
      NO_COLOR: "1",
      EXTENSION_OUT_DIR: outDir,
      FEED_MIRRORS: feed?.mirrors.join(",") ?? "",
      FEED_ROOT_KEY: feed?.rootKey ?? "",
    },
  });
  if (built.status !== 0) throw new BuildFailed(`The extension could not be built:\n${built.stdout}${built.stderr}`);
  return join(outDir, `${target}-mv3`);
}
