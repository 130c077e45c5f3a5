import { both, type LabCase, local } from "../lab-case.ts";
import { BAKERY, NEWS, TOOLS, WEATHER } from "../neighbours.ts";

const DAY = 24 * 60 * 60 * 1000;

/** Faults on this side: every site fails alike, and none is to blame. */
export const THIS_SIDE: LabCase[] = [
  {
    name: "clock-ahead",
    title: "when every site's certificate seems expired, the clock is wrong",
    faultClass: "local",
    launch: "plain",
    async play(lab) {
      // On a machine whose clock runs ahead, every time from elsewhere is in the past.
      await lab.world.setAll("expired");
      await lab.mirrors.set({ ahead: -60 * DAY });
      return await openOneByOne(lab, [NEWS, TOOLS, BAKERY]);
    },
    accept: both(local("clock")),
    shows: ["clock"],
    quick: true,
  },
  {
    name: "clock-behind",
    title: "when no site's certificate is valid yet, the clock is wrong",
    faultClass: "local",
    launch: "plain",
    async play(lab) {
      await lab.world.setAll("not-yet-valid");
      await lab.mirrors.set({ ahead: 340 * DAY });
      return await openOneByOne(lab, [NEWS, TOOLS, BAKERY]);
    },
    accept: both(local("clock")),
    shows: ["clock"],
  },
  {
    name: "clock-alone",
    title: "certificates of all sites expired at once mean the clock, also with no mirror in reach",
    faultClass: "local",
    launch: "plain",
    async play(lab) {
      await lab.world.setAll("expired");
      await lab.mirrors.set("gone");
      return await openOneByOne(lab, [NEWS, TOOLS, BAKERY]);
    },
    accept: both(local("clock")),
    shows: ["clock"],
  },
  {
    name: "interceptor",
    title: "one stranger's certificate on every site is something that intercepts",
    faultClass: "local",
    launch: "plain",
    async play(lab) {
      await lab.world.setAll("intercepted");
      return await openOneByOne(lab, [NEWS, TOOLS, BAKERY]);
    },
    accept: both(local("interception")),
    shows: ["interception"],
  },
  {
    name: "captive-portal",
    title: "a network that requires a log-in is not taken for a dead one",
    faultClass: "local",
    launch: "plain",
    async play(lab) {
      await lab.world.setAll("portal");
      await lab.mirrors.set("portal");
      return await openOneByOne(lab, [NEWS, TOOLS]);
    },
    accept: both(local("captive-portal")),
    shows: ["reset"],
    quick: true,
  },
  {
    name: "walled-garden",
    title: "a network that lets one site through before the log-in still requires it",
    faultClass: "local",
    launch: "plain",
    hosts: [{ host: "www.garden-of-the-portal.example", address: "127.61.2.1", title: "Garden" }],
    async play(lab) {
      await lab.world.setAll("portal");
      await lab.world.set("www.garden-of-the-portal.example", "fine");
      await lab.mirrors.set("portal");
      const failing = await openOneByOne(lab, [NEWS, TOOLS]);
      const garden = await lab.newTab();
      await lab.go(garden, "https://www.garden-of-the-portal.example/");
      await lab.pause();
      await lab.go(garden, "https://www.garden-of-the-portal.example/");
      return failing;
    },
    accept: both(local("captive-portal")),
    shows: ["reset"],
  },
  {
    name: "no-way-out",
    title: "when sites and mirrors all fall silent, there is no internet",
    faultClass: "local",
    launch: "plain",
    async play(lab) {
      await lab.browseWell();
      await lab.world.setAll("reset");
      await lab.mirrors.set("gone");
      return await openOneByOne(lab, [NEWS, WEATHER, TOOLS, BAKERY]);
    },
    accept: both(local("no-internet")),
    shows: ["reset"],
  },
  {
    name: "blocked-by-another-extension",
    title: "a page that another extension blocks is nobody's outage",
    faultClass: "local",
    launch: "plain",
    hosts: [{ host: "www.blocked-page.example", address: "127.61.1.1", title: "Blocked Page" }],
    async play(lab) {
      await lab.browseWell();
      await lab.block("www.blocked-page.example");
      return await lab.tryTwice("https://www.blocked-page.example/");
    },
    accept: both(local("blocked")),
    shows: ["blocked"],
    quick: true,
  },
];

async function openOneByOne(lab: Parameters<LabCase["play"]>[0], urls: string[]) {
  let page = await lab.newTab();
  for (const [index, url] of urls.entries()) {
    if (index > 0) page = await lab.newTab();
    await lab.go(page, url);
    await lab.pause();
  }
  return page;
}
