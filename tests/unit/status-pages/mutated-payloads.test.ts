import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FORMATS } from "../../../utils/core/status-pages/format-names.ts";
import { adapterFor } from "../../../utils/core/status-pages/formats.ts";
import { handMade, type PayloadFile, realOnes } from "./payload-files.ts";
import { edit, survives } from "./survives.ts";

/** The long run is `npm run fuzz -- --runs 100000`. */
const RUNS = 60;
const SEED = 20261123;
/** The largest real payloads are left to the long run. */
const LARGEST = 60_000;

const files = [...handMade(), ...realOnes()].filter(({ bytes }) => bytes.length < LARGEST);

function filesOf(format: string): PayloadFile[] {
  return files.filter((file) => file.format === format);
}

/** Some formats are known only from saved payloads, which are beside the repository. */
const HERE = FORMATS.filter((format) => filesOf(format).length > 0);
for (const format of FORMATS) {
  if (!HERE.includes(format)) console.warn(`mutated payloads: ${format} skipped: there is no payload of it without ../shared/fixtures`);
}

describe("mutated payloads", () => {
  test.each(HERE)("%s reads anything without an exception, and gives only incidents that fit into the feed", (format) => {
    const property = fc.property(fc.constantFrom(...filesOf(format)), fc.array(edit, { minLength: 1, maxLength: 4 }), survives);
    fc.assert(property, { numRuns: RUNS, seed: SEED });
  });

  test.each(HERE)("%s does not read a truncated payload", (format) => {
    const adapter = adapterFor(format);
    const source = { id: "x", provider: "x", site: null, page: "https://status.example.com", url: "https://status.example.com", now: 0 };
    const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    const property = fc.property(fc.constantFrom(...filesOf(format)), share, ({ bytes }, at) => {
      const reading = adapter?.read(bytes.slice(0, Math.floor(at * bytes.length)), source);
      // What is cut after the closing bracket of JSONP or of the page's script does not matter.
      if (reading?.parsed === true) expect(reading).toEqual(adapter?.read(bytes, source));
    });
    fc.assert(property, { numRuns: RUNS, seed: SEED });
  });

  test("an empty payload, random bytes and blank text are unreadable in every format", () => {
    const source = { id: "x", provider: "x", site: null, page: "https://status.example.com", url: "https://status.example.com", now: 0 };
    const unreadable = fc.oneof(fc.constant(new Uint8Array()), fc.uint8Array({ maxLength: 300 }), fc.constant(Buffer.from(" \n ")));
    const property = fc.property(fc.constantFrom(...FORMATS), unreadable, (format, bytes) => {
      const isEmptyList = Buffer.from(bytes).toString().trim() === "[]";
      if (!isEmptyList) expect(adapterFor(format)?.read(bytes, source)).toEqual({ parsed: false, incidents: [], unknown: [] });
    });
    fc.assert(property, { numRuns: 300, seed: SEED });
  });
});
