import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { waitUntil } from "../../../scripts/browsers/control.ts";
import type { FoundBrowser } from "../../../scripts/browsers/find.ts";
import { REPORTS_PATH } from "../../../utils/core/reports/report.ts";
import { type BadgeWatch, watchBadges } from "./badge-watch.ts";
import { CAST, type Role } from "./cast.ts";
import { startCrowd } from "./crowd.ts";
import { DAY } from "./day.ts";
import { createDemoClock, type DemoClock, hourOf } from "./demo-clock.ts";
import { playBakery, playUnplugged } from "./epilogues.ts";
import { watchFeed } from "./feed-watch.ts";
import { judgeTheDay, neverBad } from "./judge-day.ts";
import { type Ledger, openLedger } from "./ledger.ts";
import { describe, names, oneLine, RECOVERY, shortName, type Tell } from "./narration.ts";
import { type PopupReading, readPopup, refreshFeed, searchReports } from "./popup-view.ts";
import { type Stage, setStage } from "./stage.ts";
import { playWorld } from "./world-script.ts";

export type PlayOptions = { found: FoundBrowser; headless: boolean; speed: number; pictures: string; say: (line: string) => void };

const CLOUD = "aws/us-east-1";

/** Plays the day. Returns whether every promise held. */
export async function play({ found, headless, speed, pictures, say }: PlayOptions): Promise<boolean> {
  const clock = createDemoClock(DAY.begins, speed);
  const tell: Tell = (line, at = clock.now()) => say(`${hourOf(at)} ${line}`);
  const ledger = openLedger(say);
  mkdirSync(pictures, { recursive: true });
  for (const old of readdirSync(pictures)) if (/^\d\d-.*\.png$/.test(old)) rmSync(join(pictures, old));
  const stage = await setStage(found, headless, clock, speed, say);
  try {
    await playOn(stage, clock, ledger, pictures, tell);
    say(`pictures of the popup: ${pictures}`);
    return ledger.close();
  } finally {
    await stage.close();
  }
}

async function playOn(stage: Stage, clock: DemoClock, ledger: Ledger, pictures: string, tell: Tell): Promise<void> {
  const { browser, world, feed, tabs } = stage;
  const feedWatch = watchFeed(feed, (line, at) => tell(line, at ?? undefined));
  const badges = watchBadges(browser, tabs, clock, (role, { text }) => tell(`badge ${shortName(role)}: ${text === "" ? "clear" : text}`));
  let count = 0;
  const picture = (what: string) => join(pictures, `${String(++count).padStart(2, "0")}-${what}.png`);

  async function turn(name: string, what: string): Promise<PopupReading> {
    const reading = await readPopup(browser, stage.tabOf(name).tabId, picture(what));
    tell(`popup ${name}: ${oneLine(reading.headline)}${reading.reports === null ? "" : ` ${reading.reports} reports`}`);
    return reading;
  }

  async function search(what: string): Promise<number | null> {
    const reports = await searchReports(browser, "Amazon Web Services", picture(what));
    tell(`dashboard Amazon Web Services: ${reports ?? "no"} reports`);
    return reports;
  }

  const show: Show = { stage, clock, ledger, badges, feedWatch, turn, search, tell };
  // The address table comes with the feed; the sites seen before it came are placed once it is there.
  await waitUntil(async () => (await readPopup(browser, stage.tabOf("Netflix").tabId)).text.includes("N. Virginia"), 30_000);
  clock.run();
  tell("an ordinary morning: every site is open in a tab of its own");
  const acting = playWorld(world, clock);
  const crowd = startCrowd(clock, `${feed.url}${REPORTS_PATH}`);
  try {
    await playFirstReports(show);
    await playAnnouncements(show);
    await playPeak(show);
    await playRecovery(show, acting);
    ledger.check(
      "the server took every report",
      crowd.refused.size === 0,
      [...crowd.refused].map(([status, count]) => `${status} × ${count}`).join(", "),
    );
    tell(
      `reports taken: ${Object.entries(crowd.taken)
        .map(([service, count]) => `${service} ${count}`)
        .join(", ")}`,
    );
  } finally {
    await crowd.stop();
  }
  await playBakery(stage, badges, ledger, turn, tell);
  await feedWatch.stop();
  await playUnplugged(stage, badges, ledger, turn, tell);
  await badges.stop();
}

/** What the acts of the day share. */
type Show = {
  stage: Stage;
  clock: DemoClock;
  ledger: Ledger;
  badges: BadgeWatch;
  feedWatch: ReturnType<typeof watchFeed>;
  /** Reads the popup of a site's tab, prints it and takes its picture. */
  turn(name: string, what: string): Promise<PopupReading>;
  /** Reads the number of reports about AWS on the dashboard, prints it and takes a picture. */
  search(what: string): Promise<number | null>;
  tell: Tell;
};

/** From the clear morning to AWS's first announcement: until then the sites, the crowd and the vantage show the outage. */
async function playFirstReports(show: Show): Promise<void> {
  const { clock, ledger, badges, turn, tell } = show;
  await turn("Netflix", "before");
  await clock.until(DAY.impact);
  ledger.check(
    "before the outage everything was clear",
    badges.tabs.every(neverBad),
    describe(badges.tabs.filter((tab) => !neverBad(tab))),
  );
  tell("AWS us-east-1 begins to fail: front pages load, the calls behind them do not");

  await badgeOf(badges, "Netflix", "out", clock, DAY.firstAnnouncement);
  await turn("Netflix", "people-first");
  await playMeasured(show);
  await clock.until(DAY.firstAnnouncement);
  const early = hit().filter((role) => sawBefore(badges, role, "out", DAY.firstAnnouncement));
  ledger.check(
    `every site on ${CLOUD} was called its outage before AWS's first announcement`,
    early.length === hit().length,
    names(hit().filter((role) => !early.includes(role))),
  );
}

