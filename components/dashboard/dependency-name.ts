import type { MessageKey } from "../../utils/browser/message-key.ts";
import type { Dependency } from "../../utils/core/view/dependency-map.ts";
import { say, type Value } from "../../utils/core/view/translator.ts";

/**
 * The name of a place of the dependency map. Where regions of a provider are listed too, hosts of the provider without a known region
 * (its edges, host names that contain none) are named so: "AWS" alone would be taken for all of AWS.
 */
export function nameOfPlace({ provider, region }: Dependency, all: readonly Dependency[]): Value {
  const place = { provider, region };
  const besideRegions = region === null && all.some((other) => other.provider === provider && other.region !== null);
  return besideRegions ? say<MessageKey>("dashboard.noRegion", { place }) : place;
}
