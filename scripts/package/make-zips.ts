import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { BuildFailed, runWxt } from "../support/run-wxt.ts";

/** What the stores get: one zip a browser family, and the sources that reviewers rebuild it from. */
export type Zips = { chrome: string; firefox: string; sources: string };

/** Zips both builds and the sources into a folder. The feed is the one that the environment names, as in every build. */
export function makeZips(folder: string): Zips {
  rmSync(folder, { recursive: true, force: true });
  for (const target of ["chrome", "firefox"]) runWxt(["zip", "-b", target], { environment: { EXTENSION_OUT_DIR: folder } });
  const named = (ending: string) => {
    const name = readdirSync(folder).find((file) => file.endsWith(`-${ending}.zip`));
    if (name === undefined) throw new BuildFailed(`There is no ${ending} zip in ${folder}.`);
    return join(folder, name);
  };
  return { chrome: named("chrome"), firefox: named("firefox"), sources: named("sources") };
}
