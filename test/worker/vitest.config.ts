/** The Worker's tests, in workerd on a real D1 with the real migrations. */
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { stayOffline } from "../../scripts/offline.ts";
import { writeFixtureSite } from "./fixtureSite.ts";
import { pepper } from "./round.ts";

stayOffline();

const ROOT = path.resolve(import.meta.dirname, "../..");

/** The site the Worker fills in: a fixture, or a built one named by BORGERSVAR_TEST_SITE (made from `round.ts`'s edge). */
async function siteFolder(): Promise<string> {
  const built = process.env["BORGERSVAR_TEST_SITE"];
  if (built) return path.resolve(built);
  const folder = await mkdtemp(path.join(tmpdir(), "borgersvar-site-"));
  await writeFixtureSite(folder);
  return folder;
}

export default defineConfig(async () => ({
  plugins: [
    cloudflareTest({
      remoteBindings: false,
      wrangler: { configPath: path.join(ROOT, "wrangler.toml") },
      miniflare: {
        assets: { directory: await siteFolder() },
        bindings: { PEPPER: pepper, MIGRATIONS: await readD1Migrations(path.join(ROOT, "db/migrations")) },
      },
    }),
  ],
  test: {
    name: "worker",
    root: ROOT,
    include: ["test/worker/**/*.test.ts"],
    testTimeout: 60_000,
    // One workerd for all files, one file after the other: every test empties the database it shares with the others.
    isolate: false,
    fileParallelism: false,
  },
}));
