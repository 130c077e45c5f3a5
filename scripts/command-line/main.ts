#!/usr/bin/env node
import { messageOf } from "../../utils/core/message-of.ts";
import { endWithReader } from "../support/ending.ts";
import { UsageError } from "../support/flags.ts";
import { EXIT } from "./exit-status.ts";
import { paintFor } from "./paint.ts";
import { run } from "./run.ts";

endWithReader();
try {
  process.exitCode = await run(process.argv.slice(2), {
    paint: paintFor(process.stdout, process.env),
    out: console.log,
    err: console.error,
  });
} catch (problem) {
  console.error(`not-just-me: ${messageOf(problem)}`);
  process.exitCode = problem instanceof UsageError ? EXIT.badInput : EXIT.failed;
}
