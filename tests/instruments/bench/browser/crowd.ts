import { type Arm, settle } from "./arms.ts";
import { RUIN_SITE, RUSH_SITE, TAB_SITES } from "./crowded-pages.ts";
import { askUntil } from "./pings.ts";
import type { PopupDesk } from "./popup-opening.ts";

/** After a page with many failures, until all of it is drawn and written down. */
const AFTERMATH = 1000;
/** How long the background is asked after it was stopped. */
const AWAKENING = 4000;

export async function openTabs({ extension }: Arm): Promise<void> {
  for (const site of TAB_SITES) await extension.visit(await extension.newPage(), `https://${site}/`);
}

/** @returns milliseconds until every request of the page had failed */
export async function loadRuin({ page }: Arm): Promise<number> {
  await page.bringToFront();
  await page.goto(`https://${RUIN_SITE}/`, { waitUntil: "load" });
  const done = (await page.evaluate("done")) as number;
  await settle(AFTERMATH);
  return done;
}

/**
 * Ten thousand requests, and meanwhile what is too old leaves the database, as it does a few times an hour.
 * @returns how long the requests took, and each answer of the background, in milliseconds
 */
export async function rushThrough({ arm: { extension, page }, desk }: PopupDesk): Promise<{ took: number; answers: number[] }> {
  await page.bringToFront();
  await page.goto(`https://${RUSH_SITE}/`, { waitUntil: "load" });
  const done = page.evaluate("done") as Promise<number>;
  await extension.inExtension(`browser.alarms.create("feed", { when: Date.now() + 1000 })`);
  const answers = await askUntil(desk, done);
  return { took: await done, answers };
}

/** Stops the background and asks it at once. @returns how long each answer took, in milliseconds */
export async function awaken({ arm: { extension }, desk }: PopupDesk): Promise<number[]> {
  await extension.killBackground();
  return await askUntil(desk, settle(AWAKENING));
}

/** The browser itself notes when it first painted something, and the page draws nothing before it has read everything. */
const FIRST_PAINT = `new Promise((resolve) => {
  new PerformanceObserver((list) => resolve(list.getEntries()[0].startTime)).observe({ type: "paint", buffered: true });
})`;

/** @returns milliseconds from the opening of the dashboard until it was drawn */
export async function openDashboard({ extension }: Arm): Promise<number> {
  const dashboard = await extension.openExtensionPage("dashboard.html");
  const drawn = (await dashboard.evaluate(FIRST_PAINT)) as number;
  await dashboard.close();
  return drawn;
}

/** Megabytes of JavaScript that the background holds, once what it no longer needs is collected. */
export async function heapOf({ browser }: Arm): Promise<number> {
  const target = browser.targets().find((one) => one.type() === "service_worker" && one.url().startsWith("chrome-extension://"));
  if (target === undefined) throw new Error("the background is asleep");
  const session = await target.createCDPSession();
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize / 1_000_000;
}
