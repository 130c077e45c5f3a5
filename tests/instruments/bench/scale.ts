import { findChromium, NO_CHROMIUM, settle } from "./browser/arms.ts";
import { awaken, heapOf, loadRuin, openDashboard, openTabs, rushThrough } from "./browser/crowd.ts";
import { RUIN_REQUESTS, RUSH_REQUESTS, TAB_SITES } from "./browser/crowded-pages.ts";
import { EPISODES, fillShelves } from "./browser/full-shelves.ts";
import { askUntil } from "./browser/pings.ts";
import { type Opening, openInTurn, type PopupDesk } from "./browser/popup-opening.ts";
import { openStage, type Stage } from "./browser/stage.ts";
import type { Figure, Measurement, Options } from "./outcome.ts";
import { inWords } from "./ratio-words.ts";
import { median, pairedRatio, quantile, type Ratio } from "./statistics.ts";

/** How long the background is asked while nothing happens. */
const REST = 5000;
/** Each is repeated so often at most, however many rounds the others make. */
const LOADS = 10;
const OPENINGS = 16;
const DASHBOARDS = 5;
/** Before the popup is looked at: a failure counts for more once the person has tried again. */
const TRIES = 2;

type Found = {
  rest: number[];
  rush: { took: number; answers: number[] };
  awakening: { before: number[]; after: number[] };
  ruin: Ratio;
  popup: { full: Opening[]; empty: Opening[] };
  dashboard: { before: number[]; after: number[] };
  heap: { before: number; after: number };
  /** Bytes of session storage. */
  session: number;
};

/** All at once that a heavy user could bring, and whether one would feel it. */
export const scale: Measurement = {
  name: "scale",
  async measure(options) {
    if (findChromium() === null) return [{ what: "fifty tabs, a long history and ten thousand requests", skipped: NO_CHROMIUM }];
    const stage = await openStage(["do-nothing", "full"]);
    try {
      return figuresOf(await run(stage, options));
    } finally {
      await stage.close();
    }
  },
};

async function run(stage: Stage, { rounds, say }: Options): Promise<Found> {
  const full = await deskOf(stage, "full");
  const empty = await deskOf(stage, "do-nothing");
  const times = async (count: number, job: () => Promise<number>) => {
    const all: number[] = [];
    for (let time = 0; time < Math.min(count, rounds); time++) all.push(await job());
    return all;
  };
  const awakening = { before: await awaken(full), after: [] as number[] };
  const heap = { before: await heapOf(full.arm), after: 0 };
  const dashboard = { before: await times(DASHBOARDS, () => openDashboard(full.arm)), after: [] as number[] };
  say(`scale: filling the database with ${EPISODES} rows of history`);
  await fillShelves(full.arm.extension, Date.now());
  for (const { arm } of [full, empty]) await openTabs(arm);
  const rest = await askUntil(full.desk, settle(REST));
  say(`scale: ${TAB_SITES.length} tabs; pages with ${RUIN_REQUESTS} failing requests`);
  const loads = { full: [] as number[], empty: [] as number[] };
  // The first loads are for warming up.
  for (let load = -1; load < Math.min(LOADS, rounds); load++) {
    const took = { full: await loadRuin(full.arm), empty: await loadRuin(empty.arm) };
    if (load < 0) continue;
    loads.full.push(took.full);
    loads.empty.push(took.empty);
  }
  say(`scale: ${RUSH_REQUESTS} requests within a minute`);
  const rush = await rushThrough(full);
  heap.after = await heapOf(full.arm);
  awakening.after = await awaken(full);
  for (let attempt = 0; attempt < TRIES; attempt++) for (const { arm } of [full, empty]) await loadRuin(arm);
  const popup = await openInTurn(full, empty, Math.min(OPENINGS, rounds));
  const session = await full.arm.extension.inExtension<number>("browser.storage.session.getBytesInUse(null)");
  dashboard.after = await times(DASHBOARDS, () => openDashboard(full.arm));
  return { rest, rush, awakening, ruin: pairedRatio(loads.full, loads.empty), popup, dashboard, heap, session };
}

async function deskOf(stage: Stage, name: "full" | "do-nothing"): Promise<PopupDesk> {
  const arm = stage.arm(name);
  return { arm, desk: await arm.extension.openExtensionPage("welcome.html") };
}

const whole = (milliseconds: number) => `${milliseconds.toFixed(0)} ms`;
const longest = (all: number[]) => Math.max(...all);
const painted = (openings: Opening[]) => openings.map((opening) => opening.painted);

function figuresOf({ rest, rush, awakening, ruin, popup, dashboard, heap, session }: Found): Figure[] {
  const scopes = [...new Set(popup.full.map(({ scope }) => scope))].join(", ");
  return [
    {
      what: `${TAB_SITES.length} tabs, ${RUIN_REQUESTS} failures in front: popup opened → verdict painted, median`,
      value: median(painted(popup.full)),
      unit: "ms",
      budget: { atMost: 100 },
      reference: `an empty popup: ${whole(median(painted(popup.empty)))}`,
      detail: `p90 ${whole(quantile(painted(popup.full), 0.9))}, empty ${whole(quantile(painted(popup.empty), 0.9))}; verdict shown: ${scopes}`,
    },
    {
      // Up to a fifth of a second, an answer to a click seems to come at once.
      what: `longest silence of the background, ${RUSH_REQUESTS} requests in ${(rush.took / 1000).toFixed(0)} s`,
      value: longest(rush.answers),
      unit: "ms",
      budget: { atMost: 200 },
      reference: `at rest: ${whole(longest(rest))}`,
      detail: `asked ${rush.answers.length} times, median ${median(rush.answers).toFixed(1)} ms, p99 ${whole(quantile(rush.answers, 0.99))}; at rest ${median(rest).toFixed(1)} ms`,
    },
    {
      what: `longest silence of a background that was stopped, ${EPISODES} rows of history`,
      value: longest(awakening.after),
      unit: "ms",
      budget: { atMost: 200 },
      reference: `with nothing kept: ${whole(longest(awakening.before))}`,
    },
    {
      what: `a page with ${RUIN_REQUESTS} failing requests, full access / do-nothing`,
      value: ruin.middle,
      unit: "×",
      budget: null,
      reference: `95 %: ${inWords(ruin)}`,
    },
    {
      what: "session storage after it all",
      value: session / 1000,
      unit: "kB",
      budget: { atMost: 1000 },
      reference: "Chromium lets 10 MB lie there",
    },
    {
      what: "JS heap of the background after it all",
      value: heap.after,
      unit: "MB",
      budget: { atMost: 10 },
      reference: `just started: ${heap.before.toFixed(1)} MB`,
    },
    {
      what: `dashboard opened → drawn, ${EPISODES} rows of history, median`,
      value: median(dashboard.after),
      unit: "ms",
      budget: { atMost: 1000 },
      reference: `with nothing kept: ${whole(median(dashboard.before))}`,
      detail: `longest ${whole(longest(dashboard.after))}`,
    },
  ];
}
