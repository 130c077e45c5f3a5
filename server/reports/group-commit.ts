/** A queue whose entries are written together. `add` resolves once the entry is durable. */
export type GroupCommit<Entry> = {
  add(entry: Entry): Promise<void>;
  /** Waits until nothing is left to write. */
  drain(): Promise<void>;
};

type Round<Entry> = { entries: Entry[]; written: Promise<void> };

/**
 * Collects entries while the last group is being written, and for a moment longer, and writes them together: a commit costs about the
 * same for one entry and for a thousand.
 * @param write makes a group durable
 * @param pause milliseconds to wait for more
 */
export function createGroupCommit<Entry>(write: (entries: Entry[]) => Promise<void>, pause: number): GroupCommit<Entry> {
  let open: Round<Entry> | null = null;
  let last: Promise<void> = Promise.resolve();

  function begin(): Round<Entry> {
    const entries: Entry[] = [];
    const before = last;
    const written = (async () => {
      await Promise.all([before.catch(() => {}), new Promise((resolve) => setTimeout(resolve, pause))]);
      open = null;
      await write(entries);
    })();
    last = written;
    return { entries, written };
  }

  return {
    add(entry) {
      open ??= begin();
      open.entries.push(entry);
      return open.written;
    },
    async drain() {
      await last.catch(() => {});
    },
  };
}
