import { setTimeout as wait } from "node:timers/promises";
import { waitUntil } from "../../../scripts/browsers/control.ts";
import { both, CLEAR, type LabCase } from "../lab-case.ts";
import { NEWS } from "../neighbours.ts";

/** A moment in which a page's own requests end, and a person has not yet given up. */
const A_MOMENT = 1200;

const EVERYWHERE = both(...CLEAR);

/** Events that look like failures and are not: the verdict stays clear. */
export const HARMLESS: LabCase[] = [
  {
    name: "all-is-well",
    title: "a browsing session in which everything works is clear",
    faultClass: "harmless",
    launch: "plain",
    async play(lab) {
      return await lab.browseWell();
    },
    accept: EVERYWHERE,
  },
  {
    name: "https-upgrade-probe",
    title: "a site of the old days that has no https is shown, and the browser's probe for it is no failure",
    faultClass: "harmless",
    launch: "plain",
    hosts: [{ host: "www.old-days.example", address: "127.62.1.1", title: "Old Days", plainOnly: true }],
    async play(lab) {
      await lab.browseWell();
      return await lab.tryTwice("http://www.old-days.example/");
    },
    accept: EVERYWHERE,
    quick: true,
  },
  {
    name: "failed-prefetch",
    title: "a prefetch that fails is not the person's failure",
    faultClass: "harmless",
    launch: "plain",
    hosts: [
      {
        host: "www.looks-ahead.example",
        address: "127.62.2.1",
        title: "Looks Ahead",
        files: { "/": ahead("prefetch") },
        broken: ["/next"],
      },
    ],
    async play(lab) {
      await lab.browseWell();
      const page = await lab.newTab();
      await lab.go(page, "https://www.looks-ahead.example/");
      await waitUntil(async () => lab.world.asked("www.looks-ahead.example", "/next") > 0);
      return page;
    },
    accept: EVERYWHERE,
  },
  {
    name: "failed-prerender",
    title: "a page drawn in advance that fails is not the person's failure",
    faultClass: "harmless",
    launch: "plain",
    hosts: [
      {
        host: "www.draws-ahead.example",
        address: "127.62.3.1",
        title: "Draws Ahead",
        files: { "/": ahead("prerender") },
        broken: ["/next"],
      },
    ],
    async play(lab) {
      await lab.browseWell();
      const page = await lab.newTab();
      await lab.go(page, "https://www.draws-ahead.example/");
      await waitUntil(async () => lab.world.asked("www.draws-ahead.example", "/next") > 0);
      return page;
    },
    accept: EVERYWHERE,
    skip: { firefox: "Firefox draws no pages in advance" },
  },
  {
    name: "service-worker-answers",
    title: "a page that its own service worker keeps alive is shown, although its server is gone",
    faultClass: "harmless",
    launch: "plain",
    hosts: [
      {
        host: "www.works-offline.example",
        address: "127.62.4.1",
        title: "Works Offline",
        files: {
          "/": {
            type: "text/html",
            body: `<!doctype html><title>Works Offline</title><link rel="icon" href="data:,"><script>navigator.serviceWorker.register("/worker.js")</script>`,
          },
          "/worker.js": {
            type: "text/javascript",
            body: `const shell = "shell";
addEventListener("install", (event) => event.waitUntil(caches.open(shell).then((cache) => cache.add("/")).then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request))));`,
          },
        },
      },
    ],
    async play(lab) {
      await lab.browseWell();
      const page = await lab.newTab();
      await lab.go(page, "https://www.works-offline.example/");
      await waitUntil(async () => (await page.evaluate("navigator.serviceWorker.controller !== null")) === true);
      await lab.world.set("www.works-offline.example", "refused");
      await lab.go(page, "https://www.works-offline.example/");
      if ((await page.title()) !== "Works Offline") throw new Error("the service worker did not answer");
      return page;
    },
    accept: EVERYWHERE,
    quick: true,
  },
  {
    name: "cors-refusal",
    title: "a call that the page may not read is page policy, no failure",
    faultClass: "harmless",
    launch: "plain",
    hosts: [
      { host: "www.reads-others.example", address: "127.62.5.1", title: "Reads Others", calls: ["api.reads-others.example"] },
      { host: "api.reads-others.example", address: "127.62.5.2", title: "Reads Others", closedToOthers: true },
    ],
    async play(lab) {
      await lab.browseWell();
      const page = await lab.newTab();
      await lab.go(page, "https://www.reads-others.example/");
      await waitUntil(async () => lab.world.asked("api.reads-others.example") >= 3);
      return page;
    },
    accept: EVERYWHERE,
  },
  {
    name: "blocked-call",
    title: "a call that another extension blocks is nobody's outage",
    faultClass: "harmless",
    launch: "plain",
    hosts: [
      { host: "www.shows-ads.example", address: "127.62.6.1", title: "Shows Ads", calls: ["api.shows-ads.example"] },
      { host: "api.shows-ads.example", address: "127.62.6.2", title: "Shows Ads" },
    ],
    async play(lab) {
      await lab.browseWell();
      await lab.block("api.shows-ads.example");
      const page = await lab.newTab();
      await lab.go(page, "https://www.shows-ads.example/");
      await waitUntil(async () => /Error/.test(String(await page.evaluate("document.body.innerText"))));
      await lab.pause();
      return page;
    },
    accept: EVERYWHERE,
  },
  {
    name: "user-stops",
    title: "a load that the person stops after a moment is no failure",
    faultClass: "harmless",
    launch: "plain",
    hosts: [{ host: "www.stopped.example", address: "127.62.7.1", title: "Stopped" }],
    async play(lab) {
      await lab.browseWell();
      const page = await lab.newTab();
      await lab.go(page, "https://www.stopped.example/");
      await lab.world.set("www.stopped.example", "hang");
      for (let time = 0; time < 2; time++) {
        const loading = lab.go(page, "https://www.stopped.example/");
        await wait(A_MOMENT);
        await lab.browser.stopLoading(page);
        await loading;
        await lab.pause();
      }
      return page;
    },
    accept: EVERYWHERE,
    shows: ["aborted"],
  },
  {
    name: "back-and-forward",
    title: "going back to a page that was kept is shown as it was, although its server is gone",
    faultClass: "harmless",
    launch: "plain",
    hosts: [
      {
        host: "www.kept-page.example",
        address: "127.62.8.1",
        title: "Kept Page",
        files: {
          "/": {
            type: "text/html",
            body: '<!doctype html><title>Kept Page</title><link rel="icon" href="data:,">',
            headers: { "cache-control": "max-age=600" },
          },
        },
      },
    ],
    async play(lab) {
      await lab.browseWell();
      const page = await lab.newTab();
      await lab.go(page, "https://www.kept-page.example/");
      await lab.go(page, NEWS);
      await lab.world.set("www.kept-page.example", "refused");
      await page.goBack({ timeout: 8000 }).catch(() => null);
      await waitUntil(async () => (await page.title()) === "Kept Page");
      await page.goForward({ timeout: 8000 }).catch(() => null);
      await waitUntil(async () => (await page.title()) === "Morning News");
      await page.goBack({ timeout: 8000 }).catch(() => null);
      await waitUntil(async () => (await page.title()) === "Kept Page");
      return page;
    },
    accept: EVERYWHERE,
  },
  {
    name: "tab-closed-in-mid-load",
    title: "closing a tab while it loads leaves the toolbar clear",
    faultClass: "harmless",
    launch: "plain",
    hosts: [{ host: "www.closed-early.example", address: "127.62.9.1", title: "Closed Early" }],
    async play(lab) {
      await lab.browseWell();
      await lab.world.set("www.closed-early.example", "hang");
      for (let time = 0; time < 2; time++) {
        const page = await lab.newTab();
        const loading = lab.go(page, "https://www.closed-early.example/");
        await wait(A_MOMENT);
        await page.close();
        await loading;
        await lab.pause();
      }
      return null;
    },
    accept: EVERYWHERE,
  },
];

function ahead(how: "prefetch" | "prerender") {
  const rules = JSON.stringify({ [how]: [{ source: "list", urls: ["/next"], eagerness: "immediate" }] });
  return {
    type: "text/html",
    body: `<!doctype html><title>Ahead</title><link rel="icon" href="data:,"><link rel="prefetch" href="${how === "prefetch" ? "/next" : "data:,"}"><script type="speculationrules">${rules}</script><p>Ahead`,
  };
}
