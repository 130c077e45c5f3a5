import { isCdn, type Place, placeName } from "../address-plan.ts";
import type { Answer } from "../expectation.ts";
import { breaks, placesFail, sitesFail, statusOf } from "../fault.ts";
import { isPlain, type Site } from "../internet.ts";
import type { Scenario } from "../scenario.ts";
import { CLEAR, isCloud, providerAnswer, siteAnswer, UNCLEAR } from "../scene.ts";
import { sufferFrom } from "./provider.ts";

/** Origins behind one CDN are gone, and the CDN says so in their place: the CDN itself is well. */
export const originsGone: Scenario = {
  name: "originsGone",
  truth: "site",
  coincidence: true,
  play(scene) {
    const { random } = scene;
    const fronted = (site: Site) => isPlain(site) && site.hosts.www.place?.provider === "cloudflare";
    const sites = scene.internet.sites.filter(fronted).slice(0, random.integer(2, 3));
    const [first] = sites;
    if (first === undefined) return;
    const well = scene.internet.sites.filter((site) => site.hosts.www.place?.provider === "cloudflare" && !sites.includes(site));
    scene.breakWith(sitesFail(sites, statusOf(random, [521, 522, 523]), { roles: ["www", "api"] }));
    for (let round = 0; round < 2; round++) {
      for (const site of sites) {
        scene.open(site, 1);
        for (const other of random.sample(well, 1)) scene.open(other, 2);
        scene.visitOthers(1, sites);
      }
    }
    scene.open(first, 1);
    scene.askFinally(
      [{ tab: 1 }, "toolbar"],
      "site",
      scene.mode === "basic" ? [CLEAR] : [...sites.map((site) => siteAnswer(site)), UNCLEAR],
    );
  },
};

/** A CDN fails; the clouds under its sites are well, and are seen to be. */
export const frontFails: Scenario = {
  name: "frontFails",
  truth: "provider",
  play(scene) {
    const { random } = scene;
    const { place, dependents } = scene.crowdedPlace(4, isCdn);
    const under = new Map<string, Place>();
    for (const site of dependents)
      if (site.hosts.api.place !== null && isCloud(site.hosts.api.place)) under.set(placeName(site.hosts.api.place), site.hosts.api.place);
    const onClouds = scene.internet.sites.filter(
      (site) =>
        isPlain(site) &&
        site.hosts.www.place !== null &&
        under.has(placeName(site.hosts.www.place)) &&
        Object.values(site.hosts).every((host) => host.place?.provider !== place.provider),
    );
    scene.acquaint(dependents);
    scene.warmUp();
    scene.breakWith(placesFail([place], random.pick([statusOf(random, [503]), breaks("timeout"), breaks("reset")])));
    for (const site of random.sample(onClouds, 3)) scene.open(site, 3);
    const basic: Answer[] = scene.mode === "basic" ? [CLEAR, UNCLEAR, ...dependents.map((site) => siteAnswer(site))] : [];
    const answer = [providerAnswer(place, "correlated"), ...basic];
    sufferFrom(scene, { place, dependents, fault: () => null, answer, sites: [3, 4] });
    scene.askFinally([{ tab: 1 }, "toolbar"], "provider", answer);
  },
};
