import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Many tests wait for a browser or a Worker: two at a time, also on two cores.
    maxWorkers: 2,
    reporters: ["default", "./test/closingLine.ts"],
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/{survey,db,scripts,site}/**/*.test.ts", "test/*.test.ts"],
          setupFiles: ["test/offline.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          setupFiles: ["test/offline.ts"],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          // A page on a busy machine: a state is waited for, never timed.
          expect: { poll: { timeout: 20_000 } },
        },
      },
      "test/worker/vitest.config.ts",
    ],
  },
});
