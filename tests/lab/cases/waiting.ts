import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { waitUntil } from "../../../scripts/browsers/control.ts";
import { both, CLEAR, type LabCase, site, UNCLEAR } from "../lab-case.ts";
import type { LabEnvironment } from "../lab-environment.ts";
import { BAKERY, NEWS, WEATHER } from "../neighbours.ts";

/** From the request to the badge, seconds. design.md fixes it. */
const BADGE_WITHIN = 16;
/** From here on the popup says that a load hangs; with the time that it takes to be opened and read, it does so within `POPUP_WITHIN` seconds. */
const POPUP_FROM = 10_000;
const POPUP_WITHIN = 13;
/** A person waits so long for the rest of a page. */
const WAITS_FOR_THE_REST = 18_000;
/** A person reads a page so long before the next. The world lists the answers of a site once in five seconds. */
const READS_A_PAGE = 5_200;
/** Longer than any case waits. */
const PATIENCE = 40_000;

/** A load that has begun, with what the badge of its tab said since. */
type Load = { page: Page; tabId: number; began: number; ended: Promise<void>; isOver(): boolean };

async function begin(lab: LabEnvironment, host: string): Promise<Load> {
  const page = await lab.newTab();
  const tabId = await lab.browser.tabIdOf(page);
  const began = Date.now();
  let over = false;
  const ended = lab.go(page, `https://${host}/`, PATIENCE).then(() => {
    over = true;
  });
  return { page, tabId, began, ended, isOver: () => over };
}

async function browseOn(lab: LabEnvironment): Promise<void> {
  const page = await lab.newTab();
  for (const url of [WEATHER, BAKERY, NEWS]) await lab.go(page, url);
}

/** Waits for the badge and says how long it took. @throws where it took too long */
async function badgeOf(lab: LabEnvironment, load: Load): Promise<void> {
  await waitUntil(async () => (await lab.browser.badge(load.tabId)).text === "site", PATIENCE);
  secondsSince(lab, load, "badge", BADGE_WITHIN);
}

/** Notes how long something took since the request was made. @throws where it took too long */
function secondsSince(lab: LabEnvironment, { began }: Load, what: string, limit: number): void {
  const seconds = (Date.now() - began) / 1000;
  const told = `${what} ${seconds.toFixed(1)} s after the request`;
  lab.note(told);
  if (seconds > limit) throw new Error(told);
}

/** What the badge of a tab says until its load is over. */
async function badgesUntilOver(lab: LabEnvironment, { tabId, isOver }: Load): Promise<Set<string>> {
  const seen = new Set<string>();
  await waitUntil(async () => {
    seen.add((await lab.browser.badge(tabId)).text);
    return isOver();
  }, PATIENCE);
  return seen;
}

const HANGING = site("slow", "never-answers.example");

