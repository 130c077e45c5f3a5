/** How a part of the heavy page ends. `missing`: its host's name does not exist. */
export type Fate = "fine" | "error" | "reset" | "missing";

type Part = { kind: "style" | "script" | "image" | "frame" | "call"; url: string };

export const SITE = "www.daily-courier.example";
const OWN = { api: "api.daily-courier.example", code: "static.daily-courier.example", images: "images.daily-courier.example" };
const OTHERS = ["cdn.script-depot.example", "tags.ad-exchange.example", "pixel.audience-counter.example", "embed.social-corner.example"];
export const MISSING = "collect.gone-tracker.example";
/** Every host that answers for the heavy page. */
export const HOSTS = [SITE, ...Object.values(OWN), ...OTHERS];

/**
 * A news page with 200 parts in about the shares that real ones have (HTTP Archive: two in five are images, one in four scripts), from
 * its own hosts and four others. Ten of them fail, every time in the same way.
 */
function partsOf(): Part[] {
  const parts: Part[] = [];
  const add = (count: number, kind: Part["kind"], hosts: readonly string[], fates: Partial<Record<Fate, number>> = {}) => {
    const bad = (Object.keys(fates) as Fate[]).flatMap((fate) => Array.from({ length: fates[fate] ?? 0 }, () => fate));
    for (let index = 0; index < count; index++) {
      // Spread over the part's kind, not all at its beginning.
      const turn = Math.floor(((index + 1) * (bad.length + 1)) / (count + 1));
      const before = Math.floor((index * (bad.length + 1)) / (count + 1));
      const here: Fate = (turn === before ? undefined : bad[turn - 1]) ?? "fine";
      const host = here === "missing" ? MISSING : hosts[index % hosts.length];
      parts.push({ kind, url: `https://${host}/${kind}/${here}/${parts.length}` });
    }
  };
  add(12, "style", [OWN.code]);
  add(30, "script", [OWN.code], { error: 1 });
  add(20, "script", OTHERS, { reset: 1, missing: 1 });
  add(55, "image", [OWN.images], { error: 1 });
  add(30, "image", OTHERS, { missing: 1 });
  add(6, "frame", OTHERS);
  add(32, "call", [OWN.api], { error: 3, reset: 1 });
  add(15, "call", OTHERS, { missing: 1 });
  return parts;
}

export const PARTS = partsOf();

const MARKUP: { [kind in Part["kind"]]: (url: string) => string } = {
  style: (url) => `<link rel="stylesheet" href="${url}">`,
  script: (url) => `<script defer src="${url}"></script>`,
  image: (url) => `<img alt="" width="20" height="20" src="${url}">`,
  frame: (url) => `<iframe title="part" width="60" height="40" src="${url}"></iframe>`,
  call: () => "",
};

/** The page. `done` becomes the milliseconds from the start of the navigation until everything has come or failed. */
export function heavyPage(): string {
  const markup = PARTS.map(({ kind, url }) => MARKUP[kind](url)).join("\n");
  const calls = PARTS.flatMap(({ kind, url }) => (kind === "call" ? [url] : []));
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The Daily Courier</title><link rel="icon" href="data:,"></head>
<body><h1>The Daily Courier</h1>
<script>
const loaded = new Promise((resolve) => addEventListener("load", resolve));
const calls = ${JSON.stringify(calls)}.map((url) => fetch(url).then((reply) => reply.text()).catch(() => ""));
var done = Promise.all([loaded, ...calls]).then(() => performance.now());
</script>
${markup}
</body></html>`;
}

/** A page that asks its own site for news ten times a second by XMLHttpRequest, until it is left. */
export const POLLING_SITE = "www.score-board.example";
export const POLLING_API = "api.score-board.example";

/** @param pause milliseconds between two calls */
export function pollingPage(pause: number): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Scores</title><link rel="icon" href="data:,"></head>
<body><h1>Scores</h1><p id="count">0</p>
<script>
let count = 0;
setInterval(() => {
  const call = new XMLHttpRequest();
  call.onloadend = () => { document.getElementById("count").textContent = ++count; };
  call.open("GET", "https://${POLLING_API}/call/fine/" + count);
  call.send();
}, ${pause});
</script></body></html>`;
}

/** A page that asks for nothing once it is there. */
export const QUIET_SITE = "www.still-waters.example";
export const QUIET_PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Still waters</title><link rel="icon" href="data:,"></head><body><h1>Still waters</h1></body></html>`;

/** A site whose every answer is an error. */
export const FAILING_SITE = "www.sold-out-tickets.example";
