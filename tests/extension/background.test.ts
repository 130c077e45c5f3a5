import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { startBackground } from "../../utils/background/background.ts";
import { standInForWholeBrowser } from "./support/whole-browser.ts";

let browser: ReturnType<typeof standInForWholeBrowser>;
beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
  vi.stubEnv("FIREFOX", "");
  vi.stubGlobal("addEventListener", () => {});
  browser = standInForWholeBrowser();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe("the background", () => {
  test("x", async () => {
    startBackground();
    const sync = browser.listening();
    console.log(sync);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(browser.listening()).toEqual(sync);
    console.log(await fakeBrowser.storage.session.get(null));
  });
});
