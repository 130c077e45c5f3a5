import { describe, expect, test } from "vitest";
import { sharedChunk } from "../../../scripts/build/shared-chunks.ts";

const POPUP = "/project/entrypoints/popup/index.html";
const DASHBOARD = "/project/entrypoints/dashboard/index.html";
const OPTIONS = "/project/entrypoints/options/index.html";
const OFFERS = "/project/entrypoints/popup/offers.ts";
const QUESTIONS = "/project/utils/status-pages/questions.ts";
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
  "/project/utils/mutes.ts": [OFFERS, OPTIONS, BACKGROUND],
  "/project/utils/regions.ts": [QUESTIONS, OPTIONS, BACKGROUND],
  "/project/components/check-once.tsx": [OFFERS, DASHBOARD],
  "/project/utils/place-names.ts": [QUESTIONS, DASHBOARD],
  "/project/utils/page-names.ts": [QUESTIONS, OFFERS],
  "/project/components/report-offer.tsx": [OFFERS],
  "/project/assets/sheet.css": [DASHBOARD, OPTIONS],
};

const chunkOf = (id: string) => sharedChunk(id, { getModuleInfo: (asked) => ({ importers: IMPORTERS[asked] ?? [] }) });

describe("the scripts of popup and background", () => {
  test("what the background needs too is one, however far down and whatever imports it in a circle", () => {
    expect(chunkOf("/project/utils/core/diagnose.ts")).toBe("base");
    expect(chunkOf("/project/utils/core/time.ts")).toBe("base");
    expect(chunkOf("/project/utils/core/round.ts")).toBe("base");
  });

  test("what only pages share is another, so that the background never loads it", () => {
    expect(chunkOf("/project/components/words.tsx")).toBe("sight");
  });

  test("what it loads later is not in them, but for what the background has too", () => {
    expect(chunkOf("/project/components/check-once.tsx")).toBe("later");
    expect(chunkOf("/project/utils/page-names.ts")).toBe("later");
    expect(chunkOf("/project/utils/mutes.ts")).toBe("base");
  });

  test("what the background shares with large pages and with the question to a status page is two more", () => {
    expect(chunkOf("/project/utils/history.ts")).toBe("ground");
    expect(chunkOf("/project/utils/regions.ts")).toBe("places");
  });

  test("what the question to a status page shares with large pages alone is not in what the popup loads while it draws", () => {
    expect(chunkOf("/project/utils/place-names.ts")).toBeNull();
  });

  test("what large pages share is one of their own, so that no other page gets their styles", () => {
    expect(chunkOf("/project/assets/sheet.css")).toBe("sheet");
  });

  test("what is not shared is left to the bundler", () => {
    expect(chunkOf("/project/components/popup.tsx")).toBeNull();
    expect(chunkOf("/project/components/report-offer.tsx")).toBeNull();
    expect(chunkOf(POPUP)).toBeNull();
  });
});
