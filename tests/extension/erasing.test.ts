import { beforeEach, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { createEraser } from "../../utils/background/erase.ts";

beforeEach(() => fakeBrowser.reset());

test("what cannot be erased is told, and keeps neither settings nor reports nor what else can go", async () => {
  const erased: string[] = [];
  const part = (name: string) => ({
    async erase() {
      erased.push(name);
    },
  });
  const held = () => Promise.reject(new Error("somebody holds the database open"));
  const eraser = createEraser({
    history: { erase: held },
    learned: part("learned"),
    visits: part("visits"),
    reporter: { setConsent: held, ...part("reports") },
    watches: { remove: async () => undefined },
    traceLog: part("trace"),
    changeWorld: () => erased.push("picture"),
  });
  await fakeBrowser.storage.local.set({ historyDays: 7, "feedState/key": {} });
  await expect(eraser.erase({ what: "everything" })).rejects.toThrow("holds the database");
  expect(erased.toSorted()).toEqual(["learned", "picture", "reports", "trace", "visits"]);
  expect(await fakeBrowser.storage.local.get(null)).toEqual({ "feedState/key": {} });
});
