import { createSigner, signFeed } from "../../../extension/support/signed-feeds.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";
import { type Heard, recordedMirror } from "./recorded-mirror.ts";
import { type Ran, runProgram } from "./run-program.ts";
import { sampleFeed } from "./sample-feed.ts";

const root = createSigner();

/**
 * Runs the command with a mirror of its own that has the sample feed.
 * @param changes fields of the feed's body
 * @returns what was printed, and what the mirror heard
 */
export async function askSample(
  program: string,
  words: readonly string[],
  input: string | Uint8Array = "",
  changes: object = {},
): Promise<Ran & { heard: Heard[] }> {
  const mirror = await recordedMirror(signFeed(sampleFeed(undefined, 0, changes), root));
  const ran = await runProgram([process.execPath, program, ...words, "--feed", mirror.url, `--key=${root.rootKey}`], {
    environment: { XDG_CACHE_HOME: scratchFolder() },
    input,
  });
  return { ...ran, heard: mirror.heard };
}
