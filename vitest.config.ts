import { defineConfig } from "vitest/config";
import { WxtVitest } from "wxt/testing/vitest-plugin";

export default defineConfig({
  test: {
    projects: [
      {
        test: { name: "unit", include: ["tests/unit/**/*.test.ts", "tests/unit/**/*.test.tsx"], environment: "node", testTimeout: 30_000 },
      },
      // The glue around the core, on the library's stand-in for the browser's own storage and alarms.
      {
        plugins: [WxtVitest()],
        define: { __FEED_MIRRORS__: '""', __FEED_ROOT_KEY__: '""' },
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
      // The quick cases of the fault lab: on their own with `npx vitest run --project lab`, all of them with `npm run lab`.
      {
        test: {
          name: "lab",
          include: ["tests/lab/**/*.test.ts"],
          environment: "node",
          testTimeout: 300_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          environment: "node",
          // A browser that starts slowly on a loaded machine gets a second try; what fails twice has failed.
          retry: 1,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
