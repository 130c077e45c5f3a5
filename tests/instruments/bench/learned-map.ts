// A database in plain JavaScript: what it takes is more than what a browser's own takes on this thread.
import "fake-indexeddb/auto";
import { MINUTE } from "../../../utils/core/time.ts";
import { createLearnedMap } from "../../../utils/providers/learned-map.ts";
import { openDatabase } from "../../../utils/storage/database.ts";
import type { Measurement } from "./outcome.ts";
import { median, quantile } from "./statistics.ts";

const PAGES = 300;
/** Hosts of a page that count for its site: the world keeps six of a site, a heavy page has some others' frames. */
const HOSTS = 10;
const PLACES = ["cloudflare", "aws/us-east-1", "fastly", "aws/eu-west-1", "azure/westeurope", "gcp/us-central1"];

const pageOf = (page: number) =>
  Array.from({ length: HOSTS }, (_, host) => ({
    host: `h${host}.site-${page}.example`,
    site: `site-${page}.example`,
    visited: true,
    on: PLACES[(page + host) % PLACES.length] ?? null,
  }));

/** What a page costs that teaches the learned map something, database included, and one that teaches it nothing. */
export const learnedMap: Measurement = {
  name: "learned",
  async measure() {
    const map = createLearnedMap(openDatabase());
    const visit = async (page: number, now: number) => {
      const before = performance.now();
      await map.note(pageOf(page), now);
      return performance.now() - before;
    };
    const now = Date.now();
    const first: number[] = [];
    const again: number[] = [];
    for (let page = 0; page < PAGES; page++) first.push(await visit(page, now));
    for (let page = 0; page < PAGES; page++) again.push(await visit(page, now + MINUTE));
    return [
      {
        what: `learned map, a page with ${HOSTS} new hosts, median`,
        value: median(first),
        unit: "ms",
        budget: { atMost: 2 },
        reference: `a page that teaches nothing new: ${median(again).toFixed(3)} ms`,
        detail: `p95 ${quantile(first, 0.95).toFixed(2)} ms; ${PAGES} pages, the database in plain JavaScript`,
      },
    ];
  },
};
