/**
 * The database from a script, through Wrangler: the local D1 in a folder, or the deployed one. Locally one process owns D1:
 * stop the Worker, or expect both sides to retry.
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { D1Database } from "@cloudflare/workers-types";
import { bindingName, bindingsOf, databaseOf, type Bindings, type Database } from "#db/database.ts";
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
  /** How many databases share the round's respondents (`databases` in round.json); 1 by default. */
  databases?: number;
  /** Wrangler's configuration, where each of them is bound. */
  config?: string;
}

/** Opens the database with every migration applied. Close it, or the process does not end. */
export async function openDatabase(location: DatabaseLocation): Promise<OpenDatabase> {
  const { persistTo, remote = false, databases = 1, config = WRANGLER_CONFIG } = location;
  const { getPlatformProxy } = await loadWrangler();
  const platform = await getPlatformProxy<Bindings<D1Database>>({
    configPath: config,
    persist: { path: stateFolder(persistTo) },
    envFiles: [],
    remoteBindings: remote,
    ...(remote ? { environment: "remote" } : {}),
  });
  const missing = unboundOf(platform.env, databases);
  if (missing !== null) {
    await platform.dispose();
    throw new CliError({
      what: `the round has ${databases} databases, and ${missing} is not bound`,
      where: `${config}, ${remote ? "[env.remote]" : "[[d1_databases]]"}`,
      how: `Make it with \`npx wrangler d1 create borgersvar-${databases} --jurisdiction eu\` and bind it as ${missing}, as DB is.`,
    });
  }
  const bindings = bindingsOf(platform.env, databases);
  try {
    for (const binding of bindings) await applyMigrations(binding);
  } catch (error) {
    await platform.dispose();
    if (remote) throw error;
    throw new CliError({
      what: "the local database cannot be opened",
      where: persistTo,
      how: "It may be damaged, or in use by a running Worker: stop the Worker, or put back the folder from your backup.",
    });
  }
  return { db: databaseOf(bindings), close: platform.dispose };
}

const unboundOf = (env: Bindings<D1Database>, databases: number): string | null =>
  Array.from({ length: databases }, (_, i) => bindingName(i)).find((name) => env[name] === undefined) ?? null;

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
