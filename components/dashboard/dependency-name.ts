import type { MessageKey } from "../../utils/browser/message-key.ts";
import type { Dependency } from "../../utils/core/view/dependency-map.ts";
import { say, type Value } from "../../utils/core/view/translator.ts";

/**
 * What a place of the dependency map is called. Beside regions of the same provider, what is known of no region (its edges, names
 * that spell none) is said to be that: "AWS" alone would be taken for all of AWS.
 */
export function nameOfPlace({ provider, region }: Dependency, all: readonly Dependency[]): Value {
  const place = { provider, region };
  const besideRegions = region === null && all.some((other) => other.provider === provider && other.region !== null);
  return besideRegions ? say<MessageKey>("dashboard.noRegion", { place }) : place;
}
