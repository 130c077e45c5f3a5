/** An unknown share of sites that fail, learned from one site after another. */
export class ShareOfSites {
  private readonly counts: { failed: number; answered: number };

  constructor(before: { failed: number; answered: number }) {
    this.counts = { ...before };
  }

  /** The chance that the next site falls into the share. */
  chance(): number {
    return this.counts.failed / (this.counts.failed + this.counts.answered);
  }

  fails(): number {
    const chance = this.chance();
    this.counts.failed++;
    return chance;
  }

  answers(): number {
    const chance = this.chance();
    this.counts.answered++;
    return 1 - chance;
  }
}
