import type { Service } from "../../utils/core/providers/catalogue.ts";
import { parsePlaceId } from "../../utils/core/providers/place.ts";

/**
 * Which services share a slot: those whose main provider by the catalogue is the same, and each of the others is a group of its own. So the
 * database does not show what else somebody reports elsewhere, and a person who reports several services of one provider is still one
 * person there. The place that a report names does not matter here, or one prefix could count once for each place that it names.
 */
export function slotGroups(services: readonly Pick<Service, "id" | "on">[]): (service: string) => string {
  const groups = new Map<string, string>();
  for (const { id, on } of services) {
    const [main] = on;
    if (main !== undefined) groups.set(id, `at ${parsePlaceId(main).provider}`);
  }
  return (service) => groups.get(service) ?? service;
}
