import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

/** The lines that rolldown itself adds to join modules. */
const RUNTIME = "\0rolldown/runtime.js";

/** One file of code that needs nothing but Node, and the files of other people's packages that went into it. */
export type Bundle = { code: string; foreign: string[] };

/** Node 20.19 is the oldest that the packages promise to run on; `tests/server/command-line/package.test.ts` starts them on the machine's own. */
const TARGET = "node20.19";

/**
 * Joins an entry and all that it imports into one file.
 * @param constants what stands in the place of names
 */
export async function bundle(entry: string, constants: { [name: string]: string }): Promise<Bundle> {
  const build = await rolldown({
    ...{ input: entry, platform: "node", logLevel: "warn", transform: { define: constants, target: TARGET } },
    onLog(level, log) {
      // Nothing may be left out in silence: an import that cannot be found is only a warning.
      if (level === "warn") throw new Error(`${entry}: ${log.message}`);
    },
  });
  try {
    const { output } = await build.generate({ format: "esm", codeSplitting: false, comments: { legal: false } });
    const [chunk, ...others] = output;
    if (others.length > 0) throw new Error(`${entry}: one file was expected, not ${output.length}`);
    const files = chunk.moduleIds.map((id) => (id === RUNTIME ? fileURLToPath(import.meta.resolve("rolldown")) : id));
    return { code: chunk.code, foreign: files.filter((file) => /[\\/]node_modules[\\/]/.test(file)) };
  } finally {
    await build.close();
  }
}
