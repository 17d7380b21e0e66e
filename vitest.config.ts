import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    reporters: ["default", "./test/closingLine.ts"],
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/{survey,db,scripts,site}/**/*.test.ts", "test/*.test.ts"],
          setupFiles: ["test/offline.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          setupFiles: ["test/offline.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      "test/worker/vitest.config.ts",
    ],
  },
});
