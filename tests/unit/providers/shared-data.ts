import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { TestContext } from "vitest";

/** A file or folder of the reference data beside the repository; skips the test, with the reason, where it is not there. */
export function sharedData(path: string, context: TestContext): string {
  const found = fileURLToPath(new URL(`../../../../shared/${path}`, import.meta.url));
  if (existsSync(found)) return found;
  const reason = `skipped: there is no ../shared/${path} beside the repository`;
  console.warn(`${context.task.name}: ${reason}`);
  context.skip(reason);
  return found;
}
