import { findChromium, NO_CHROMIUM } from "./browser/arms.ts";
import { PARTS } from "./browser/heavy-page.ts";
import { visitHeavyPage } from "./browser/visits.ts";
import type { Measurement } from "./outcome.ts";
import { inWords } from "./ratio-words.ts";
import { median, pairedRatio } from "./statistics.ts";

/** How much longer a page takes with the extension than with one that listens to the same events and does nothing. */
export const pageLoad: Measurement = {
  name: "page-load",
  async measure({ rounds, say }) {
    const what = `page load, full access / do-nothing, ${PARTS.length} sub-requests, upper 95 % bound`;
    if (findChromium() === null) return [{ what, skipped: NO_CHROMIUM }];
    const { load, learned } = await visitHeavyPage(rounds, say);
    const full = pairedRatio(load.full, load["do-nothing"]);
    return [
      {
        what,
        value: full.upper,
        unit: "×",
        budget: { atMost: 1.05 },
        reference: `do-nothing / none: ${inWords(pairedRatio(load["do-nothing"], load.none))}`,
        detail: `full ${inWords(full)}, basic ${inWords(pairedRatio(load.basic, load["do-nothing"]))}; medians: none ${median(load.none).toFixed(0)}, do-nothing ${median(load["do-nothing"]).toFixed(0)}, basic ${median(load.basic).toFixed(0)}, full ${median(load.full).toFixed(0)} ms; ${rounds} rounds, ${learned} hosts learned`,
      },
    ];
  },
};
