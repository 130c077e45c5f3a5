import type { ElsewhereView } from "../../../utils/core/feed/elsewhere-view.ts";
import type { Incident } from "../../../utils/core/feed/incident.ts";
import { SECOND } from "../../../utils/core/time.ts";
import type { Situation } from "../../../utils/core/view/situation.ts";
import { AWS_INCIDENT, at, bakery, CHICAGO, FRANKFURT, failures, NOW, othersWork, site } from "./situation-parts.ts";

const since = (time: number, { verdict, ...rest }: Situation): Situation => ({ ...rest, verdict: { ...verdict, since: time } });

/** What the person was told 20 seconds ago, when they asked about the site from elsewhere. */
const asked = (views: ElsewhereView[]): Partial<Situation> => ({
  elsewhere: {
    host: "cornerbakery.example",
    asked: { host: "cornerbakery.example", site: "cornerbakery.example", at: NOW - 20 * SECOND, views },
  },
});
const unasked = site("unreachable", [bakery({ failure: "tcp.timed_out", status: null }), othersWork], {
  elsewhere: { host: "cornerbakery.example", asked: null },
});

const unlisted = site("unreachable", [bakery({ failure: "tcp.timed_out", status: null }), othersWork]);
const foundAt = { official: { url: "https://status.cornerbakery.example/incidents/7", acknowledged: at(-9) } };
/** An incident of a page that was found by its name. */
const FOUND: Incident = {
  ...AWS_INCIDENT,
  ...{ id: "cornerbakery.example-7", provider: "cornerbakery.example", site: "cornerbakery.example", region: null, services: ["Orders"] },
  ...{ title: "Orders cannot be placed", summary: "We have found the cause and are working on it.", started: at(-9), updated: at(-2) },
  ...{ severity: "major", status: "identified", advice: [], affects: [], crowd: null, ...foundAt },
};

/** The popup while one site fails, each way that looks different. */
export const SITES: { [name: string]: Situation } = {
  "site-http": site("http", [
    bakery({}),
    { kind: "others-work", sites: 7, seconds: 60 },
    { kind: "reachability", result: "reached", seconds: 25 },
  ]),
  "site-local-mirror": site("unreachable", [
    bakery({ failure: "tcp.refused", status: null, count: 2 }),
    { kind: "others-work", sites: 2, seconds: 60 },
    { kind: "reachability", result: "reached-locally", seconds: 25 },
  ]),
  "site-http-alone": site("http", [
    bakery({}),
    { kind: "written-by", site: "cornerbakery.example", writer: "origin", provider: "cloudflare" },
    { kind: "own-page-silent", site: "cornerbakery.example", checked: at(-1) },
    othersWork,
  ]),
  "site-loop": site("http", [bakery({ failure: "http.response.redirect_loop", status: null }), othersWork]),
  "site-stopped": site("unreachable", [
    { kind: "stopped-half-way", site: "cornerbakery.example", count: 2 },
    bakery({ failure: "http.response.invalid", status: null }),
    othersWork,
  ]),
  "site-hang": since(
    NOW - 15 * SECOND,
    site("slow", [
      { kind: "hang", site: "cornerbakery.example", seconds: 15 },
      { kind: "others-work", sites: 6, seconds: 60 },
    ]),
  ),
  "site-slower": site("slow", [
    { kind: "slower", site: "cornerbakery.example", seconds: 6.2, usually: 0.4 },
    { kind: "others-as-fast", sites: 5 },
  ]),
  "site-answers-again": site("http", [{ kind: "recovering", site: "cornerbakery.example" }, bakery({}), othersWork]),
  "site-muted": site("http", [bakery({}), othersWork]),
  "site-everybody": site("http", [bakery({}), { kind: "crowd", about: "cornerbakery", reporters: 50, networks: 12 }, othersWork], {
    crowd: {
      reporters: 50,
      networks: 12,
      baseline: 5,
      series: [0, 5, 0, 5, 5, 10, 20, 35, 50, 55, 50, 50],
      about: "cornerbakery",
      first: at(-31),
    },
  }),
  "site-only-here": site("unreachable", [
    bakery({ failure: "tcp.timed_out", status: null }),
    { kind: "works-for-others", site: "cornerbakery.example", from: [FRANKFURT, CHICAGO], ms: 310 },
    othersWork,
  ]),
  "elsewhere-offered": unasked,
  "elsewhere-asking": unasked,
  "elsewhere-limited": unasked,
  "elsewhere-answered": site(
    "unreachable",
    [
      bakery({ failure: "tcp.timed_out", status: null }),
      { kind: "works-for-others", site: "cornerbakery.example", from: [FRANKFURT, CHICAGO], ms: 310 },
      othersWork,
    ],
    asked([
      { ...FRANKFURT, failure: null, status: 200, ms: 310 },
      { ...CHICAGO, failure: null, status: 200, ms: 640 },
    ]),
  ),
  "elsewhere-fails-too": site(
    "unreachable",
    [
      bakery({ failure: "tcp.refused", status: null }),
      { kind: "fails-for-others", site: "cornerbakery.example", from: [FRANKFURT], failure: "tcp.refused", status: null },
      othersWork,
    ],
    asked([{ ...FRANKFURT, failure: "tcp.refused", status: null, ms: 20 }]),
  ),
  "discovery-offered": unlisted,
  "discovery-looking": unlisted,
  "discovery-none": unlisted,
  "discovery-known": unlisted,
  "discovery-trouble": site(
    "unreachable",
    [
      bakery({ failure: "tcp.timed_out", status: null }),
      othersWork,
      {
        kind: "incident",
        ...{ id: FOUND.id, provider: FOUND.provider, region: null, severity: "major", status: "identified", title: FOUND.title },
        ...{ areas: [], services: ["Orders"], started: at(-9), acknowledged: at(-9) },
      },
    ],
    {
      incident: FOUND,
      official: {
        ...{ state: "stated", provider: FOUND.provider, url: foundAt.official.url, acknowledged: at(-9) },
        ...{ title: FOUND.title, summary: FOUND.summary, updated: at(-2) },
      },
    },
  ),
  "discovery-nothing": site("unreachable", [
    bakery({ failure: "tcp.timed_out", status: null }),
    othersWork,
    { kind: "own-page-silent", site: "cornerbakery.example", checked: at(0) },
  ]),
  "site-slow": site("slow", [{ kind: "slow", site: "cornerbakery.example", count: 2, seconds: 15 }, othersWork]),
  "site-tls": site("tls", [bakery({ failure: "tls.cert.name_invalid", status: null, count: 2 }), othersWork]),
  "site-dns": site("dns", [bakery({ failure: "dns.name_not_resolved", status: null, count: 1 }), othersWork], { access: "basic" }),
  "site-unreachable": site("unreachable", [bakery({ failure: "tcp.refused", status: null, count: 3, seconds: 40 }), othersWork]),
  "site-long-name": site("http", [failures({ site: "a-rather-long-name-of-a-municipal-library.example" }), othersWork], {
    host: "reservations.catalogue.a-rather-long-name-of-a-municipal-library.example",
  }),
};