/** A server in another country sees the region fail as well, and AWS's own status page is still silent. */
async function playMeasured({ stage, clock, ledger, feedWatch, turn }: Show): Promise<void> {
  await refreshOnce(stage, async () => feedWatch.latest()?.views?.fail.some(({ target }) => target === CLOUD) ?? false);
  const measured = await turn("Netflix", "measured-elsewhere");
  const text = oneLine(measured.text);
  ledger.check(
    "the popup said that the region failed from elsewhere too, before AWS's first announcement",
    text.includes("N. Virginia) failed from Frankfurt") && text.includes("silent so far") && clock.now() < DAY.firstAnnouncement,
    `${hourOf(clock.now())} ${text}`,
  );
}

/** AWS announces trouble, and half an hour later the services that it affects. */
async function playAnnouncements({ stage, clock, ledger, feedWatch, turn, tell }: Show): Promise<void> {
  await refreshOnce(
    stage,
    async () => feedWatch.latest()?.incidents.some(({ provider, official }) => provider === "aws" && official !== null) ?? false,
  );
  const announced = await turn("Amazon", "aws-announces");
  ledger.check(
    "the popup quoted AWS's “increased error rates” once AWS had announced them",
    /increased error rates/i.test(announced.official),
    oneLine(announced.official),
  );
  ledger.check(`the popup names ${CLOUD}`, announced.subject === CLOUD, announced.subject);

  await clock.until(DAY.allNamed);
  await refreshOnce(stage, async () => feedWatch.latest()?.incidents.some(({ services }) => services.includes("dynamodb")) ?? false);
  const named = await turn("Amazon", "services-named");
  ledger.check(
    "the popup named DynamoDB and EC2 once AWS had",
    /dynamodb/i.test(named.official) && /\bec2\b/i.test(named.official),
    oneLine(named.official),
  );
  await stage.browser.killBackground();
  tell("the browser stops the extension's background, as it does with idle ones");
}

/** The height of the reports, and their fall while the cause goes on. */
async function playPeak({ stage, clock, ledger, turn, search }: Show): Promise<void> {
  await clock.until(DAY.peak);
  await refreshOnce(stage, async () => true);
  const amazonPeak = (await turn("Amazon", "peak-amazon")).reports;
  const awsPeak = await search("peak-aws");
  ledger.check(
    "at the height Amazon and AWS showed reports as 20,000 to 11,000",
    isProportion(amazonPeak, awsPeak, 20_000 / 11_000),
    `${amazonPeak} to ${awsPeak}`,
  );

  await clock.until(DAY.reportsDown + 30 * 60_000);
  await refreshOnce(stage, async () => true);
  const amazonLater = await turn("Amazon", "fewer-reports-amazon");
  const awsLater = await search("fewer-reports-aws");
  const signIn = await turn("AWS's sign-in", "cause-goes-on");
  ledger.check(
    "the reports fell while the cause went on",
    fell(amazonPeak, amazonLater.reports) && fell(awsPeak, awsLater) && amazonLater.scope === "provider" && signIn.scope === "provider",
    `${amazonLater.reports} and ${awsLater}, ${amazonLater.scope} and ${signIn.scope}`,
  );
}

/** The two waves of the recovery. @param acting ends when every site has recovered */
async function playRecovery({ clock, ledger, badges, turn, tell }: Show, acting: Promise<void>): Promise<void> {
  await clock.until(DAY.firstWaveDone);
  tell("the first wave of recovery is over");
  await clock.until(DAY.secondWave);
  await turn("Netflix", "between-waves-netflix");
  await turn("Coinbase", "between-waves-coinbase");
  await acting;
  tell("the second wave of recovery is over");
  await waitUntil(async () => CAST.every((role) => badges.now(role).text === ""), RECOVERY).catch(() => null);
  const stillBad = CAST.filter((role) => badges.now(role).text !== "");
  ledger.check("after the recovery all was clear", stillBad.length === 0, names(stillBad));
  await clock.until(DAY.ends);
  await turn("Coinbase", "after");
  judgeTheDay(badges, ledger);
}

/** Waits until the feed holds something, and presses "Check now" then. */
async function refreshOnce(stage: Stage, isThere: () => Promise<boolean>): Promise<void> {
  await waitUntil(isThere, 20_000).catch(() => null);
  await refreshFeed(stage.browser, stage.tabOf("Amazon").tabId);
}

async function badgeOf(badges: BadgeWatch, name: string, text: string, clock: DemoClock, until: number): Promise<void> {
  const role = CAST.find((one) => one.name === name) as Role;
  while (badges.now(role).text !== text && clock.now() < until) await wait(100);
}

function hit(): Role[] {
  return CAST.filter(({ wave }) => wave !== "untouched");
}

function sawBefore(badges: BadgeWatch, role: Role, text: string, before: number): boolean {
  const tab = badges.tabs.find((one) => one.role === role);
  return (
    tab?.sightings.some((sighting) => sighting.text === text && sighting.at < before && sighting.title.includes("N. Virginia")) ?? false
  );
}

/** Counts are rounded down to two digits, and people come and go: a seventh more or less is the same proportion. */
function isProportion(one: number | null, other: number | null, expected: number): boolean {
  return one !== null && other !== null && Math.abs(one / other / expected - 1) < 1 / 7;
}

function fell(before: number | null, after: number | null): boolean {
  return before !== null && after !== null && after < before * 0.8;
}
