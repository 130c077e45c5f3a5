import type { Dependency } from "../../utils/core/view/dependency-map.ts";
import { Say } from "../shared/words.tsx";
import { nameOfPlace } from "./dependency-name.ts";

/** Sites named under a place. */
const SITES_NAMED = 8;

/** The personal dependency map as a list, every place of it: which clouds carry how many of one's sites. */
export function DependencyBars({ dependencies, total }: { dependencies: Dependency[]; total: number }) {
  return (
    <ol class="bars">
      {dependencies.map((dependency) => {
        const { subject, sites, shareOfSites, shareOfVisits, failing } = dependency;
        return (
          <li key={subject} class={failing ? "provider" : undefined}>
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
                  <Say text="dashboard.stand" values={{ count: sites.length, total, visits: { share: shareOfVisits } }} />
                </span>
                <span class="bar" aria-hidden="true">
                  <span style={{ inlineSize: `${100 * shareOfSites}%` }} />
                </span>
              </summary>
              <p class="names">
                {sites.slice(0, SITES_NAMED).map(({ site }) => (
                  <bdi key={site}>{site}</bdi>
                ))}
                {sites.length > SITES_NAMED && <Say text="dashboard.more" values={{ count: sites.length - SITES_NAMED }} />}
              </p>
            </details>
          </li>
        );
      })}
    </ol>
  );
}
