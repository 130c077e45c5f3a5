import { type HoldoutScenario, site as siteAnswer, UNCLEAR } from "./holdout-scenario.ts";
import { ALL_WELL, quiet } from "./quiet-day.ts";

/** A site failed a few times, works again, and the question comes half a minute to two minutes later. */
export const workedAgain = quiet("workedAgain", (session) => {
  const { random, pool } = session;
  const site = random.pick(pool.sites);
  session.elsewhere([site], [1, 3]);
  const trouble = random.pick([
    { status: 503 },
    { status: 500 },
    { breaks: "refused" },
    { breaks: "timeout" },
    { breaks: "reset" },
  ] as const);
  session.fault = (host) => (host.domain === site.domain ? trouble : null);
  for (let load = random.integer(1, 4); load > 0; load--) {
    session.attempt(site);
    session.elsewhere([site]);
  }
  session.fault = () => null;
  session.now += random.pause(3000, 90_000);
  for (let load = random.integer(2, 4); load > 0; load--) session.attempt(site);
  session.now += random.pause(30_000, 120_000);
  if (random.chance(0.6)) session.attempt(site);
  if (random.chance(0.5)) session.elsewhere([site]);
  session.conclude([{ tabId: 1 }, { site: site.domain }, {}], "clear", ALL_WELL);
});

/** A page of an open tab asks in vain for minutes after the person has gone to another. */
export const leftBehind: HoldoutScenario = {
  name: "leftBehind",
  truth: "site",
  play(session) {
    const { random, pool } = session;
    const [ill, well] = random.sample(pool.sites, 2);
    if (ill === undefined || well === undefined) return;
    session.begin([ill]);
    session.visit(ill, { tab: 1 });
    const trouble = random.pick([{ status: 500 }, { status: 503 }, { breaks: "timeout" }] as const);
    session.fault = (host) => (host === ill.calls ? trouble : null);
    for (let round = random.integer(2, 6); round > 0; round--) {
      session.call(ill, random.integer(1, 3), 1);
      session.elsewhere([ill], [0, 2]);
    }
    session.visit(well, { tab: 6 });
    session.call(ill, 1, 1);
    session.conclude([{ tabId: 6 }], "clear", ALL_WELL);
    session.conclude(
      [{ tabId: 1 }, { site: ill.domain }],
      "site",
      session.mode === "basic" ? ALL_WELL : [siteAnswer(ill, "http", "unreachable")],
    );
  },
};

/** The tab asked about is not the one in trouble. */
export const besideTrouble: HoldoutScenario = {
  name: "besideTrouble",
  truth: "site",
  play(session) {
    const { random, pool } = session;
    const [ill, well] = random.sample(pool.sites, 2);
    if (ill === undefined || well === undefined) return;
    session.begin([ill]);
    session.fault = (host) => (host.domain === ill.domain ? { breaks: "refused" } : null);
    for (let load = random.integer(2, 4); load > 0; load--) {
      session.attempt(ill, 1);
      session.visit(well, { tab: 7 });
    }
    session.conclude([{ tabId: 7 }, { site: well.domain }, { tabId: 404 }, { site: "never-seen.example.com" }], "clear", ALL_WELL);
    session.conclude([{ tabId: 1 }, {}], "site", [siteAnswer(ill, "unreachable"), { ...UNCLEAR, weak: true }]);
  },
};
