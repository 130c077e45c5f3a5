import type { DashboardData } from "../../../components/dashboard/dashboard.tsx";
import type { SettingsData } from "../../../components/settings/settings.tsx";
import { type Excerpt, FIRST_QUERY, officialDelays } from "../../../utils/core/history/describe.ts";
import { type Episode, isContradicted } from "../../../utils/core/history/episodes.ts";
import { DAY, HOUR, MINUTE } from "../../../utils/core/time.ts";
import { dependencyMap, type KnownHost } from "../../../utils/core/view/dependency-map.ts";
import { listOutages } from "../../../utils/core/view/outages.ts";
import { SITUATIONS } from "./samples.ts";
import { AWS_INCIDENT, NOW } from "./situation-parts.ts";

/** The dashboard and the settings as plain data, each in the states that look different. */
const host = (site: string, provider: string, region: string | null): KnownHost => ({ host: `www.${site}`, site, provider, region });

const HOSTS = [
  host("netflix.com", "aws", "us-east-1"),
  host("coinbase.com", "aws", "us-east-1"),
  host("disneyplus.com", "aws", "us-east-1"),
  host("robinhood.com", "aws", "us-east-1"),
  host("slack.com", "aws", "us-east-1"),
  host("wikipedia.org", "wikimedia", null),
  host("chatgpt.com", "cloudflare", null),
  host("x.com", "cloudflare", null),
  host("office.com", "azure", "westeurope"),
  host("cornerbakery.example", "hetzner", null),
];

const episode = (over: Partial<Episode>): Episode => ({
  site: "netflix.com",
  started: NOW - 58 * MINUTE,
  ended: null,
  finding: { scope: "provider", cause: "both", subject: "aws/us-east-1" },
  foundAt: NOW - 57 * MINUTE,
  failures: 23,
  status: 503,
  acknowledged: new Date(NOW - 12 * MINUTE).toISOString(),
  officialSilent: true,
  reporters: 20000,
  ...over,
});

const HISTORY = [
  episode({}),
  episode({ site: "coinbase.com", failures: 6, acknowledged: null }),
  episode({
    site: "",
    finding: { scope: "local", cause: "captive-portal", subject: null },
    started: NOW - 5 * HOUR,
    ended: NOW - 5 * HOUR + 4 * MINUTE,
    failures: 0,
    acknowledged: null,
    officialSilent: false,
    reporters: 0,
  }),
  episode({
    site: "cornerbakery.example",
    finding: { scope: "site", cause: "http", subject: "cornerbakery.example" },
    started: NOW - 3 * DAY,
    ended: NOW - 3 * DAY + 40 * MINUTE,
    failures: 3,
    acknowledged: null,
    officialSilent: false,
    reporters: 0,
  }),
  episode({
    site: "chatgpt.com",
    finding: { scope: "provider", cause: "both", subject: "cloudflare" },
    started: NOW - 9 * DAY,
    ended: NOW - 9 * DAY + 2 * HOUR,
    failures: 11,
    acknowledged: new Date(NOW - 9 * DAY + 17 * MINUTE).toISOString(),
    reporters: 900,
  }),
  episode({
    site: "",
    finding: { scope: "network", cause: "isp", subject: null },
    started: NOW - 20 * DAY,
    ended: NOW - 20 * DAY + 12 * MINUTE,
    failures: 0,
    acknowledged: null,
    officialSilent: false,
    reporters: 0,
  }),
];

const ALL: Excerpt = { query: FIRST_QUERY, rows: HISTORY, found: HISTORY.length, kept: HISTORY.length };
const NONE: Excerpt = { query: FIRST_QUERY, rows: [], found: 0, kept: 0 };
/** Only what the official pages contradicted, of a long history. */
const PART: Excerpt = { query: { ...FIRST_QUERY, contradicted: true }, rows: HISTORY.filter(isContradicted), found: 1312, kept: 100_000 };

const CATEGORIES: { [service: string]: string } = { netflix: "video", amazon: "shopping", coinbase: "money" };

const MAP = dependencyMap(HOSTS, new Map([["netflix.com", 12]]), new Set(["aws/us-east-1"]));

const BUSY: DashboardData = {
  now: NOW,
  feed: { state: "fresh", issued: new Date(NOW - 2 * MINUTE).toISOString(), checked: new Date(NOW - MINUTE).toISOString() },
  outages: listOutages(
    [
      AWS_INCIDENT,
      {
        ...AWS_INCIDENT,
        id: "azure-1",
        provider: "azure",
        region: "westus",
        severity: "minor",
        status: "monitoring",
        title: "Virtual Machines - Delays in provisioning",
        services: [],
        affects: [],
      },
      {
        ...AWS_INCIDENT,
        id: "oracle-1",
        provider: "oracle",
        region: null,
        severity: "maintenance",
        title: "Planned maintenance of the console",
        services: [],
        official: null,
        affects: [],
      },
    ],
    HOSTS,
    () => null,
    (service) => CATEGORIES[service] ?? null,
  ),
  dependencies: MAP.dependencies,
  sites: MAP.mapped,
  history: ALL,
  delays: officialDelays(HISTORY),
  mutes: [{ kind: "place", provider: "oracle", region: null }],
};

