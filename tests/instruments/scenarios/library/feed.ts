import { PLACES, type Place, placeName } from "../address-plan.ts";
import { CLEAR, isCloud, providerAnswer, siteAnswer, UNCLEAR } from "../answers.ts";
import { breaks, type Harm, placesFail, sitesFail, statusOf } from "../fault.ts";
import type { IncidentDraft } from "../feed-publisher.ts";
import { isPlain, type Site } from "../internet.ts";
import type { Scenario } from "../scenario.ts";
import type { Scene } from "../scene.ts";
import { seeControl } from "./outage.ts";
import { playSiteFault } from "./site-fault.ts";

type Lesson = (scene: Scene, place: Place, site: Site) => void;

/** What the feed says must not be enough to blame the cloud for one site that fails there. */
function notEnough(name: string, publish: Lesson): Scenario {
  return {
    name,
    truth: "site",
    play(scene) {
      const { random, setting } = scene;
      const site = scene.someSite(
        (candidate) => isPlain(candidate) && candidate.hosts.www.place !== null && isCloud(candidate.hosts.www.place),
      );
      const place = site.hosts.www.place as Place;
      scene.acquaint([site]);
      publish(scene, place, site);
      const broken = random.chance(0.4);
      const harm: Harm = broken ? breaks(random.pick(["refused", "reset", "timeout"])) : statusOf(random, setting.statuses);
      playSiteFault(scene, {
        site,
        fault: sitesFail([site], harm),
        cause: broken ? "unreachable" : "http",
        ...(broken ? {} : { hidden: true as const }),
      });
    },
  };
}

const publishDraft =
  (draft: (scene: Scene, place: Place) => IncidentDraft): Lesson =>
  (scene, place) =>
    scene.feed.publish(scene.now, [scene.feed.incident(scene.now, draft(scene, place))]);

const minor = notEnough(
  "onlyMinor",
  publishDraft((_scene, place) => ({ place, severity: "minor" })),
);
const monitoring = notEnough(
  "onlyMonitoring",
  publishDraft((_scene, place) => ({ place, status: "monitoring", age: 90 })),
);
const old = notEnough(
  "onlyOld",
  publishDraft(({ random }, place) => ({ place, age: random.integer(7 * 60, 60 * 24 * 120) })),
);
const resolved = notEnough(
  "onlyResolved",
  publishDraft((_scene, place) => ({ place, status: "resolved", age: 120 })),
);

const wrongRegion = notEnough(
  "wrongRegion",
  publishDraft(({ random }, place) => {
    const elsewhere = PLACES.filter((other) => other.provider === place.provider && other.region !== place.region);
    const region = random.pick([...elsewhere.map((other) => other.region), "ap-southeast-2", "sa-east-1"]);
    return { place: { provider: place.provider, region }, severity: random.pick(["major", "critical"] as const) };
  }),
);

const otherProvider = notEnough("otherProvider", (scene, _place, site) => {
  const taken = Object.values(site.hosts).map((host) => host.place?.provider);
  const free = PLACES.filter((other) => !taken.includes(other.provider));
  scene.feed.publish(
    scene.now,
    scene.random.sample(free, 2).map((place) => scene.feed.incident(scene.now, { place, severity: "critical", reporters: 900 })),
  );
});

/** A document whose time is over when it arrives, or soon after. */
const expired = notEnough("onlyExpired", (scene, place) => {
  const { feed, random, now, person } = scene;
  const incident = feed.incident(now, { place });
  if (random.chance(0.5)) return feed.publish(now, [incident], { issued: random.integer(40, 400), lifetime: 30 });
  feed.publish(now, [incident], { issued: 20, lifetime: 21 });
  person.wait(random.integer(2, 20) * 60_000);
});

/** An old document comes again, after one that knows better. */
const goesBack = notEnough("goesBack", (scene, place) => {
  const { feed, now, random, person } = scene;
  feed.publish(now, []);
  person.wait(random.integer(1_000, 60_000));
  feed.publish(scene.now, [feed.incident(scene.now, { place })], { sequence: random.pick([0, -1, -40]) });
});

/** The site announces that it is down: that is the site's own trouble, not that of its host. */
const siteIncident = notEnough(
  "siteIncident",
  publishDraft((_scene, place) => ({
    place: { provider: "netflix", region: null },
    site: "netflix",
    title: `Some pages fail (${place.provider})`,
  })),
);

