import type { Dependency } from "../../utils/core/view/dependency-map.ts";
import { Say } from "../shared/words.tsx";
import { nameOfPlace } from "./dependency-name.ts";

/** At most this many sites are named under a place. */
const MAX_SITES = 8;

/** The dependency map as a list of all places: how many of the person's sites each one hosts. */
export function DependencyBars({ dependencies, total }: { dependencies: Dependency[]; total: number }) {
  return (
    <ol class="bars">
      {dependencies.map((dependency) => {
        const { place, sites, shareOfSites, shareOfVisits, failing } = dependency;
        return (
          <li key={place} class={failing ? "provider" : undefined}>
            <details>
              <summary>
                <span class="place">
                  <Say text="dashboard.place" values={{ place: nameOfPlace(dependency, dependencies) }} />
                  {failing && (
                    <em>
                      <Say text="dashboard.failing" />
                    </em>
                  )}
                </span>
                <span class="number">
                  <Say text="dashboard.hosted" values={{ count: sites.length, total, visits: { share: shareOfVisits } }} />
                </span>
                <span class="bar" aria-hidden="true">
                  <span style={{ inlineSize: `${100 * shareOfSites}%` }} />
                </span>
              </summary>
              <p class="names">
                {sites.slice(0, MAX_SITES).map(({ site }) => (
                  <bdi key={site}>{site}</bdi>
                ))}
                {sites.length > MAX_SITES && <Say text="dashboard.more" values={{ count: sites.length - MAX_SITES }} />}
              </p>
            </details>
          </li>
        );
      })}
    </ol>
  );
}
