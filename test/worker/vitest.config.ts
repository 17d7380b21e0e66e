/** The Worker's tests, in workerd on a real D1 with the real migrations and the real site. */
import path from "node:path";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { stayOffline } from "../../scripts/offline.ts";
import { pepper } from "./round.ts";

stayOffline();

const ROOT = path.resolve(import.meta.dirname, "../..");

export default defineConfig({
  plugins: [
    cloudflareTest(async ({ inject }) => ({
      remoteBindings: false,
      wrangler: { configPath: path.join(ROOT, "wrangler.toml") },
      miniflare: {
        d1Databases: { DB_2: "second" },
        assets: { directory: inject("site") },
        bindings: {
          PEPPER: pepper,
          MIGRATIONS: await readD1Migrations(path.join(ROOT, "db/migrations")),
          FUZZED_REQUESTS: process.env["BORGERSVAR_NIGHTLY"] === "1" ? 1_000_000 : 50_000,
        },
      },
    })),
  ],
  test: {
    name: "worker",
    root: ROOT,
    include: ["test/worker/**/*.test.ts"],
    globalSetup: "test/worker/builtSite.ts",
    testTimeout: 60_000,
    // One workerd for all files, one file after the other: every test empties the database it shares with the others.
    isolate: false,
    // After the others, which run two at a time.
    sequence: { groupOrder: 1 },
    fileParallelism: false,
  },
});