/** Four hundred sites, most of them on the few clouds that carry most of the web, some on two. */
const MANY_PLACES = (
  "cloudflare aws/us-east-1 aws/eu-west-1 gcp fastly akamai aws azure/westeurope aws/us-west-2 gcp/us-central1 vercel azure/eastus hetzner " +
  "google aws/eu-central-1 shopify ovh digitalocean github aws/me-central-1 azure/uaenorth oracle/me-jeddah-1 microsoft gcp/europe-west1 " +
  "gcp/me-central2 aws/me-south-1 alibaba linode netlify squarespace wix automattic aws/ap-southeast-1 azure/westus2 meta salla zid bunny"
).split(" ");

const MANY_HOSTS: KnownHost[] = Array.from({ length: 400 }, (_, index) => {
  const site = `site-${index + 1}.example`;
  // A few places carry most: the square of an even spread.
  const spread = ((index * 61) % 400) / 400;
  const [provider = "", region = null] = (MANY_PLACES[Math.floor(spread * spread * MANY_PLACES.length)] ?? "").split("/");
  const host = { host: `www.${site}`, site, provider, region };
  return index % 4 === 0 ? [host, { ...host, host: `api.${site}`, provider: "aws", region: "us-east-1" }] : [host];
}).flat();

const MANY = dependencyMap(
  MANY_HOSTS,
  new Map(MANY_HOSTS.map(({ site }, index) => [site, 1 + ((index * 7) % 40)])),
  new Set(["aws/us-east-1"]),
);

export const DASHBOARDS: { [state: string]: DashboardData } = {
  busy: BUSY,
  searched: { ...BUSY, history: NONE, delays: [] },
  many: { ...BUSY, outages: [], history: PART, delays: [], dependencies: MANY.dependencies, sites: MANY.mapped },
  quiet: { ...BUSY, outages: [], history: NONE, delays: [] },
  new: { ...BUSY, feed: { state: "not-set" }, outages: [], dependencies: [], sites: 0, history: NONE, delays: [] },
};

export const SEARCHED = { hit: { name: "Netflix", site: "netflix.com" }, situation: SITUATIONS["clear-others-report"] };

const SAMPLE = '{"v":1,"service":"netflix","on":"aws/us-east-1","failure":"http.error","bucket":"2021-12-07T16:30Z"}';

const FRESH_FEED = { state: "fresh", issued: new Date(NOW - 2 * MINUTE).toISOString(), checked: new Date(NOW).toISOString() } as const;

const USUAL: SettingsData = {
  access: "full",
  feeds: [{ from: "build", name: "feed.not-just-me.example", rootKey: "k1", mirrors: [], allowed: true, status: FRESH_FEED }],
  builtInOff: false,
  askStatusPages: false,
  askElsewhere: true,
  elsewhereIsSet: false,
  askIsSet: false,
  now: NOW,
  reporting: { consent: false, sample: SAMPLE, sent: [] },
  historyDays: 30,
  notifications: { allowed: false, alerts: false, quiet: null },
  mutes: [],
  shortcuts: { keys: "Alt+Shift+J", linkMenu: true, addressBar: "down" },
  done: null,
};

export const SETTINGS: { [state: string]: SettingsData } = {
  usual: USUAL,
  agreed: {
    ...USUAL,
    reporting: { consent: true, sample: SAMPLE, sent: [{ bytes: SAMPLE, sentAt: NOW }] },
    feeds: [{ from: "person", name: "status.company.example", rootKey: "k2", mirrors: [], allowed: true, status: FRESH_FEED }],
    builtInOff: true,
    notifications: { allowed: true, alerts: true, quiet: { from: "22:00", to: "07:00" } },
    mutes: [
      { kind: "service", service: "netflix", name: "Netflix" },
      { kind: "site", site: "cornerbakery.example" },
      { kind: "place", provider: "aws", region: "me-south-1" },
    ],
  },
  several: {
    ...USUAL,
    feeds: [
      ...USUAL.feeds,
      {
        from: "policy",
        name: "status.company.example",
        rootKey: "k2",
        mirrors: [],
        allowed: false,
        status: { state: "never", reason: null },
      },
      {
        from: "person",
        name: "lab.example",
        rootKey: "k3",
        mirrors: [],
        allowed: true,
        status: { ...FRESH_FEED, issued: new Date(NOW - 40 * MINUTE).toISOString(), state: "stale", reason: "HTTP 502" },
      },
    ],
    askStatusPages: true,
    askElsewhere: false,
    elsewhereIsSet: true,
    askIsSet: true,
    done: "not-kept",
  },
  bare: {
    ...USUAL,
    access: "basic",
    feeds: [],
    reporting: null,
    historyDays: 0,
    shortcuts: { keys: null, linkMenu: null, addressBar: null },
    done: "erased",
  },
};
