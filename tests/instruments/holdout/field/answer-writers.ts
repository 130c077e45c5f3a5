import type { Answer } from "../../scenarios/expectation.ts";
import { type HoldoutScenario, provider, site as siteAnswer, UNCLEAR, weakly } from "../holdout-scenario.ts";
import type { Trouble } from "../request-writer.ts";
import type { SessionWriter } from "../session-writer.ts";
import { loneSite, openPlace, type Place, type Site } from "../sites.ts";
import { askAbout, EDGES, failing, settle, story, twoRounds } from "./story.ts";

const itself = (ill: readonly Site[]): Answer[] => [...ill.map((site) => siteAnswer(site)), UNCLEAR];

/** Owners behind one front whose own servers fail: nothing of that accuses the front. */
const behindEdge = (name: string, draw: (session: SessionWriter) => () => Trouble, neighbours: number): HoldoutScenario =>
  story(name, "site", (session) => {
    const place = session.random.pick(EDGES);
    const { ill, well } = settle(session, place, 4, neighbours);
    const trouble = draw(session);
    session.fault = failing(ill, trouble);
    twoRounds(session, place, ill, well);
    askAbout(session, ill, "site", itself(ill), "all");
  });

const passedOn = ({ random }: SessionWriter): (() => Trouble) => {
  const statuses = random.pick([[500], [502, 503], [503], [504, 500]]);
  return () => ({ status: random.pick(statuses), wrote: "origin" });
};
const homeServer = ({ random }: SessionWriter): (() => Trouble) => {
  const status = random.pick([520, 521, 522, 523, 524, 525, 526, 527, 530]);
  // The front writes these pages and says in them that the origin is to blame.
  const wrote = random.pick([{}, { wrote: "edge" }, { wrote: "origin" }] as const);
  return () => ({ status, ...wrote });
};

/** Shops of one platform stand behind a front; the platform's own page of errors comes through, and the feed names the platform. */
const platformSaidOfficially = story("platformSaidOfficially", "provider", (session) => {
  const { ill } = settle(session, "cloudflare", 3);
  session.publishPlaced([session.placed("heroku", { title: "Router errors", severity: "critical" })]);
  session.fault = failing(ill, () => ({ status: 503, wrote: "platform" }));
  twoRounds(session, "cloudflare", ill);
  askAbout(session, ill, "provider", [provider("heroku"), ...itself(ill)], "all");
});

const NAMES = ["quarry-notes", "tidepool-scores", "otter-rota", "fernbank-menu"];

/** Apps under names that one platform hands out; they stand where the platform stands. */
function apps(session: SessionWriter, suffix: string, place: Place, count: number): Site[] {
  const made = session.random.sample(NAMES, count).map((name, index) => loneSite(session.pool, `${name}.${suffix}`, place, index));
  if (place !== null) openPlace(session.pool, place);
  session.pool.sites.push(...made);
  session.begin(made);
  for (const app of made) session.visit(app);
  session.elsewhere(made, [2, 3]);
  return made;
}

/** The platform says that it has trouble, and its apps fail. */
const appsAndOfficialWord = story("appsAndOfficialWord", "provider", (session) => {
  const ill = apps(session, "herokuapp.com", "aws/us-east-1", session.random.integer(1, 2));
  session.publishPlaced([session.placed("heroku", { severity: "critical" })]);
  session.fault = failing(ill, () => ({ status: 503, wrote: "platform" }));
  twoRounds(session, "aws/us-east-1", ill);
  askAbout(session, ill, "provider", [provider("heroku"), ...weakly(...itself(ill))], "all");
});

const SUFFIXES: readonly (readonly [suffix: string, place: Place])[] = [
  ["vercel.app", "vercel"],
  ["onrender.com", "render"],
  ["herokuapp.com", "aws/us-east-1"],
  ["github.io", "fastly"],
  ["netlify.app", "aws"],
  ["pages.dev", "cloudflare"],
  ["web.app", "google"],
  ["fly.dev", null],
];

