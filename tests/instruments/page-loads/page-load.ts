import type { Random } from "../scenarios/random.ts";
import type { PageHost, PageSite, ThirdParty } from "./cast.ts";
import type { Corner, Outcome } from "./corners.ts";
import {
  ABORT_BURST,
  ABORTED,
  ABORTED_MS,
  AFTER_PAGE,
  BY_FRAMES,
  CALL_MS,
  CLIENT_ERROR,
  draw,
  FRAME_MS,
  FRAMES,
  HEARD,
  NO_CONTENT,
  PER_LOAD,
  REQUESTS,
} from "./shape.ts";
import type { Request, TabWriter } from "./tab-writer.ts";

/** Milliseconds between the calls of an application that asks for news, and the share of them that a busy server turns away. Judged. */
const POLL_EVERY = [2000, 8000] as const;
const POLL_STUMBLES = 0.001;
/** A long poll is answered after this long with nothing new. Judged. */
const LONG_POLL = [25_000, 55_000] as const;
const APPLICATION_STATUSES = [400, 401, 403, 404, 404, 429, 451];

const fine: Outcome = { status: 200 };

/** What a page in good health asks for once it was answered. @returns when something failed that the extension's check follows up */
export function writeRequests(tab: TabWriter, random: Random, site: PageSite, page: PageHost, answered: number): number[] {
  const failures: number[] = [];
  const send = (request: Omit<Request, "initiator"> & { initiator?: PageHost }, tabId?: number) => {
    if (tab.request({ initiator: page, ...request }, tabId)) failures.push(request.at);
  };
  const heard = Math.round(draw(random, REQUESTS) * draw(random, HEARD) * (site.kind === "news" ? 1.5 : 1));
  for (let count = 0; count < heard; count++) send(ordinary(random, site, page, answered));
  for (const request of refusals(random, site, answered)) send(request);
  if (random.chance(ABORT_BURST.chance)) for (const request of burst(random, site, answered)) send(request);
  if (site.corner !== null) for (const request of cornerRequests(random, site.corner, site, page, answered)) send(request);
  return failures;
}

/** What an application does while its tab stays open. @returns as `writeRequests` */
export function writeBackground(tab: TabWriter, random: Random, site: PageSite, page: PageHost, from: number, until: number): number[] {
  if (site.kind !== "application") return [];
  const failures: number[] = [];
  const every = random.pause(...POLL_EVERY);
  const common = { host: site.api, type: "xmlhttprequest", initiator: page };
  for (let at = from + every; at < until; at += every * random.between(0.8, 1.3)) {
    const outcome = random.chance(POLL_STUMBLES) ? { status: random.pick([502, 503, 504]) } : { status: random.pick([200, 200, 304]) };
    if (tab.request({ ...common, at, outcome, ms: draw(random, CALL_MS) / 3 })) failures.push(at);
  }
  for (let at = from + random.between(...LONG_POLL); at < until; at += random.between(...LONG_POLL))
    tab.request({ ...common, at, outcome: { status: random.pick([200, 204]) }, ms: random.between(...LONG_POLL) });
  tab.request({ ...common, type: "websocket", at: from + 800, outcome: { status: 101 }, ms: 140 });
  // Its service worker looks for a newer version; such a request belongs to no tab.
  tab.request({ ...common, at: from + 2500, outcome: fine, ms: draw(random, CALL_MS) }, -1);
  return failures;
}

function ordinary(random: Random, site: PageSite, page: PageHost, answered: number): Omit<Request, "initiator"> & { initiator?: PageHost } {
  const at = answered + draw(random, AFTER_PAGE);
  const isOwn = random.chance(site.own);
  if (isOwn) {
    const host = random.chance(0.5) ? site.api : page;
    return { at, host, type: "xmlhttprequest", outcome: callOutcome(random), ms: draw(random, CALL_MS) };
  }
  const isFrame = random.chance(FRAMES);
  const host = random.pick(usable(random, site).hosts);
  const frame = random.chance(BY_FRAMES) ? { initiator: random.pick(usable(random, site).hosts) } : {};
  if (isFrame) return { at, host, type: "sub_frame", outcome: fine, ms: draw(random, FRAME_MS), ...frame };
  return { at, host, type: "xmlhttprequest", outcome: callOutcome(random), ms: draw(random, CALL_MS), ...frame };
}