/** Loads that wait for an answer. */
export const WAITING: LabCase[] = [
  {
    name: "hang-told",
    title: "a load without an answer is told while it hangs, and forgotten when the answer comes",
    faultClass: "waiting",
    launch: "plain",
    hosts: [{ host: "www.never-answers.example", address: "127.68.1.1", title: "Never Answers" }],
    async play(lab) {
      await lab.browseWell();
      await lab.world.set("www.never-answers.example", "hang");
      const load = await begin(lab, "www.never-answers.example");
      await browseOn(lab);
      await wait(Math.max(0, load.began + POPUP_FROM + 200 - Date.now()));
      await lab.says(load.page, HANGING);
      secondsSince(lab, load, "popup", POPUP_WITHIN);
      await badgeOf(lab, load);
      lab.world.answer("www.never-answers.example");
      await load.ended;
      return load.page;
    },
    accept: both(...CLEAR),
  },
  {
    name: "hang-in-a-black-hole",
    title: "a site whose packets are lost has its badge before the browser gives up",
    faultClass: "waiting",
    launch: "cable",
    hosts: [{ host: "www.black-hole.example", address: "127.68.2.1", title: "Black Hole" }],
    async play(lab) {
      await lab.browseWell();
      lab.cable.drop([lab.world.names.addresses["www.black-hole.example"] ?? ""]);
      const load = await begin(lab, "www.black-hole.example");
      await browseOn(lab);
      await badgeOf(lab, load);
      return load.page;
    },
    accept: both(site("slow", "black-hole.example")),
    quick: true,
  },
  {
    name: "hang-background-killed",
    title: "a hang is told in time although the background died three seconds after its start",
    faultClass: "waiting",
    launch: "plain",
    hosts: [{ host: "www.outlives.example", address: "127.68.3.1", title: "Outlives" }],
    async play(lab) {
      await lab.browseWell();
      await lab.world.set("www.outlives.example", "hang");
      const load = await begin(lab, "www.outlives.example");
      await wait(3000);
      await lab.browser.killBackground();
      await browseOn(lab);
      await badgeOf(lab, load);
      return load.page;
    },
    accept: both(site("slow", "outlives.example")),
  },
  {
    name: "slow-answer",
    title: "an answer that takes eight seconds leaves the badge empty",
    faultClass: "waiting",
    launch: "plain",
    hosts: [{ host: "www.eight-seconds.example", address: "127.68.4.1", title: "Eight Seconds" }],
    async play(lab) {
      await lab.browseWell();
      await lab.world.set("www.eight-seconds.example", { after: 8000 });
      const load = await begin(lab, "www.eight-seconds.example");
      const seen = await badgesUntilOver(lab, load);
      if (seen.size > 1 || !seen.has("")) throw new Error(`the badge said ${[...seen].join(" ")}`);
      return load.page;
    },
    accept: both(...CLEAR),
  },
  {
    name: "slow-download",
    title: "a file whose server is slow to begin leaves nothing behind",
    faultClass: "waiting",
    launch: "plain",
    hosts: [
      {
        host: "www.slow-file.example",
        address: "127.68.5.1",
        title: "Slow File",
        files: {
          "/": { type: "application/zip", body: "file", headers: { "content-disposition": 'attachment; filename="file.zip"' } },
        },
      },
    ],
    async play(lab) {
      await lab.browseWell();
      await lab.world.set("www.slow-file.example", "hang");
      const load = await begin(lab, "www.slow-file.example");
      await browseOn(lab);
      await wait(Math.max(0, load.began + 12_000 - Date.now()));
      lab.world.answer("www.slow-file.example");
      await lab.pause();
      return load.page;
    },
    accept: both(...CLEAR),
  },
  {
    name: "frozen-page",
    title: "a page that begins to come and then stops is slow, once a person has given up on it twice",
    faultClass: "waiting",
    launch: "plain",
    hosts: [{ host: "www.frozen.example", address: "127.68.6.1", title: "Frozen" }],
    async play(lab) {
      await lab.browseWell();
      await lab.world.set("www.frozen.example", "frozen");
      const loads = [await begin(lab, "www.frozen.example")];
      await lab.pause();
      loads.push(await begin(lab, "www.frozen.example"));
      await browseOn(lab);
      await wait(WAITS_FOR_THE_REST);
      for (const { page } of loads) {
        await page.bringToFront();
        await lab.browser.stopLoading(page);
        await lab.pause();
      }
      return loads[1]?.page ?? null;
    },
    accept: { full: [site(["slow", "unreachable"], "frozen.example")], basic: [site("slow", "frozen.example"), UNCLEAR, ...CLEAR] },
    shows: ["aborted"],
  },
  {
    name: "slower-than-usual",
    title: "a site that is slow three times in a row, and never was before, is slow",
    faultClass: "waiting",
    launch: "plain",
    hosts: [{ host: "www.once-fast.example", address: "127.68.7.1", title: "Once Fast" }],
    async play(lab) {
      await lab.browseWell();
      const page = await lab.newTab();
      for (let load = 0; load < 3; load++) {
        await lab.go(page, "https://www.once-fast.example/");
        await wait(READS_A_PAGE);
      }
      await lab.world.set("www.once-fast.example", { after: 5000 });
      for (let load = 0; load < 3; load++) {
        await lab.go(page, "https://www.once-fast.example/");
        await lab.pause();
      }
      return page;
    },
    accept: both(site("slow", "once-fast.example")),
  },
];
