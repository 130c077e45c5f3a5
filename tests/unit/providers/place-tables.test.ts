import { expect, test } from "vitest";
import { findableMessages } from "../../../scripts/support/translator.ts";
import { placeTables } from "../../../utils/core/providers/place-tables.ts";
import { PROVIDERS } from "../../../utils/core/providers/provider-table.ts";
import { REGION_NAMES } from "../../../utils/core/providers/region-table.ts";

test("the English messages give back the tables of providers and regions, in their order", () => {
  const { providers, regions } = placeTables(findableMessages("en"));
  expect(providers.trim()).toBe(PROVIDERS.trim());
  const trimmed = Object.entries(REGION_NAMES).map(([provider, lines]) => [provider, lines.trim()]);
  expect(Object.entries(regions).map(([provider, lines]) => [provider, lines.trim()])).toEqual(trimmed);
});
