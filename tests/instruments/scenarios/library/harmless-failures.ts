import { FIREFOX_SPURIOUS } from "../browser-errors.ts";
import { breaks, sitesFail, statusOf } from "../fault.ts";
import { browseAndAsk, EVERYTHING_IS_FINE } from "../healthy-browsing.ts";
import type { Host, Site } from "../internet.ts";
import type { Scenario } from "../scenario.ts";

/** Clicks taken back at once, many in a row. */
export const aborts: Scenario = {
  name: "aborts",
  truth: "clear",
  play(scene) {
    scene.quietFeed();
    scene.warmUp();
    const { person, recording, random } = scene;
    for (const site of random.sample(scene.favourites, random.integer(5, 14))) {
      person.wait(random.integer(150, 900));
      const url = `${site.scheme}://${site.hosts.www.name}/`;
      const ms = random.integer(5, 4000);
      recording.write(person.now, { event: "navigation-started", tabId: 1, url });
      person.wait(ms);
      const error = person.fail(site.hosts.www, "aborted", { tabId: 1, url, type: "main_frame", ms });
      if (random.chance(0.85)) {
        recording.write(person.now, {
          event: "navigation-error",
          tabId: 1,
          url,
          error: scene.browser === "firefox" ? FIREFOX_SPURIOUS : error,
        });
      }
    }
    scene.ask("mid", { tab: 1 }, "clear", EVERYTHING_IS_FINE);
    browseAndAsk(scene, 2);
  },
};

/** Trackers, advertisements, fonts and widgets fail; the pages themselves work. */
export const trackersOnly: Scenario = {
  name: "trackersOnly",
  truth: "clear",
  play(scene) {
    scene.quietFeed();
    scene.warmUp();
    const { random } = scene;
    const down = random.sample(scene.internet.thirdParties, random.integer(1, 6)).map((host) => host.site);
    const harm = random.pick([breaks("reset"), breaks("timeout"), breaks("name-not-found"), statusOf(random, [500, 503])]);
    scene.breakWith(sitesFail(down, harm));
    browseAndAsk(scene, random.integer(3, 9));
  },
};

/** Sites that have no such page, or ask for a sign-in. */
export const missingPages: Scenario = {
  name: "missingPages",
  truth: "clear",
  play(scene) {
    scene.quietFeed();
    scene.warmUp();
    const { random } = scene;
    const site = scene.someSite();
    scene.breakWith(sitesFail([site], statusOf(random, random.pick([[401], [404], [400], [410], [401, 404]]))));
    scene.visitOthers(random.integer(0, 3), [site]);
    for (let load = random.integer(2, 4); load > 0; load--) scene.open(site);
    scene.askFinally([{ tab: 1 }, { site }, "toolbar"], "clear", EVERYTHING_IS_FINE);
  },
};

/** Pages fetched ahead of a click fail: nobody has asked for them. Chromium only; in Firefox an ordinary day. */
export const speculation: Scenario = {
  name: "speculation",
  truth: "clear",
  play(scene) {
    scene.quietFeed();
    scene.warmUp();
    const { person, random } = scene;
    const shown = scene.someSite((site) => !site.serviceWorker);
    scene.open(shown);
    const ahead = scene.someSite((site) => site !== shown);
    for (let attempt = random.integer(3, 8); attempt > 0 && scene.browser === "chromium"; attempt--) {
      person.wait(random.integer(200, 5000));
      const host: Host = random.pick([ahead, shown]).hosts.www;
      const fields = {
        tabId: 1,
        url: `https://${host.name}/ahead/${attempt}`,
        type: "main_frame",
        documentId: "0A1B2C3D4E5F60718293A4B5C6D7E8F9",
      };
      if (random.chance(0.5)) person.answer(host, { ...fields, status: 503 }, false);
      else person.fail(host, random.pick(["refused", "timeout", "name-not-found"]), { ...fields, ms: 120 });
    }
    scene.askFinally([{ tab: 1 }, { site: ahead }, "toolbar"], "clear", EVERYTHING_IS_FINE);
  },
};

/** A site without HTTPS: the browser tries HTTPS first, and may ask before it goes on without. */
export const upgradeProbe: Scenario = {
  name: "upgradeProbe",
  truth: "clear",
  play(scene) {
    scene.quietFeed();
    scene.warmUp();
    const { person, random, recording } = scene;
    const site: Site = { ...scene.someSite((candidate) => !candidate.serviceWorker), scheme: "http" };
    const asks = scene.browser === "chromium" && random.chance(0.5);
    for (let load = random.integer(1, 4); load > 0; load--) {
      person.wait(random.integer(1000, 9000));
      const { name } = site.hosts.www;
      if (scene.browser === "chromium") {
        person.fail(site.hosts.www, random.pick(["refused", "timeout", "tls"]), {
          tabId: 1,
          url: `https://${name}/`,
          type: "main_frame",
          ms: 40,
        });
        if (asks) {
          recording.write(person.now - 40, { event: "navigation-started", tabId: 1, url: `http://${name}/` });
          recording.write(person.now + 2, {
            event: "navigation-error",
            tabId: 1,
            url: `http://${name}/`,
            error: "net::ERR_BLOCKED_BY_CLIENT",
          });
          person.wait(random.integer(500, 4000));
          if (load === 1 && random.chance(0.5)) break;
        }
      }
      scene.open(site);
    }
    scene.askFinally([{ tab: 1 }, "toolbar"], "clear", EVERYTHING_IS_FINE);
  },
};
