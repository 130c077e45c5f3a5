import type { ExtensionBrowser } from "../../../../scripts/browsers/extension-browser.ts";
import type { Episode } from "../../../../utils/core/history/episodes.ts";
import { weekOf } from "../../../../utils/core/history/week.ts";
import { parsePlaceId } from "../../../../utils/core/providers/place.ts";
import { DAY, HOUR, MINUTE } from "../../../../utils/core/time.ts";
import type { LearnedHost, Visits } from "../../../../utils/storage/database.ts";
import { storeEpisode } from "../../../../utils/storage/stored-episode.ts";
import { Random } from "../../scenarios/random.ts";
import { sampleSites } from "../browsing/sample-sites.ts";

const SITES = 2000;
export const EPISODES = 100_000;
/** A little longer than anything is kept, so that there is something to prune. */
const SPAN = 31 * DAY;
const PLACES = ["cloudflare", "aws/us-east-1", "fastly", "aws/eu-west-1", "azure/westeurope", "gcp/us-central1"];
/** Rows that go to the browser at once. */
const LOAD = 5000;

/** Fills the extension's database with what many years of use could never bring: the map of 2,000 sites and 100,000 rows of history. */
export async function fillShelves(extension: ExtensionBrowser, now: number): Promise<void> {
  const random = new Random("full shelves");
  const sites = sampleSites(SITES, random);
  const hosts = sites.flatMap(({ name, hosts: own }): LearnedHost[] =>
    own.map((host) => ({
      host: host.name,
      site: name,
      visited: 1,
      ...parsePlaceId(random.pick(PLACES)),
      seen: now - random.integer(0, 80 * DAY),
    })),
  );
  const visits = sites.map(
    ({ name }): Visits => ({ site: name, count: random.integer(1, 400), week: weekOf(now - random.integer(0, 80 * DAY)) }),
  );
  const episodes = Array.from({ length: EPISODES }, () => storeEpisode(episodeOf(random.pick(sites).name, random, now)));
  await put(extension, "hosts", hosts);
  await put(extension, "visits", visits);
  await put(extension, "episodes", episodes);
}

function episodeOf(site: string, random: Random, now: number): Episode {
  const scope = random.weighted({ site: 70, provider: 20, network: 10 });
  const started = Math.round(now - HOUR - random.between(0, SPAN));
  const said = scope === "provider" && random.chance(0.4);
  return {
    site: scope === "network" ? "" : site,
    started,
    ended: started + random.integer(1 * MINUTE, 1 * HOUR),
    finding: findingOf(scope, site, random),
    foundAt: started + 20_000,
    failures: scope === "network" ? 0 : random.integer(2, 30),
    status: scope === "site" ? 503 : null,
    acknowledged: said ? new Date(started + random.integer(2, 90) * MINUTE).toISOString() : null,
    officialSilent: scope === "provider" && !said && random.chance(0.5),
    reporters: scope === "provider" ? random.integer(0, 900) : 0,
  };
}

function findingOf(scope: "site" | "provider" | "network", site: string, random: Random): Episode["finding"] {
  if (scope === "site") return { scope, cause: "http", subject: site };
  return scope === "provider" ? { scope, cause: "both", subject: random.pick(PLACES) } : { scope, cause: "isp", subject: null };
}

async function put(extension: ExtensionBrowser, shelf: "hosts" | "visits" | "episodes", rows: object[]): Promise<void> {
  for (let first = 0; first < rows.length; first += LOAD) {
    await extension.inExtension(
      `new Promise((resolve, reject) => {
        const opening = indexedDB.open("not-just-me");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction("${shelf}", "readwrite");
          for (const row of ${JSON.stringify(rows.slice(first, first + LOAD))}) transaction.objectStore("${shelf}").put(row);
          transaction.onabort = () => reject(transaction.error);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve(null);
          };
        };
      })`,
    );
  }
}