/** Three paused or sleeping apps of one account: one witness, whatever the platform. */
const pausedApps = (name: string, neighbour: boolean): HoldoutScenario =>
  story(name, "site", (session) => {
    const { random } = session;
    const [suffix, place] = random.pick(SUFFIXES);
    const all = apps(session, suffix, place, neighbour ? 4 : 3);
    const ill = all.slice(0, 3);
    const trouble = random.pick<Trouble>([
      { status: 402 },
      { status: 503 },
      { status: 502, wrote: "origin" },
      { status: 503, wrote: "origin" },
    ]);
    session.fault = failing(ill, () => trouble);
    if (random.chance(0.5)) session.publish([]);
    twoRounds(session, place ?? "hetzner", ill, all.slice(3));
    askAbout(session, ill, "site", itself(ill), "all");
  });

/** The platform itself fails, and customers with domains of their own fail with it. */
const platformFails = story("platformFails", "provider", (session) => {
  const { random } = session;
  const { ill } = settle(session, "vercel", 4);
  const status = random.pick([500, 502, 504]);
  session.fault = failing(ill, () => ({ status, wrote: "platform" }));
  twoRounds(session, "vercel", ill);
  askAbout(session, ill, "provider", [provider("vercel", "correlated"), ...weakly(UNCLEAR)], "all");
});

/** Customers of a platform whose own programs crash on one day, while a neighbour's does not. */
const customersFail = story("customersFail", "site", (session) => {
  const { ill, well } = settle(session, "vercel", 3, 2);
  session.fault = failing(ill, () => ({ status: session.random.pick([500, 504]), wrote: "origin" }));
  twoRounds(session, "vercel", ill, well);
  askAbout(session, ill, "site", itself(ill), "all");
});

/** One service fails under several domains that it runs. */
const oneServiceManyDomains = story("oneServiceManyDomains", "site", (session) => {
  const { random, pool } = session;
  const place = "fastly";
  const names = random.pick([
    ["raw.githubusercontent.com", "objects.githubusercontent.com", "github.com"],
    ["twitter.com", "x.com", "t.co"],
  ]);
  openPlace(pool, place);
  const ill = names.map((name, index) => loneSite(pool, name, place, index));
  session.begin(ill);
  for (const site of ill) session.visit(site);
  session.elsewhere(ill, [2, 3]);
  const trouble = random.pick<Trouble>([{ status: 503 }, { breaks: "timeout" }]);
  session.fault = (host) => (ill.some(({ page }) => page.name === host.name) ? trouble : null);
  twoRounds(session, place, ill);
  askAbout(session, ill, "site", [{ scope: "site" }, UNCLEAR], "status" in trouble ? "all" : "nothing");
});

/** The names of one owner are gone; all others are found. */
const namesOfOneOwner = story("namesOfOneOwner", "site", (session) => {
  const { random, pool } = session;
  const label = random.pick(["harbourbank", "lanternmail", "pebbleplay"]);
  const ill = ["com", "co.uk", "de"].map((ending, index) =>
    loneSite(pool, `${label}.${ending}`, random.pick([null, "aws/eu-west-1"]), index),
  );
  session.begin(ill);
  for (const site of ill) session.visit(site);
  session.elsewhere(ill, [3, 4]);
  session.fault = failing(ill, () => ({ breaks: "name-not-found" }));
  twoRounds(session, "aws/eu-west-1", ill);
  askAbout(session, ill, "site", [...ill.map((site) => siteAnswer(site, "dns")), ...weakly(UNCLEAR)]);
});

/** Stories of who wrote an error, and of names that are no independent witnesses. */
export const ANSWER_WRITERS: readonly HoldoutScenario[] = [
  behindEdge("originPassedOn", passedOn, 0),
  behindEdge("originPassedOnNeighboursWell", passedOn, 2),
  behindEdge("homeServerBehindEdge", homeServer, 0),
  platformSaidOfficially,
  appsAndOfficialWord,
  pausedApps("pausedApps", false),
  pausedApps("pausedAppsNeighbourWell", true),
  platformFails,
  customersFail,
  oneServiceManyDomains,
  namesOfOneOwner,
];
