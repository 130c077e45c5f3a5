import { findChromium, NO_CHROMIUM } from "./browser/arms.ts";
import { CAN_LOOK_INTO_PROCESSES, WHY_NOT } from "./browser/process-tree.ts";
import { visitHeavyPage } from "./browser/visits.ts";
import type { Measurement } from "./outcome.ts";
import { extraPercent, inWords } from "./ratio-words.ts";
import { mean, pairedRatio } from "./statistics.ts";

/** Processor time and memory of the whole browser for the same visits. */
export const pageCpu: Measurement = {
  name: "page-cpu",
  async measure({ rounds, say }) {
    const what = "browser CPU for that page, extra over do-nothing";
    if (findChromium() === null) return [{ what, skipped: NO_CHROMIUM }];
    if (!CAN_LOOK_INTO_PROCESSES) return [{ what, skipped: WHY_NOT }];
    const { processor, memory } = await visitHeavyPage(rounds, say);
    const full = pairedRatio(processor.full, processor["do-nothing"]);
    return [
      {
        what,
        value: extraPercent(full.middle),
        unit: "%",
        budget: { atMost: 10 },
        reference: `do-nothing / none: ${inWords(pairedRatio(processor["do-nothing"], processor.none))}`,
        detail: `full ${inWords(full)}, basic ${inWords(pairedRatio(processor.basic, processor["do-nothing"]))}; means: none ${mean(processor.none).toFixed(0)}, do-nothing ${mean(processor["do-nothing"]).toFixed(0)}, basic ${mean(processor.basic).toFixed(0)}, full ${mean(processor.full).toFixed(0)} ms`,
      },
      {
        what: "browser memory after those visits, extra over do-nothing",
        value: memory.full - memory["do-nothing"],
        unit: "MB",
        budget: null,
        reference: `none ${memory.none.toFixed(0)}, do-nothing ${memory["do-nothing"].toFixed(0)}, basic ${memory.basic.toFixed(0)}, full ${memory.full.toFixed(0)} MB`,
      },
    ];
  },
};
