/** What the demo must show, and whether it did. */
export type Ledger = {
  /** Notes one promise. A broken one is printed at once, with what was seen instead. */
  check(sentence: string, kept: boolean, seen?: string): void;
  /** Prints all promises and returns whether every one was kept. */
  close(): boolean;
};

export function openLedger(say: (line: string) => void): Ledger {
  const entries: { sentence: string; kept: boolean; seen: string }[] = [];
  return {
    check(sentence, kept, seen = "") {
      entries.push({ sentence, kept, seen });
      if (!kept) say(`NOT SO: ${sentence}${seen === "" ? "" : ` — seen: ${seen}`}`);
    },
    close() {
      const kept = entries.filter((entry) => entry.kept).length;
      say("");
      for (const entry of entries)
        say(`${entry.kept ? "held  " : "BROKEN"} ${entry.sentence}${entry.kept || entry.seen === "" ? "" : ` — seen: ${entry.seen}`}`);
      say(`${kept} of ${entries.length} promises held`);
      return kept === entries.length;
    },
  };
}