/** What was learned of the host is out of date: it has moved away from the cloud that has the incident. */
const movedAway: Scenario = {
  name: "movedAway",
  truth: "site",
  coincidence: "basic",
  play(scene) {
    const { random, feed } = scene;
    const site = scene.someSite(
      (candidate) => isPlain(candidate) && candidate.hosts.www.place !== null && isCloud(candidate.hosts.www.place),
    );
    const now = site.hosts.www.place as Place;
    const before = random.pick(
      PLACES.filter(
        (place) =>
          isCloud(place) &&
          place.provider !== now.provider &&
          Object.values(site.hosts).every((host) => host.place?.provider !== place.provider),
      ),
    );
    const past: Site = {
      ...site,
      hosts: {
        www: { ...site.hosts.www, place: before },
        api: { ...site.hosts.api, place: before },
        static: { ...site.hosts.static, place: before },
      },
    };
    scene.learnOtherwise([past]);
    scene.person.visit(site, { calls: 3, fresh: true });
    scene.person.request(site, site.hosts.api, "xmlhttprequest", { tab: 2 });
    feed.publish(scene.now, [feed.incident(scene.now, { place: before })]);
    const accept = scene.mode === "basic" ? { also: [providerAnswer(before), UNCLEAR] } : {};
    playSiteFault(scene, { site, fault: sitesFail([site], breaks(random.pick(["refused", "timeout"]))), cause: "unreachable", ...accept });
  },
};

/** Everybody else is well: the feed is fresh and knows nothing, and this site fails here again and again. */
const worksForOthers: Scenario = {
  name: "worksForOthers",
  truth: "site",
  play(scene) {
    const site = scene.someSite(isPlain);
    scene.feed.publish(scene.now, []);
    playSiteFault(scene, {
      site,
      fault: sitesFail([site], statusOf(scene.random, [500, 503])),
      cause: "http",
      hidden: true,
      loads: [3, 5],
    });
  },
};

/** One sick site in a region that happens to have a fresh major incident. */
const coincidence: Scenario = {
  name: "sickSiteAmidIncident",
  truth: "site",
  coincidence: true,
  play(scene) {
    const { random, setting, feed } = scene;
    const site = scene.someSite((candidate) => isPlain(candidate) && candidate.hosts.www.place !== null);
    const place = site.hosts.www.place as Place;
    scene.acquaint([site]);
    feed.publish(scene.now, [feed.incident(scene.now, { place })]);
    playSiteFault(scene, {
      site,
      fault: sitesFail([site], statusOf(random, setting.statuses)),
      hidden: true,
      also: [providerAnswer(place)],
    });
  },
};

/** A fresh major incident names the cloud on which the site stands that is opened now: the second failing request settles it. */
const namedAtOnce: Scenario = {
  name: "namedAtOnce",
  truth: "provider",
  play(scene) {
    const { random, setting, feed } = scene;
    const site = scene.someSite(
      (candidate) =>
        isPlain(candidate) &&
        candidate.hosts.www.place !== null &&
        Object.values(candidate.hosts).every(
          (host) => host.place !== null && placeName(host.place) === placeName(candidate.hosts.www.place as Place),
        ),
    );
    const place = site.hosts.www.place as Place;
    scene.learn([site]);
    scene.visitOthers(
      4,
      scene.internet.sites.filter((other) => Object.values(other.hosts).some((host) => host.place?.provider === place.provider)),
    );
    const harm: Harm = random.chance(0.6) ? statusOf(random, setting.statuses) : breaks(random.pick(["timeout", "refused", "reset"]));
    const hidden = scene.mode === "basic" && harm({ host: site.hosts.www, type: "main_frame", at: 0, url: "" }) !== null;
    scene.breakWith(placesFail([place], harm));
    feed.publish(scene.now, [
      feed.incident(scene.now, { place, age: random.integer(1, 40), severity: random.pick(["major", "critical"] as const) }),
    ]);
    const right = [providerAnswer(place, ["incident", "both"])];
    for (let load = 1; load <= 2; load++) {
      scene.open(site, 1, 1);
      scene.ask("probe", { tab: 1 }, "provider", [...right, siteAnswer(site), CLEAR, UNCLEAR], { seen: { failures: load, sites: 1 } });
    }
    seeControl(scene, place);
    scene.askFinally([{ tab: 1 }, { site }, "toolbar"], "provider", hidden ? [...right, CLEAR, UNCLEAR, siteAnswer(site)] : right);
  },
};

export const FEED_SCENARIOS: readonly Scenario[] = [
  minor,
  monitoring,
  old,
  resolved,
  wrongRegion,
  otherProvider,
  expired,
  goesBack,
  siteIncident,
  movedAway,
  worksForOthers,
  namedAtOnce,
  coincidence,
];
