import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { WxtVitest } from "wxt/testing/vitest-plugin";
import { LongestFirst } from "./scripts/support/longest-first.ts";
import { ensurePrepared } from "./scripts/support/prepared.ts";

// tsconfig.json extends a file that WXT writes.
ensurePrepared();

const BROWSERS = ["chromium", "firefox"] as const;

const endToEnd = (...names: string[]) => names.map((name) => `tests/e2e/${name}.test.ts`);
/** Only with `npm test -- --whole`: a minute of waiting for what unit tests show with a clock of their own. */
const LONG = endToEnd("watch");
/**
 * Firefox runs these with `npm test -- --whole` only: they are about pages, storage and the feed, which both browsers share, or about
 * verdicts, of which the quick cases of the lab run in both. What Firefox does differently (requests, their headers, access, portals, hangs)
 * it always runs.
 */
const SHARED = endToEnd(
  "actions",
  "status-pages/direct",
  "status-pages/discovery",
  "faults",
  "hostile-text",
  "mirrors",
  "outage",
  "pages",
  "verdicts",
);
/** What is about the build alone needs to be said once. */
const BUILD = endToEnd("package");
/** Firefox is given files of icons, and paints none. */
const PAINTED = endToEnd("icons");
const isWhole = process.env.WHOLE_TESTS !== undefined;

function leftOut(family: (typeof BROWSERS)[number]): string[] {
  return [...(family === "chromium" ? BUILD : PAINTED), ...(isWhole ? [] : LONG), ...(family === "firefox" && !isWhole ? SHARED : [])];
}

const inRealBrowser = (family: (typeof BROWSERS)[number]) => ({
  environment: "node" as const,
  env: { BROWSER_FAMILY: family },
  testTimeout: 300_000,
  hookTimeout: 180_000,
  // Two browsers, their sites and a server share two cores: what a driver loses once is asked again, and the output says so ("retry x1").
  retry: 1,
});

export default defineConfig({
  test: {
    // Vitest's own number leaves one core to a person who goes on working: half the speed on two.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: { name: "unit", include: ["tests/unit/**/*.test.ts", "tests/unit/**/*.test.tsx"], environment: "node", testTimeout: 30_000 },
      },
      // The glue around the core, on the library's stand-in for the browser's own storage and alarms.
      {
        plugins: [WxtVitest()],
        // The build's own public suffix list: `utils/core/net/public-suffix.ts` is not replaced here.
        resolve: {
          alias: [
            {
              find: /^.*\/replacements\/public-suffix\.ts$/,
              replacement: `${import.meta.dirname}/tests/extension/support/public-suffix.ts`,
            },
          ],
        },
        define: { __FEED_MIRRORS__: "[]", __FEED_ROOT_KEY__: '""' },
        test: { name: "extension", include: ["tests/extension/**/*.test.ts"], environment: "node" },
      },
      // Real processes, real HTTP, real databases: the limits are for busy machines, not for the tests.
      {
        test: {
          name: "server",
          include: ["tests/server/**/*.test.ts"],
          environment: "node",
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // Each browser is a project of its own, so that the two run side by side: both mostly wait.
      ...BROWSERS.flatMap((family) => [
        { test: { name: `e2e-${family}`, include: ["tests/e2e/**/*.test.ts"], exclude: leftOut(family), ...inRealBrowser(family) } },
        // The quick cases of the fault lab; all of them with `npm run lab`.
        { test: { name: `lab-${family}`, include: ["tests/lab/**/*.test.ts"], ...inRealBrowser(family) } },
      ]),
    ],
  },
});
