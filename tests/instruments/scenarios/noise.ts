import { FIREFOX_SPURIOUS } from "./browser-errors.ts";
import type { Browsing } from "./browsing.ts";
import type { Internet, Site } from "./internet.ts";
import type { Random } from "./random.ts";
import type { Recording } from "./recording.ts";

/** What goes wrong all the time and means nothing. `rate`: share of requests that come with a noisy one. */
export type Noise = { rate: number; blocker: boolean; deadTracker: boolean };

type World = { random: Random; recording: Recording; internet: Internet; noise: Noise };

/** Noise that comes with one request of a page. */
export function pageNoise(person: Browsing, world: World, site: Site): void {
  const { random, noise } = world;
  const tabId = person.tab;
  const third = random.pick(world.internet.thirdParties);
  if (noise.blocker && random.chance(0.25)) {
    person.fail(third, random.pick(["blocked", "tracker-blocked"]), { tabId, url: `https://${third.name}/t.js`, type: "script", ms: 1 });
  }
  if (noise.deadTracker && random.chance(0.08)) {
    const dead = { ...third, name: "px.deadtracker.example" };
    person.fail(dead, "name-not-found", {
      tabId,
      url: "https://px.deadtracker.example/p.gif",
      type: random.pick(["image", "xmlhttprequest", "script"]),
      ms: 30,
    });
  }
  if (!random.chance(noise.rate)) return;
  const own = random.pick([site.hosts.static, site.hosts.api]);
  const url = `${site.scheme}://${own.name}/n${random.integer(0, 99)}`;
  // While the site does not answer, nothing of it can answer "not found" either.
  const answers = person.decide(own, "xmlhttprequest", url) === null;
  const kind = random.weighted({
    missing: 5,
    forbidden: 3,
    throttled: 1,
    cancelled: 4,
    quic: 1,
    cors: 2,
    advert: 3,
    frame: 1,
    ourselves: 1,
  });
  if (kind === "missing" && answers) person.answer(own, { tabId, url, type: random.pick(["image", "xmlhttprequest"]), status: 404 }, false);
  if (kind === "forbidden" && answers)
    person.answer(own, { tabId, url, type: "xmlhttprequest", status: random.pick([401, 403, 451]) }, false);
  if (kind === "throttled" && answers) person.answer(own, { tabId, url, type: "xmlhttprequest", status: 429 }, false);
  if (kind === "cancelled")
    person.fail(own, "aborted", { tabId, url, type: random.pick(["image", "xmlhttprequest"]), ms: random.integer(5, 3_000) });
  if (kind === "quic") person.fail(own, "quic", { tabId, url, type: random.pick(["image", "script"]), ms: 200 });
  if (kind === "cors") person.fail(own, "cross-origin", { tabId, url, type: "xmlhttprequest", ms: 60 });
  if (kind === "advert")
    person.fail(third, random.pick(["reset", "timeout", "name-not-found"]), {
      tabId,
      url: `https://${third.name}/a`,
      type: random.pick(["image", "script"]),
      ms: 300,
    });
  if (kind === "frame")
    person.answer(third, { tabId, url: `https://${third.name}/f`, type: "sub_frame", status: random.pick([500, 503, 404]) }, false);
  if (kind === "ourselves") writeOwnFetch(person, world);
}

/** The extension's own request for its feed, which the browser shows to it as well. */
function writeOwnFetch(person: Browsing, { random, recording }: World): void {
  const initiator =
    recording.browser === "chromium"
      ? "chrome-extension://abcdefghijklmnopabcdefghijklmnop"
      : "moz-extension://0b4d3f6e-1111-4222-8333-944455556666";
  const url = "https://mirror.feeds.example/v2/head";
  recording.write(person.now, {
    event: "completed",
    tabId: -1,
    url,
    type: "xmlhttprequest",
    status: random.pick([304, 200, 503]),
    initiator,
    ms: 80,
  });
}

/** What may happen around a page load: a click that is taken back, a page fetched ahead of the click, a probe for HTTPS. */
export function passingNoise(person: Browsing, world: World, site: Site): void {
  const { random, recording, noise } = world;
  const { tab: tabId } = person;
  if (!random.chance(noise.rate)) return;
  const www = site.hosts.www;
  const kind = random.weighted({ takenBack: 4, prefetch: 2, probe: 1, back: 1 });
  if (kind === "takenBack") {
    const url = `${site.scheme}://${www.name}/`;
    const ms = random.integer(10, 900);
    recording.write(person.now, { event: "navigation-started", tabId, url });
    person.wait(ms);
    const error = person.fail(www, "aborted", { tabId, url, type: "main_frame", ms });
    recording.write(person.now, {
      event: "navigation-error",
      tabId,
      url,
      error: recording.browser === "firefox" ? FIREFOX_SPURIOUS : error,
    });
    person.wait(random.integer(100, 900));
  }
  const other = random.pick(world.internet.sites);
  if (kind === "prefetch" && recording.browser === "chromium") {
    const fields = {
      tabId,
      url: `${other.scheme}://${other.hosts.www.name}/ahead`,
      type: "main_frame",
      documentId: "6F8D1B2C3A4E5F60718293A4B5C6D7E8",
    };
    if (random.chance(0.5)) person.answer(other.hosts.www, { ...fields, status: random.pick([200, 503, 403]) }, false);
    else person.fail(other.hosts.www, random.pick(["refused", "reset", "aborted"]), { ...fields, ms: 90 });
  }
  if (kind === "back") {
    const back = { tabId: random.integer(2, 6), url: "https://en.wikipedia.org/wiki/Special:Random" };
    for (const event of ["navigation-started", "navigation-committed", "navigation-completed"] as const)
      recording.write(person.now, { event, ...back });
  }
  if (kind === "probe" && recording.browser === "chromium" && site.scheme === "http") {
    person.fail(www, "refused", { tabId, url: `https://${www.name}/`, type: "main_frame", ms: 12 });
  }
}
