import { CLEAR, type LabCase, site, UNCLEAR } from "../lab-case.ts";
import { CONTENT_NETWORK, openAll, shelf } from "./content-network.ts";

/** The headers of Cloudflare's answers, from its documentation: what it wrote itself has no `cf-cache-status`. */
const EDGE = { server: "cloudflare", "cf-ray": "8f1c2d3e4f5a6b7c-FRA" };
const PASSED_ON = { ...EDGE, "cf-cache-status": "DYNAMIC" };

const SORTS = [
  {
    name: "edge-answers-503",
    title: "errors that a content network writes itself at three sites are its outage",
    headers: EDGE,
    full: () => [{ scope: "provider", cause: "correlated", subject: CONTENT_NETWORK }],
  },
  {
    name: "origins-answer-503",
    title: "errors that a content network passes on from three sites are these sites' own",
    headers: PASSED_ON,
    full: (domain: string) => [site("http", domain), UNCLEAR],
  },
];

/** Three sites of different owners on one content network answer 503, and one there does not. */
export const EDGES: LabCase[] = SORTS.map(({ name, title, headers, full }, index) => {
  const { hosts, urls, sites } = shelf(name, index + 21);
  const failing = hosts.slice(0, 3);
  return {
    name,
    title,
    faultClass: "answer",
    launch: "plain",
    hosts,
    async play(lab) {
      await lab.browseWell();
      const tabs = await openAll(lab, urls);
      for (const { host } of failing) await lab.world.set(host, { status: 503, headers });
      for (let time = 0; time < 2; time++) {
        await lab.pause();
        for (const { page, url } of tabs) await lab.go(page, url);
      }
      return tabs[2]?.page ?? null;
    },
    accept: { full: full(sites[2] ?? ""), basic: CLEAR },
  };
});
