import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { build } from "vite";
import { afterEach, expect, test } from "vitest";
import type { ExtensionBrowser } from "../../../scripts/browsers/extension-browser.ts";
import { adapterFor } from "../../../utils/core/status-pages/formats.ts";
import type { StandIn } from "../../instruments/loopback/stand-in.ts";
import { mutate } from "../../unit/status-pages/mutate.ts";
import { handMade, type PayloadFile, realOnes } from "../../unit/status-pages/payload-files.ts";
import { edit } from "../../unit/status-pages/survives.ts";
import { inBothBrowsers } from "../environment.ts";

const STAND_INS: StandIn[] = [{ host: "www.morning-news.example", address: "127.56.0.1", title: "Morning News" }];
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const SOURCE = {
  id: "acme",
  provider: "acme",
  site: null,
  page: "https://status.acme.example",
  url: "https://status.acme.example/payload",
  now: Date.parse("2026-11-23T00:00:00Z"),
};
/** Mutated payloads, of all formats together. */
const MUTATED = 1500;
const SEED = 20261201;
/** Bytes: the largest real payloads would take most of the time. */
const LARGEST = 60_000;

/** The parsers as the extension's build makes them, with the browser's own reader of HTML, as one script. */
async function parsersOfExtension(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    resolve: { alias: [{ find: /^\.\/html-tokens\.ts$/, replacement: here("../../../utils/replacements/html-tokens.ts") }] },
    build: { write: false, lib: { entry: here("../../../utils/core/status-pages/formats.ts"), formats: ["iife"], name: "parsers" } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !("output" in output)) throw new Error("nothing was built");
  return output.output[0].code;
}

type Sample = { name: string; format: string; base64: string };

function samples(): Sample[] {
  const files = [...handMade(), ...realOnes()].filter(({ bytes }) => bytes.length < LARGEST);
  const whole = files.map(sampleOf);
  const edits = fc.sample(fc.tuple(fc.constantFrom(...files), fc.array(edit, { minLength: 1, maxLength: 3 })), {
    numRuns: MUTATED,
    seed: SEED,
  });
  return [
    ...whole,
    ...edits.map(([file, list]) => sampleOf({ ...file, name: `${file.name} ${JSON.stringify(list)}`, bytes: mutate(file.bytes, list) })),
  ];
}

function sampleOf({ name, format, bytes }: PayloadFile): Sample {
  return { name, format, base64: Buffer.from(bytes).toString("base64") };
}

inBothBrowsers("status pages read on both sides", { standIns: STAND_INS }, (environment) => {
  let browser: ExtensionBrowser;
  afterEach(() => browser.close());

  test("the extension reads every payload as the server does, whole or mutated", { timeout: 120_000 }, async () => {
    browser = await environment().openBrowser();
    const page = await browser.newPage();
    await browser.visit(page, "https://www.morning-news.example/");
    const parsers = await parsersOfExtension();
    expect(parsers).toContain("DOMParser");
    await page.evaluate(`${parsers}; globalThis.parsers = parsers;`);
    const all = samples();
    expect(all.length).toBeGreaterThan(MUTATED);
    const different: string[] = [];
    for (let at = 0; at < all.length; at += 100) {
      const some = all.slice(at, at + 100);
      const script = `JSON.stringify(${JSON.stringify(some)}.map(({ format, base64 }) => parsers.adapterFor(format).read(Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)), ${JSON.stringify(SOURCE)})))`;
      const there: unknown[] = JSON.parse(String(await page.evaluate(script)));
      for (const [index, { name, format, base64 }] of some.entries()) {
        const here = adapterFor(format)?.read(Buffer.from(base64, "base64"), SOURCE);
        if (JSON.stringify(here) !== JSON.stringify(there[index]))
          different.push(`${name}\n${JSON.stringify(here)}\n${JSON.stringify(there[index])}`);
      }
    }
    expect(different).toEqual([]);
  });
});
