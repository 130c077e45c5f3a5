/** How a stand-in answers one request: well, with a status, never, or by breaking the connection off. */
export type Outcome = "fine" | number | "hang" | "reset";

/** Outcomes taken in turn, so that a partial failure is the same in every run: `[503, "fine"]` fails every other time. */
export type Behaviour = readonly [Outcome, ...Outcome[]];

/** An answer to one path, in place of the page. */
export type Reply = { status?: number; headers?: { [name: string]: string }; body?: string | Uint8Array };

/** One host of the loopback world. */
export type StandIn = {
  host: string;
  /** A loopback address of its own, so that ranges can be mapped to providers. */
  address: string;
  title: string;
  /** The hosts whose `/api/` its page calls every other second, as a single-page application does. */
  calls?: string[];
  /** What it serves at every path, instead of a page. */
  serves?: { type: string; body: Uint8Array };
  /** What it answers at a path, where that is neither a page nor `serves`. Undefined: not found. */
  replies?: (path: string) => Reply | undefined;
  /** A header by which a platform signs its answers. */
  signature?: { name: string; value: string };
};

export const FINE: Behaviour = ["fine"];

/** The page that a stand-in shows: a name, and calls whose outcome it writes down as a person would see it. */
export function pageOf({ title, calls = [] }: StandIn): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"></head>
<body><h1>${title}</h1><ul>${calls.map((host) => `<li data-host="${host}">${host}: <span>…</span></li>`).join("")}</ul>
<script>
for (const row of document.querySelectorAll("li")) {
  const shown = row.querySelector("span");
  const call = async () => {
    try {
      const reply = await fetch("https://" + row.dataset.host + "/api/state", { cache: "no-store", signal: AbortSignal.timeout(20000) });
      shown.textContent = reply.status;
    } catch (problem) {
      shown.textContent = problem.name;
    }
  };
  call();
  setInterval(call, 2000);
}
</script></body></html>`;
}
