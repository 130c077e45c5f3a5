import { readFileSync, writeFileSync } from "node:fs";
import { placeMessages } from "../../utils/core/providers/known-places.ts";

/** Adds the English names of providers and regions to a built file of messages; every language falls back on them. */
export function addPlaceNames(file: string): void {
  const messages = JSON.parse(readFileSync(file, "utf8")) as { [key: string]: { message: string } };
  for (const [key, message] of placeMessages()) messages[key.replaceAll(".", "_")] = { message };
  writeFileSync(file, JSON.stringify(messages));
}
