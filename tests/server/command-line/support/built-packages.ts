import { join } from "node:path";
import { type Built, buildPackages } from "../../../../scripts/npm-packages/build-packages.ts";

/** Builds both packages into a folder, without a feed of their own. */
export async function builtPackages(folder: string): Promise<{ command: Built; mcp: Built; program: string; mcpProgram: string }> {
  const [command, mcp] = await buildPackages(folder, {});
  if (command === undefined || mcp === undefined) throw new Error("two packages are expected");
  return { command, mcp, program: join(command.folder, "not-just-me.mjs"), mcpProgram: join(mcp.folder, "not-just-me-mcp.mjs") };
}
