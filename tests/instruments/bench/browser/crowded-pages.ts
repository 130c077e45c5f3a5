import { HOSTS, MISSING } from "./heavy-page.ts";

/** Sites of the tabs that a person has open and looks at now and then. */
export const TAB_SITES = Array.from({ length: 50 }, (_, tab) => `www.tab-${tab + 1}.example`);

/** A page of which nothing works: every one of its requests fails, each in one of four ways. */
export const RUIN_SITE = "www.fallen-arcade.example";
export const RUIN_API = "api.fallen-arcade.example";
export const RUIN_REQUESTS = 500;
const RUIN = [
  ...Array.from({ length: 300 }, (_, index) => `https://${RUIN_API}/call/error/${index}`),
  ...Array.from({ length: 100 }, (_, index) => `https://${RUIN_API}/call/reset/${index}`),
  ...Array.from({ length: RUIN_REQUESTS - 400 }, (_, index) => `https://${MISSING}/call/${index}`),
];

/** `done` becomes the milliseconds from the start of the navigation until every request has failed. */
export function ruinPage(): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Arcade</title><link rel="icon" href="data:,"></head>
<body><h1>Arcade</h1>
<script>
const ask = (url) => fetch(url).then((reply) => reply.text()).catch(() => "");
var done = Promise.all(${JSON.stringify(RUIN)}.map(ask)).then(() => performance.now());
</script></body></html>`;
}

/** A page that asks without end, of many hosts; one call in ten is refused, one breaks off, one is for a name that is gone. */
export const RUSH_SITE = "www.trading-floor.example";
export const RUSH_REQUESTS = 10_000;
/** Milliseconds between two handfuls of ten: as many requests as that in a minute. */
const HANDFUL = 10;
const PAUSE = 60_000 / (RUSH_REQUESTS / HANDFUL);

/** `done` becomes the milliseconds from the first request to the end of the last. */
export function rushPage(): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Floor</title><link rel="icon" href="data:,"></head>
<body><h1>Floor</h1>
<script>
const hosts = ${JSON.stringify(HOSTS)};
const fates = ["error", "reset", "missing"];
let asked = 0;
const ask = (place) => {
  const fate = fates[place] ?? "fine";
  const host = fate === "missing" ? "${MISSING}" : hosts[asked % hosts.length];
  return fetch("https://" + host + "/call/" + fate + "/" + asked++).then((reply) => reply.text()).catch(() => "");
};
var done = new Promise((resolve) => {
  const began = performance.now();
  const calls = [];
  // Counted by the clock, so that a timer that comes late is made up for.
  const timer = setInterval(() => {
    const due = Math.min(${RUSH_REQUESTS}, Math.ceil((performance.now() - began) / ${PAUSE}) * ${HANDFUL});
    while (asked < due) calls.push(ask(asked % ${HANDFUL}));
    if (asked < ${RUSH_REQUESTS}) return;
    clearInterval(timer);
    Promise.all(calls).then(() => resolve(performance.now() - began));
  }, ${PAUSE});
});
</script></body></html>`;
}
