import { defineConfig } from "vitest/config";
import { WxtVitest } from "wxt/testing/vitest-plugin";
import { ensurePrepared } from "./scripts/support/prepared.ts";

// tsconfig.json extends a file that WXT writes.
ensurePrepared();

const BROWSERS = ["chromium", "firefox"] as const;

/**
 * Firefox runs these with `npm test -- --whole` only: they are about pages and storage, which both browsers share, or about verdicts, of
 * which the quick cases of the lab run in both. With them the tests take 19 minutes on two cores (2026-11-30). What Firefox does differently
 * (requests, their headers, access, portals) it always runs.
 */
const SHARED = ["actions", "direct", "faults", "hostile-text", "outage", "pages", "verdicts"].map((name) => `tests/e2e/${name}.test.ts`);
const isWhole = process.env.WHOLE_TESTS !== undefined;

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
        // What is about the build alone needs to be said once.
        {
          test: {
            name: `e2e-${family}`,
            include: ["tests/e2e/**/*.test.ts"],
            exclude: family === "firefox" ? (isWhole ? [] : SHARED) : ["tests/e2e/package.test.ts"],
            ...inRealBrowser(family),
          },
        },
        // The quick cases of the fault lab; all of them with `npm run lab`.
        { test: { name: `lab-${family}`, include: ["tests/lab/**/*.test.ts"], ...inRealBrowser(family) } },
      ]),
    ],
  },
});
