/**
 * The database from a script, through Wrangler: the local D1 in a folder, or the deployed one. Locally one process owns D1:
 * stop the Worker, or expect both sides to retry.
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { D1Database } from "@cloudflare/workers-types";
import { databaseOf, type Database } from "#db/database.ts";
import { CliError } from "../errors.ts";
import { loadWrangler, REPOSITORY, stateFolder, WRANGLER_CONFIG } from "./wrangler.ts";

const MIGRATIONS = path.join(REPOSITORY, "db/migrations");

export interface OpenDatabase {
  db: Database;
  close: () => Promise<void>;
}

export interface DatabaseLocation {
  /** Folder of the local D1; the Worker of `startWorker` with the same folder sees the same rows. */
  persistTo: string;
  /** The deployed database of `[env.remote]` instead; needs a Cloudflare login. */
  remote?: boolean;
}

/** Opens the database with every migration applied. Close it, or the process does not end. */
export async function openDatabase({ persistTo, remote = false }: DatabaseLocation): Promise<OpenDatabase> {
  const { getPlatformProxy } = await loadWrangler();
  const platform = await getPlatformProxy<{ DB: D1Database }>({
    configPath: WRANGLER_CONFIG,
    persist: { path: stateFolder(persistTo) },
    envFiles: [],
    remoteBindings: remote,
    ...(remote ? { environment: "remote" } : {}),
  });
  try {
    await applyMigrations(platform.env.DB);
  } catch (error) {
    await platform.dispose();
    if (remote) throw error;
    throw new CliError({
      what: "the local database cannot be opened",
      where: persistTo,
      how: "It may be damaged, or in use by a running Worker: stop the Worker, or put back the folder from your backup.",
    });
  }
  return { db: databaseOf(platform.env.DB), close: platform.dispose };
}

/** Applies what is not yet applied, each migration in one transaction, recorded as `wrangler d1 migrations apply` does. */
export async function applyMigrations(binding: D1Database, folder = MIGRATIONS): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).toSorted();
  const record = await binding
    .prepare("select name from sqlite_master where type = 'table' and name = 'd1_migrations'")
    .first();
  const applied = record
    ? (await binding.prepare("select name from d1_migrations").all<{ name: string }>()).results
    : [];
  const done = new Set(applied.map(({ name }) => name));
  const missing = names.filter((name) => !done.has(name));
  for (const name of missing) {
    const sql = await readFile(path.join(folder, name), "utf8");
    await binding.batch([
      binding.prepare(RECORD_TABLE),
      ...sql.split("--> statement-breakpoint").map((statement) => binding.prepare(statement.trim())),
      binding.prepare("insert into d1_migrations (name) values (?)").bind(name),
    ]);
  }
  return missing;
}

const RECORD_TABLE = `create table if not exists d1_migrations(
  id         integer primary key autoincrement,
  name       text unique,
  applied_at timestamp default current_timestamp not null
)`;
