/** How a stand-in answers a request. */
export type Behaviour =
  | { kind: "fine" }
  /** Answers with this status; with a `share`, only so many of the requests, evenly spread. */
  | { kind: "status"; status: number; share?: number }
  /** Takes the request and never answers. */
  | { kind: "hang"; share?: number }
  /** Breaks the connection off. */
  | { kind: "reset" };

/** One host of the loopback world. */
export type StandIn = {
  host: string;
  /** A loopback address of its own, so that ranges can be mapped to providers. */
  address: string;
  title: string;
  /** The hosts whose `/api/` its page calls every other second, as a single-page application does. */
  calls?: string[];
};

export const FINE: Behaviour = { kind: "fine" };

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
