import { scratchFolder } from "../../support/scratch-folder.ts";
import { runProgram } from "./run-program.ts";

/** The command with a feed and with a cache folder of its own, which stays over several calls. Each call asks the mirrors. */
export function callerOf(program: string, mirrors: readonly string[], key: string) {
  const cache = scratchFolder();
  const flags = [...mirrors.flatMap((mirror) => ["--feed", mirror]), `--key=${key}`, "--json", "--refresh"];
  return {
    cache,
    async call(...words: string[]) {
      const asked = words.length === 0 ? ["outages"] : words;
      const ran = await runProgram([process.execPath, program, ...asked, ...flags], { environment: { XDG_CACHE_HOME: cache } });
      return { ...ran, answer: ran.out === "" ? null : JSON.parse(ran.out) };
    },
  };
}
