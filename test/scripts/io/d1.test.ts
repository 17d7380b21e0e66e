import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { D1Database } from "@cloudflare/workers-types";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { listStatus } from "#db/queries/listStatus.ts";
import { respondent } from "#db/schema.ts";
import { loadRespondents } from "#db/queries/loadRespondents.ts";
import { applyMigrations, openDatabase } from "../../../scripts/io/d1.ts";
import { loadWrangler, WRANGLER_CONFIG } from "../../../scripts/io/wrangler.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "borgersvar-d1-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const rows = [
  { rowId: "a".repeat(43), municipality: "0751" },
  { rowId: "b".repeat(43), municipality: "0492" },
];

/** Runs work on the local database of a folder, closed afterwards. */
async function using<T>(
  name: string,
  work: (open: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>,
): Promise<T> {
  const open = await openDatabase({ persistTo: path.join(folder, name) });
  try {
    return await work(open);
  } finally {
    await open.close();
  }
}

describe("openDatabase", () => {
  it("makes the tables in an empty folder and finds the rows again in the next process", async () => {
    expect(await using("one", ({ db }) => loadRespondents(db, rows))).toBe(2);
    const found = await using("one", async ({ db }) => {
      const ids: string[] = [];
      for await (const { rowId } of listStatus(db)) ids.push(rowId);
      return ids;
    });
    expect(found).toEqual(rows.map(({ rowId }) => rowId));
  });

  it("keeps folders apart", async () => {
    await using("two", ({ db }) => loadRespondents(db, rows));
    expect(await using("three", ({ db }) => loadRespondents(db, rows))).toBe(2);
  });
});

/** A configuration with two databases. */
async function twoBound(): Promise<string> {
  const config = path.join(folder, "wrangler.toml");
  const bound = ["DB", "DB_2"].map(
    (binding) =>
      `[[d1_databases]]\nbinding = "${binding}"\ndatabase_name = "${binding}"\ndatabase_id = "${binding}"`,
  );
  await writeFile(config, ['name = "two"', 'compatibility_date = "2026-11-02"', ...bound].join("\n"));
  return config;
}

describe("a round over several databases", () => {
  const people = Array.from({ length: 40 }, (_, i) => ({
    rowId: Buffer.alloc(32, i + 1).toString("base64url"),
    municipality: "0751",
  }));

  it("spreads the respondents over them, and finds everybody again in the next process", async () => {
    const location = { persistTo: path.join(folder, "several"), databases: 2, config: await twoBound() };
    const first = await openDatabase(location);
    expect(await loadRespondents(first.db, people)).toBe(people.length);
    const counts = await Promise.all(first.db.shards.map(({ orm }) => orm.$count(respondent)));
    await first.close();
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(people.length);
    expect(Math.min(...counts)).toBeGreaterThan(5);
    const second = await openDatabase(location);
    const found: string[] = [];
    for await (const { rowId } of listStatus(second.db)) found.push(rowId);
    await second.close();
    expect(found.toSorted()).toEqual(people.map(({ rowId }) => rowId).toSorted());
  });

  it("says which one is not bound, and how to bind it", async () => {
    const location = { persistTo: path.join(folder, "lacking"), databases: 2 };
    await expect(openDatabase(location)).rejects.toThrow(
      /DB_2 is not bound .*wrangler d1 create borgersvar-2/s,
    );
  });
});

describe("applyMigrations", () => {
  it("applies each migration once, in the order of the names, and none by half", async () => {
    const migrations = path.join(folder, "migrations");
    await mkdir(migrations);
    await writeFile(path.join(migrations, "0001_second.sql"), "insert into extra values (1);\n");
    await writeFile(path.join(migrations, "0000_first.sql"), "create table extra (n integer);\n");
    const { getPlatformProxy } = await loadWrangler();
    const { env, dispose } = await getPlatformProxy<{ DB: D1Database }>({
      configPath: WRANGLER_CONFIG,
      persist: false,
      envFiles: [],
      remoteBindings: false,
    });
    onTestFinished(dispose);
    const read = async (query: string) => (await env.DB.prepare(query).all()).results;

    expect(await applyMigrations(env.DB, migrations)).toEqual(["0000_first.sql", "0001_second.sql"]);
    expect(await applyMigrations(env.DB, migrations)).toEqual([]);
    const broken = "insert into extra values (2);\n--> statement-breakpoint\ninsert into nowhere values (1);";
    await writeFile(path.join(migrations, "0002_broken.sql"), broken);
    await expect(applyMigrations(env.DB, migrations)).rejects.toThrow("no such table: nowhere");
    expect(await read("select n from extra")).toEqual([{ n: 1 }]);
    expect(await read("select name from d1_migrations order by id")).toEqual([
      { name: "0000_first.sql" },
      { name: "0001_second.sql" },
    ]);
  });

  it("records them where `wrangler d1 migrations apply` looks", async () => {
    const config = await readFile(path.join(import.meta.dirname, "../../../wrangler.toml"), "utf8");
    expect(config).toContain('migrations_dir = "db/migrations"');
    expect(config).not.toContain("migrations_table");
  });
});
