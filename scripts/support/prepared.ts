import { existsSync } from "node:fs";
import { runWxt } from "./run-wxt.ts";

/** Lets WXT write its types where nothing has yet: `npm ci` does it, unless npm was told to run no install scripts. */
export function ensurePrepared(): void {
  if (!existsSync(".wxt/tsconfig.json")) runWxt(["prepare"]);
}
