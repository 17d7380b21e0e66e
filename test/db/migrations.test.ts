import { readFile, readdir } from "node:fs/promises";
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from "drizzle-kit/api";
import { describe, expect, it } from "vitest";
import * as schema from "#db/schema.ts";

const META = new URL("../../db/migrations/meta/", import.meta.url);

describe("db/migrations", () => {
  it("lead to the schema: `drizzle-kit generate` has nothing to add", async () => {
    const snapshots = (await readdir(META)).filter((name) => name.endsWith("_snapshot.json")).toSorted();
    const last = JSON.parse(await readFile(new URL(snapshots.at(-1) ?? "", META), "utf8"));
    const current = await generateSQLiteDrizzleJson(schema, last.id);
    expect(await generateSQLiteMigration(last, current)).toEqual([]);
  });
});
