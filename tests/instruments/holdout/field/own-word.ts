import { WORDS } from "../browser-words.ts";
import { CLEAR, type HoldoutScenario, local, site as siteAnswer, UNCLEAR, weakly } from "../holdout-scenario.ts";
import type { Site } from "../sites.ts";
import { askBoth, FIRST_TAB, failing, siteStory, story, tryAgain } from "./story.ts";

const TAB = { tabId: FIRST_TAB };

/** The browser says that it is offline, and pages come all the same: a virtual adapter, a sleeping radio. */
const falseOffline = siteStory("falseOffline", "clear", (session, site) => {
  session.recording.write(session.now, { event: "offline" });
  session.elsewhere([site], [2, 4]);
  if (session.random.chance(0.5)) session.look(true);
  session.visit(site, { tab: FIRST_TAB });
  askBoth(session, TAB, "clear", [CLEAR], [CLEAR]);
});

/** The same lie must not hide that a site fails. */
const falseOfflineAndFault = siteStory("falseOfflineAndFault", "site", (session, site) => {
  session.recording.write(session.now, { event: "offline" });
  session.elsewhere([site], [2, 3]);
  session.look(true);
  tryAgain(session, site, { breaks: "refused" }, 3);
  askBoth(session, TAB, "site", [siteAnswer(site, "unreachable")], [siteAnswer(site, "unreachable")]);
});

/** Offline in truth: what answered, answered before. */
const trueOffline = siteStory("trueOffline", "local", (session, site) => {
  const { random } = session;
  session.elsewhere([site], [2, 4]);
  session.now += random.integer(500, 20_000);
  session.recording.write(session.now, { event: "offline" });
  session.check = { result: "unreachable" };
  session.fault = () => ({ breaks: "offline" });
  for (let time = random.integer(1, 3); time > 0; time--) session.visit(site, { tab: FIRST_TAB });
  if (random.chance(0.5)) session.look(true);
  askBoth(session, TAB, "local", [local("offline", "no-internet")], [local("offline", "no-internet")]);
});

/** Three owners' certificates are refused for their dates, and the clock was measured: it is right. */
const clockIsRight = story("clockIsRight", "local", (session) => {
  const { random, pool } = session;
  const ill = random.sample(pool.sites, 3);
  session.begin(ill);
  session.elsewhere(ill, [2, 3]);
  session.fault = failing(ill, () => ({ breaks: "certificate-date" }));
  for (const [index, site] of ill.entries()) {
    session.visit(site, { tab: FIRST_TAB + index });
    session.elsewhere(ill, [1, 1]);
  }
  session.check = { result: "reached", skew: random.integer(-4_000, 4_000) };
  session.look(true);
  session.visit(ill[0] as Site, { tab: FIRST_TAB });
  session.elsewhere(ill, [1, 1]);
  const right = [UNCLEAR, local("interception"), ...weakly(...ill.map((site) => siteAnswer(site)))];
  askBoth(session, TAB, "local", right, right);
});

/** A pinned key is not the one that came: somebody sits between, and one owner is enough to say so. */
const pinBroken = siteStory("pinBroken", "local", (session, site) => {
  tryAgain(session, site, { breaks: WORDS.pin }, session.random.integer(1, 3));
  askBoth(session, TAB, "local", [local("interception"), ...weakly(UNCLEAR)], [local("interception"), ...weakly(UNCLEAR)]);
});

/** A certificate that nobody vouches for, at one owner: that owner's slip. */
const ownCertificate = siteStory("ownCertificate", "site", (session, site) => {
  tryAgain(session, site, { breaks: session.random.pick(["certificate-self-signed", "certificate-date"] as const) }, 3);
  askBoth(session, TAB, "site", [siteAnswer(site, "tls")], [siteAnswer(site, "tls")]);
});

/** The name leads to 0.0.0.0: a filter on this side. Firefox only says that the connection was refused, at once. */
const filteredName = siteStory("filteredName", "local", (session, site) => {
  session.elsewhere([site], [1, 2]);
  tryAgain(session, site, { breaks: WORDS.nullAddress }, session.random.integer(1, 4));
  const known = session.browser === "chromium" ? [] : [siteAnswer(site, "unreachable")];
  const right = [local("blocked", "dns"), UNCLEAR, ...known];
  askBoth(session, TAB, "local", right, [...right, CLEAR]);
});

/** A refusal that took its time came from the other end. */
const closedServer = siteStory("closedServer", "site", (session, site) => {
  session.elsewhere([site], [1, 2]);
  tryAgain(session, site, { breaks: { ...WORDS.nullAddress, chromium: "net::ERR_CONNECTION_REFUSED", ms: [120, 400] } }, 3);
  askBoth(session, TAB, "site", [siteAnswer(site, "unreachable")], [siteAnswer(site, "unreachable")]);
});

/** A log-in page holds the network; the few sites that it lets through prove nothing. */
const walledGarden = siteStory("walledGarden", "local", (session, site) => {
  const { random } = session;
  session.check = { result: "captive" };
  session.fault = (host) => (host.domain === site.domain ? { breaks: "certificate-name" } : null);
  for (let time = random.integer(1, 3); time > 0; time--) session.visit(site, { tab: FIRST_TAB, gap: session.style.retry });
  session.look(true);
  const garden = random.pick(session.pool.sites.filter((other) => other !== site));
  for (let page = random.integer(1, 3); page > 0; page--) session.visit(garden, { tab: FIRST_TAB + 1 });
  const right = [local("captive-portal"), ...weakly(UNCLEAR)];
  askBoth(session, TAB, "local", right, right);
});

/** A check reached nothing; then one neighbour answers. The tab still shows its error. */
const neighbourAnswers = siteStory("neighbourAnswers", "network", (session, site) => {
  session.visit(site, { tab: FIRST_TAB });
  session.now += session.random.integer(60_000, 90_000);
  session.fault = failing([site], () => ({ breaks: WORDS.noConnection }));
  session.visit(site, { tab: FIRST_TAB });
  session.check = { result: "unreachable" };
  session.look(true);
  const [neighbour] = session.random.sample(
    session.pool.sites.filter((other) => other !== site),
    1,
  );
  session.visit(neighbour as Site, { tab: FIRST_TAB + 1, gap: [200, 900] });
  const right = [UNCLEAR, { scope: "network" } as const, local("no-internet"), siteAnswer(site)];
  askBoth(session, TAB, "network", right, right);
});

/** Stories of what the browser or the extension says of itself. */
export const OWN_WORDS: readonly HoldoutScenario[] = [
  falseOffline,
  falseOfflineAndFault,
  trueOffline,
  clockIsRight,
  pinBroken,
  ownCertificate,
  filteredName,
  closedServer,
  walledGarden,
  neighbourAnswers,
];
