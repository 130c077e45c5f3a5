import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/**
 * An empty folder that goes when the test ends.
 * @param atEnd `afterAll` for a folder that several tests share
 */
export function scratchFolder(atEnd: (clean: () => void) => void = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), "feed-test-"));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
