import type { Target } from "puppeteer-core";
import { waitUntil } from "../../../scripts/browsers/control.ts";
import { type Arm, type ArmName, findChromium, NO_CHROMIUM, settle } from "./browser/arms.ts";
import { POLLING_SITE, QUIET_SITE } from "./browser/heavy-page.ts";
import { processorTime } from "./browser/process-tree.ts";
import { openStage } from "./browser/stage.ts";
import type { Figure, Measurement } from "./outcome.ts";

const ARMS: ArmName[] = ["do-nothing", "basic", "full"];
/** The browser stops a background that has had nothing to do for thirty seconds. */
const FALLS_ASLEEP_WITHIN = 60_000;
const IDLE = 120_000;
/** Longer than the background stays awake, so that every call of the page would wake it. */
const SPARSE = 40_000;
const SPARSE_CALLS = 3;
const HOUR = 3_600_000;

type Watch = { wakes: number; processor: number };

/** How often the background is woken while nothing happens, and by a page that asks for something now and then. */
export const wakeUps: Measurement = {
  name: "wake-ups",
  async measure({ say }) {
    if (findChromium() === null) return [{ what: "wake-ups of the background while idle", skipped: NO_CHROMIUM }];
    const stage = await openStage(ARMS);
    try {
      const arms = [...stage.arms.values()];
      for (const { page } of arms) await page.goto(`https://${QUIET_SITE}/`);
      say("wake-ups: waiting until every background is asleep");
      await Promise.all(arms.map(untilAsleep));
      const idle = await watch(arms, IDLE);
      const alarms = await Promise.all(arms.map(alarmsAnHour));
      await Promise.all(arms.map(untilAsleep));
      say("wake-ups: a page that asks now and then");
      for (const { page } of arms) await page.goto(`https://${POLLING_SITE}/poll/${SPARSE}`);
      await Promise.all(arms.map(untilAsleep));
      const sparse = await watch(arms, SPARSE * SPARSE_CALLS);
      return figuresOf(idle, sparse, alarms);
    } finally {
      await stage.close();
    }
  },
};

function figuresOf(idle: Watch[], sparse: Watch[], alarms: number[]): Figure[] {
  const each = (tell: (place: number) => string) => ARMS.map((name, place) => `${name} ${tell(place)}`).join(", ");
  const full = ARMS.indexOf("full");
  const doNothing = ARMS.indexOf("do-nothing");
  const costOf = (place: number) => (sparse[place]?.processor ?? 0) / Math.max(1, sparse[place]?.wakes ?? 0);
  return [
    {
      what: `wake-ups in ${IDLE / 1000} s with nothing happening, more than do-nothing`,
      value: (idle[full]?.wakes ?? Number.NaN) - (idle[doNothing]?.wakes ?? 0),
      unit: "",
      budget: { atMost: 0 },
      reference: each((place) => String(idle[place]?.wakes)),
      detail: `set by alarms: ${each((place) => `${(alarms[place] ?? 0).toFixed(1)} an hour`)}; browser CPU meanwhile: ${each((place) => `${idle[place]?.processor.toFixed(0)} ms`)}`,
    },
    {
      what: `wake-ups by a page that asks every ${SPARSE / 1000} s, ${SPARSE_CALLS} times`,
      value: sparse[full]?.wakes ?? Number.NaN,
      unit: "",
      budget: null,
      reference: each((place) => String(sparse[place]?.wakes)),
      detail: `browser CPU for each: ${each((place) => `${costOf(place).toFixed(0)} ms`)}`,
    },
  ];
}

/** Backgrounds show as targets of their own; looking at them does not keep them awake (tried on Chromium 156, 2026-11-23). */
function isBackground(target: Target): boolean {
  return target.type() === "service_worker" && target.url().startsWith("chrome-extension://");
}

async function untilAsleep({ browser }: Arm): Promise<void> {
  await waitUntil(async () => !browser.targets().some(isBackground), FALLS_ASLEEP_WITHIN);
}

/** Counts in all arms at the same time. */
async function watch(arms: Arm[], milliseconds: number): Promise<Watch[]> {
  const watches = arms.map(({ browser, pid }) => {
    let wakes = 0;
    const count = (target: Target) => {
      if (isBackground(target)) wakes++;
    };
    browser.on("targetcreated", count);
    const before = processorTime(pid);
    return () => {
      browser.off("targetcreated", count);
      return { wakes, processor: processorTime(pid) - before };
    };
  });
  await settle(milliseconds);
  return watches.map((end) => end());
}

/** What the extension has asked the browser to wake it for. */
async function alarmsAnHour({ extension }: Arm): Promise<number> {
  const alarms = await extension.inExtension<{ scheduledTime: number; periodInMinutes?: number }[]>("browser.alarms.getAll()");
  const now = Date.now();
  const periods = alarms.map(({ scheduledTime, periodInMinutes }) => (periodInMinutes ?? 0) * 60_000 || scheduledTime - now);
  return periods.reduce((sum, period) => sum + HOUR / Math.max(period, 1000), 0);
}
