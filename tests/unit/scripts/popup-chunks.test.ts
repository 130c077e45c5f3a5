import { describe, expect, test } from "vitest";
import { popupChunk } from "../../../scripts/build/popup-chunks.ts";

const POPUP = "/project/entrypoints/popup/index.html";
const DASHBOARD = "/project/entrypoints/dashboard/index.html";
const BACKGROUND = "virtual:wxt-background-entrypoint?/project/entrypoints/background.ts";

/** Who imports whom. */
const IMPORTERS: { [id: string]: string[] } = {
  [POPUP]: [],
  [DASHBOARD]: [],
  [BACKGROUND]: [],
  "/project/utils/core/diagnose.ts": [POPUP, BACKGROUND],
  "/project/utils/core/time.ts": ["/project/utils/core/diagnose.ts", "/project/utils/core/round.ts"],
  "/project/utils/core/round.ts": ["/project/utils/core/time.ts"],
  "/project/components/words.tsx": [POPUP, DASHBOARD],
  "/project/components/popup.tsx": [POPUP],
  "/project/utils/history.ts": [DASHBOARD, BACKGROUND],
};

const chunkOf = (id: string) => popupChunk(id, { getModuleInfo: (asked) => ({ importers: IMPORTERS[asked] ?? [] }) });

describe("the popup's scripts", () => {
  test("what the background needs too is one, however far down and whatever imports it in a circle", () => {
    expect(chunkOf("/project/utils/core/diagnose.ts")).toBe("base");
    expect(chunkOf("/project/utils/core/time.ts")).toBe("base");
    expect(chunkOf("/project/utils/core/round.ts")).toBe("base");
  });

  test("what only pages share is another, so that the background never loads it", () => {
    expect(chunkOf("/project/components/words.tsx")).toBe("sight");
  });

  test("what the popup does not share, or does not need, is left to the bundler", () => {
    expect(chunkOf("/project/components/popup.tsx")).toBeNull();
    expect(chunkOf("/project/utils/history.ts")).toBeNull();
    expect(chunkOf(POPUP)).toBeNull();
  });
});
