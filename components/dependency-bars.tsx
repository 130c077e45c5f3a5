import type { Dependency } from "../utils/core/dependency-map.ts";
import { Say, Text, useWords } from "./words.tsx";

/** Places shown; the long tail says little. */
const PLACES_SHOWN = 12;
/** Sites named under a place. */
const SITES_NAMED = 8;

/** The personal dependency map: which clouds carry how many of one's sites. */
export function DependencyBars({ dependencies, total }: { dependencies: Dependency[]; total: number }) {
  const words = useWords();
  if (dependencies.length === 0) {
    return (
      <p>
        <Say text="dashboard.standingNone" />
      </p>
    );
  }
  return (
    <ol class="bars">
      {dependencies.slice(0, PLACES_SHOWN).map(({ subject, provider, region, sites, shareOfSites, failing }) => (
        <li key={subject} class={failing ? "provider" : undefined}>
          <details>
            <summary>
              <span class="place">
                <Text text={words.place(provider, region)} />
                {failing && (
                  <em>
                    <Say text="dashboard.failing" />
                  </em>
                )}
              </span>
              <span class="number">
                <Say text="dashboard.stand" values={{ count: sites.length, total }} />
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
      ))}
    </ol>
  );
}
