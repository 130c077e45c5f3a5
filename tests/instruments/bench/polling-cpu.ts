import { Random } from "../scenarios/random.ts";
import { type ArmName, findChromium, NO_CHROMIUM, settle } from "./browser/arms.ts";
import { POLLING_SITE } from "./browser/heavy-page.ts";
import { CAN_LOOK_INTO_PROCESSES, processorTime, WHY_NOT } from "./browser/process-tree.ts";
import { openStage } from "./browser/stage.ts";
import type { Measurement } from "./outcome.ts";
import { extraPercent, inWords } from "./ratio-words.ts";
import { mean, pairedRatio } from "./statistics.ts";

const ARMS: ArmName[] = ["none", "do-nothing", "full"];
/** Milliseconds between two calls of the page: busier than most, as chats and scores are. */
const PAUSE = 100;
const WINDOW = 5000;
/** Until the page is drawn and its first calls are made. */
const BEGINNING = 1500;
/** A window takes longer than a page load and varies less. */
const ROUNDS_PER_WINDOW = 3;

/** What a page costs that asks its site for news all the time: every answer reaches the extension. */
export const pollingCpu: Measurement = {
  name: "polling-cpu",
  async measure({ rounds, say }) {
    const what = "browser CPU while a page polls by XHR ten times a second, extra over do-nothing";
    if (findChromium() === null) return [{ what, skipped: NO_CHROMIUM }];
    if (!CAN_LOOK_INTO_PROCESSES) return [{ what, skipped: WHY_NOT }];
    const windows = Math.max(2, Math.ceil(rounds / ROUNDS_PER_WINDOW));
    const spent: { [arm in ArmName]: number[] } = { none: [], "do-nothing": [], basic: [], full: [] };
    const random = new Random("order of arms");
    const stage = await openStage(ARMS);
    try {
      // The first window is for warming up.
      for (let window = 0; window <= windows; window++) {
        for (const name of random.shuffle(ARMS)) {
          const { page, pid } = stage.arm(name);
          await page.goto(`https://${POLLING_SITE}/poll/${PAUSE}`, { waitUntil: "load" });
          await settle(BEGINNING);
          const before = processorTime(pid);
          await settle(WINDOW);
          if (window > 0) spent[name].push(processorTime(pid) - before);
          await page.goto("about:blank");
        }
        if (window === 1) say(`polling: ${windows} windows of ${WINDOW / 1000} s for each of ${ARMS.length} arms`);
      }
    } finally {
      await stage.close();
    }
    const full = pairedRatio(spent.full, spent["do-nothing"]);
    const perCall = ((mean(spent.full) - mean(spent["do-nothing"])) / (WINDOW / PAUSE)) * 1000;
    return [
      {
        what,
        value: extraPercent(full.middle),
        unit: "%",
        budget: { atMost: 10 },
        reference: `do-nothing / none: ${inWords(pairedRatio(spent["do-nothing"], spent.none))}`,
        detail: `full ${inWords(full)}; means of ${WINDOW / 1000} s: none ${mean(spent.none).toFixed(0)}, do-nothing ${mean(spent["do-nothing"]).toFixed(0)}, full ${mean(spent.full).toFixed(0)} ms; ${perCall.toFixed(0)} µs more a call`,
      },
    ];
  },
};