function callOutcome(random: Random): Outcome {
  if (random.chance(ABORTED)) return { breakage: "aborted" };
  if (random.chance(CLIENT_ERROR)) return { status: random.pick(APPLICATION_STATUSES) };
  return { status: random.chance(NO_CONTENT) ? 204 : 200 };
}

/** A third party that answers; the well-known of the site, which come first, are asked most. */
function usable(random: Random, { uses }: PageSite): ThirdParty {
  const fineOnes = uses.filter(({ state }) => state === "fine");
  return fineOnes[Math.floor(fineOnes.length * random.next() ** 1.5)] ?? random.pick(fineOnes);
}

/** What the browser, a filter or the other side refuses: never the fault of the page. */
function refusals(random: Random, site: PageSite, answered: number): Omit<Request, "initiator">[] {
  const requests: Omit<Request, "initiator">[] = [];
  const add = (type: string, outcome: Request["outcome"], host: PageHost) =>
    requests.push({ at: answered + draw(random, AFTER_PAGE), host, type, outcome, ms: random.between(1, 400) });
  for (const { state, hosts } of site.uses) {
    const host = random.pick(hosts);
    // Most are asked for by a script of a script, which runs on some loads only.
    if (state === "fine" || !random.chance(0.5)) continue;
    if (state === "unresolved") add("script", { breakage: "name-not-found" }, host);
    else if (state === "refused") add(random.pick(["script", "stylesheet", "xmlhttprequest"]), { breakage: "refused" }, host);
    else if (state === "blocked") add(random.pick(["script", "xmlhttprequest"]), { breakage: "tracker-blocked" }, host);
    else add("sub_frame", { breakage: random.pick(["certificate-date", "certificate-name"]) }, host);
  }
  if (random.chance(PER_LOAD.orb)) add(random.pick(["image", "script"]), { breakage: "orb" }, random.pick(usable(random, site).hosts));
  if (random.chance(PER_LOAD.cors)) add("xmlhttprequest", { breakage: "cross-origin" }, random.pick(usable(random, site).hosts));
  return requests;
}

/** Calls that a script begins and gives up at once, to a few hosts. */
function burst(random: Random, site: PageSite, answered: number): Omit<Request, "initiator">[] {
  const hosts = Array.from({ length: random.integer(...ABORT_BURST.hosts) }, () => random.pick(usable(random, site).hosts));
  const start = answered + draw(random, AFTER_PAGE);
  return Array.from({ length: Math.round(draw(random, ABORT_BURST.calls)) }, () => ({
    at: start + random.between(0, 4000),
    host: random.pick(hosts),
    type: "xmlhttprequest",
    outcome: { breakage: "aborted" as const },
    ms: draw(random, ABORTED_MS),
  }));
}

function cornerRequests(random: Random, corner: Corner, site: PageSite, page: PageHost, answered: number): Omit<Request, "initiator">[] {
  const fails = random.chance(corner.chance);
  const host = corner.label === null ? page : { name: `${corner.label}.${site.name}`, ip: page.ip };
  const requests = corner.outcomes.map((outcome, index) => ({
    at: answered + corner.after + index * corner.every,
    host,
    type: corner.type,
    outcome: fails ? outcome : fine,
    ms: draw(random, CALL_MS) / 2,
  }));
  // More of the site answers than fails, before and after: 40 calls of its own where the recordings have most, two where least.
  const rest = Array.from({ length: corner.outcomes.length + 2 }, (_, index) => ({
    at: answered + corner.after * random.between(0.3, 0.9) + index * Math.max(corner.every, 300),
    host: index % 2 === 0 ? page : site.api,
    type: "xmlhttprequest",
    outcome: fine,
    ms: draw(random, CALL_MS) / 3,
  }));
  return [...requests, ...rest];
}
