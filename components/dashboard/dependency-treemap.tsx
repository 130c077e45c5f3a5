import { useId, useState } from "preact/hooks";
import type { Dependency } from "../../utils/core/view/dependency-map.ts";
import { type Value, withoutIsolates } from "../../utils/core/view/translator.ts";
import { treemap } from "../../utils/core/view/treemap.ts";
import { Say, useWords } from "../shared/words.tsx";
import { DependencyBars } from "./dependency-bars.tsx";
import { nameOfPlace } from "./dependency-name.ts";

/** Width divided by height; on narrow pages the same tiles are drawn taller. */
const PROPORTION = 1.6;
/** At most this many places have a tile: the tiles of the others would be too small. The list below has all places. */
const MAX_TILES = 24;
/** How many providers have a colour of their own, the largest first. */
const HUES = 6;
/** At most this many sites are named at once; the others unfold. */
const MAX_SITES = 18;

type Props = { dependencies: Dependency[]; total: number };

/**
 * The dependency map as a treemap: one tile per place, as large as the number of sites it hosts, one colour per provider. One place is
 * chosen, by mouse or by arrow keys, and a sentence says what an outage there affects.
 */
export function DependencyTreemap({ dependencies, total }: Props) {
  const words = useWords();
  const group = useId();
  const [chosenPlace, choosePlace] = useState<string | null>(null);
  const first = dependencies.find(({ failing }) => failing) ?? dependencies[0];
  if (first === undefined) {
    return (
      <p>
        <Say text="dashboard.hostingUnknown" />
      </p>
    );
  }
  const chosen = dependencies.find(({ place }) => place === chosenPlace) ?? first;
  const shown = dependencies.slice(0, MAX_TILES);
  const tiles = treemap(
    shown,
    ({ sites }) => sites.length,
    ({ provider }) => provider,
    PROPORTION,
  );
  const providers = [...new Set(tiles.map(({ item }) => item.provider))];
  return (
    <>
      <fieldset class="treemap">
        <legend class="unseen">
          <Say text="dashboard.treemap" />
        </legend>
        {tiles.map(({ item, x, y, width, height }) => {
          const { place, provider, sites, failing } = item;
          const named = { place: nameOfPlace(item, dependencies), count: sites.length };
          const hue = providers.indexOf(provider);
          return (
            <label
              key={place}
              class={`tile ${hue < HUES ? `hue-${hue}` : ""} ${failing ? "provider failing" : ""}`}
              style={{
                insetInlineStart: `${100 * x}%`,
                insetBlockStart: `${100 * y}%`,
                inlineSize: `${100 * width}%`,
                blockSize: `${100 * height}%`,
              }}
              title={withoutIsolates(words.text("dashboard.tile", named))}
            >
              <input
                type="radio"
                class="unseen"
                name={group}
                checked={place === chosen.place}
                onChange={() => choosePlace(place)}
                aria-label={withoutIsolates(words.text(failing ? "dashboard.tileFailing" : "dashboard.tile", named))}
              />
              <span class="face" aria-hidden="true">
                <span class="place">
                  <Say text="dashboard.place" values={named} />
                </span>
                <span class="number">
                  <Say text="dashboard.ofSites" values={{ count: sites.length, total }} />
                </span>
                {failing && (
                  <em>
                    <Say text="dashboard.failing" />
                  </em>
                )}
              </span>
            </label>
          );
        })}
      </fieldset>
      <Affected dependency={chosen} place={nameOfPlace(chosen, dependencies)} total={total} />
      <details class="all-places">
        <summary>
          <Say text="dashboard.allPlaces" values={{ count: dependencies.length }} />
        </summary>
        <DependencyBars dependencies={dependencies} total={total} />
      </details>
    </>
  );
}

/** What an outage of a place affects: how many sites, what share of the visits, and which sites. */
function Affected({ dependency, place, total }: { dependency: Dependency; place: Value; total: number }) {
  const { sites, shareOfVisits, failing } = dependency;
  const names = sites.map(({ site }) => <bdi key={site}>{site}</bdi>);
  return (
    <div class={failing ? "affected provider" : "affected"}>
      <p class="said" aria-live="polite">
        <Say
          text={failing ? "dashboard.affectedNow" : "dashboard.affected"}
          values={{ place, count: sites.length, total, visits: { share: shareOfVisits } }}
        />
      </p>
      <p class="names">{names.slice(0, MAX_SITES)}</p>
      {names.length > MAX_SITES && (
        <details>
          <summary>
            <Say text="dashboard.more" values={{ count: names.length - MAX_SITES }} />
          </summary>
          <p class="names">{names.slice(MAX_SITES)}</p>
        </details>
      )}
    </div>
  );
}
