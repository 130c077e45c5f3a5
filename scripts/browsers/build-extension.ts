import { join } from "node:path";
import { runWxt } from "../support/run-wxt.ts";
import type { BrowserFamily } from "./find.ts";

type Build = {
  family: BrowserFamily;
  /** Whose build it is: a folder of its own under `.output`. */
  purpose: "start" | "demo" | "e2e" | "bench" | "endurance";
  /** Another folder than that, for builds made at the same time. */
  folder?: string;
  /** The feed that it asks; none where left out. */
  feed?: { mirrors: string[]; rootKey: string };
};

/** Makes the production build and returns its folder. */
export function buildExtension({ family, purpose, feed, folder: outDir = join(".output", purpose) }: Build): string {
  const target = family === "firefox" ? "firefox" : "chrome";
  const environment = { EXTENSION_OUT_DIR: outDir, FEED_MIRRORS: feed?.mirrors.join(",") ?? "", FEED_ROOT_KEY: feed?.rootKey ?? "" };
  runWxt(["build", "-b", target], { environment });
  return join(outDir, `${target}-mv3`);
}
