import { useId, useState } from "preact/hooks";
import type { Dependency } from "../../utils/core/view/dependency-map.ts";
import { type Value, withoutIsolates } from "../../utils/core/view/translator.ts";
import { treemap } from "../../utils/core/view/treemap.ts";
import { Say, useWords } from "../shared/words.tsx";
import { DependencyBars } from "./dependency-bars.tsx";
import { nameOfPlace } from "./dependency-name.ts";

/** Width by height; on narrow pages the same tiles are drawn taller. */
const PROPORTION = 1.6;
/** Places with a tile of their own. The long tail would be splinters; all of it is in the list below. */
const TILES = 24;
/** Providers with a colour of their own, the heaviest first. */
const HUES = 6;
/** Sites named at once; the others unfold. */
const SITES_NAMED = 18;

type Props = { dependencies: Dependency[]; total: number };

/**
 * The personal dependency map as a picture: a tile a cloud or region, as large as the number of one's sites that stand on it,
 * a colour a provider. One place is chosen, by mouse or by arrow keys, and what falls with it is said in a sentence.
 */
export function DependencyTreemap({ dependencies, total }: Props) {
  const words = useWords();
  const group = useId();
  const [asked, ask] = useState<string | null>(null);
  const first = dependencies.find(({ failing }) => failing) ?? dependencies[0];
  if (first === undefined) {
    return (
      <p>
        <Say text="dashboard.standingNone" />
      </p>
    );
  }
  const chosen = dependencies.find(({ subject }) => subject === asked) ?? first;
  const shown = dependencies.slice(0, TILES);
  const tiles = treemap(
    shown,
    ({ sites }) => sites.length,
    ({ provider }) => provider,
    PROPORTION,
  );
  const providers = [...new Set(tiles.map(({ item }) => item.provider))];
  return (
    <>
      <fieldset class="mosaic">
        <legend class="unseen">
          <Say text="dashboard.picture" />
        </legend>
        {tiles.map(({ item, x, y, width, height }) => {
          const { subject, provider, sites, failing } = item;
          const named = { place: nameOfPlace(item, dependencies), count: sites.length };
          const hue = providers.indexOf(provider);
          return (
            <label
              key={subject}
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
                checked={subject === chosen.subject}
                onChange={() => ask(subject)}
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
      <Falls dependency={chosen} place={nameOfPlace(chosen, dependencies)} total={total} />
      <details class="all-places">
        <summary>
          <Say text="dashboard.allPlaces" values={{ count: dependencies.length }} />
        </summary>
        <DependencyBars dependencies={dependencies} total={total} />
      </details>
    </>
  );
}

/** What falls with a place: how many sites, how much of the visits, and which. */
function Falls({ dependency, place, total }: { dependency: Dependency; place: Value; total: number }) {
  const { sites, shareOfVisits, failing } = dependency;
  const names = sites.map(({ site }) => <bdi key={site}>{site}</bdi>);
  return (
    <div class={failing ? "falls provider" : "falls"}>
      <p class="said" aria-live="polite">
        <Say
          text={failing ? "dashboard.fallsNow" : "dashboard.falls"}
          values={{ place, count: sites.length, total, visits: { share: shareOfVisits } }}
        />
      </p>
      <p class="names">{names.slice(0, SITES_NAMED)}</p>
      {names.length > SITES_NAMED && (
        <details>
          <summary>
            <Say text="dashboard.more" values={{ count: names.length - SITES_NAMED }} />
          </summary>
          <p class="names">{names.slice(SITES_NAMED)}</p>
        </details>
      )}
    </div>
  );
}
