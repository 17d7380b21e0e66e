/** A round over two databases: nobody notices, and everything of one respondent stands in one of them. */
import { env } from "cloudflare:workers";
import { applyD1Migrations } from "cloudflare:test";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { databaseOf, shardOf } from "#db/database.ts";
import { deleteAll } from "#db/queries/deleteAll.ts";
import { listSealed } from "#db/queries/listSealed.ts";
import { listStatus } from "#db/queries/listStatus.ts";
import { loadRespondents } from "#db/queries/loadRespondents.ts";
import { db, draftOf, freshDatabase, rowIdOf, TestWorker, type Person } from "./harness.ts";
import { codeOf, edge, MOMENT } from "./round.ts";

const PEOPLE = 40;

/** The site of a round with so many databases. */
const siteOf = (databases: number): Fetcher =>
  new Proxy(env.ASSETS, {
    get: (assets, name) =>
      name === "fetch"
        ? (address: string | URL) =>
            String(address).endsWith("/edge.json")
              ? Promise.resolve(Response.json({ ...edge, databases }))
              : assets.fetch(address)
        : Reflect.get(assets, name),
  });

const two = databaseOf([env.DB, env.DB_2], { random: () => 0.5, wait: () => Promise.resolve() });
const worker = new TestWorker(MOMENT.open, { ASSETS: siteOf(2) });

async function inviteMany(): Promise<Person[]> {
  await applyD1Migrations(env.DB_2, env.MIGRATIONS);
  await deleteAll(two);
  const people = await Promise.all(
    Array.from({ length: PEOPLE }, async (_, i) => {
      const respondent = `0751-${String(i).padStart(5, "0")}`;
      const code = await codeOf(respondent);
      return { respondent, municipality: "0751", code, rowId: await rowIdOf(code) };
    }),
  );
  expect(await loadRespondents(two, people)).toBe(PEOPLE);
  expect(await loadRespondents(two, people)).toBe(0);
  return people;
}

const idsIn = async (binding: D1Database, table: string): Promise<string[]> => {
  const { results } = await binding.prepare(`select row_id as id from ${table}`).all<{ id: string }>();
  return results.map(({ id }) => id);
};

async function collect<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const row of rows) list.push(row);
  return list;
}

describe("a round over two databases", () => {
  freshDatabase();

  it("takes drafts, finals, opt-outs and withdrawals where the respondent stands, and lists everybody", async () => {
    const people = await inviteMany();
    for (const [i, person] of people.entries()) {
      expect((await worker.put(person, { q1: "1" })).status).toBe(204);
      const fields = { code: person.code, municipality: person.municipality };
      expect((await worker.form("/find", { ...fields, script: "1" })).status).toBe(303);
      const final = i % 2 === 0 ? await worker.send(person, { q1: "2" }, { version: 2 }) : null;
      const withdrawn = i % 10 === 0 ? await worker.form("/afmeld", { ...fields, withdraw: "1" }) : null;
      expect([final?.status ?? 303, withdrawn?.status ?? 303]).toEqual([303, 303]);
    }
    const halves = await Promise.all([env.DB, env.DB_2].map((binding) => idsIn(binding, "respondent")));
    for (const [number, ids] of halves.entries()) {
      expect(ids.length).toBeGreaterThan(PEOPLE / 4);
      expect(new Set(ids.map((id) => shardOf(id, 2)))).toEqual(new Set([number]));
      const answered = await idsIn(number === 0 ? env.DB : env.DB_2, "answers");
      expect(answered.every((id) => ids.includes(id))).toBe(true);
    }
    const standings = await collect(listStatus(two, 7));
    expect(standings.map(({ rowId }) => rowId).toSorted()).toEqual(
      people.map(({ rowId }) => rowId).toSorted(),
    );
    expect(standings.filter(({ submittedOn }) => submittedOn !== null)).toHaveLength(16);
    expect(standings.filter(({ withdrawnOn }) => withdrawnOn !== null)).toHaveLength(4);
    const sealed = await collect(listSealed(two, 7));
    expect(sealed.map(({ final }) => final).filter(Boolean)).toHaveLength(16);
    expect(sealed).toHaveLength(36);
    expect(await deleteAll(two)).toEqual({ respondents: PEOPLE, answers: 36 });
  });

  it("knows nobody in the wrong one", async () => {
    const [person] = await inviteMany();
    if (!person) throw new Error("there are people");
    const swapped = new TestWorker(MOMENT.open, { ASSETS: siteOf(2), DB: env.DB_2, DB_2: env.DB });
    expect((await swapped.put(person, { q1: "1" })).status).toBe(404);
  });

  it("answers nobody when one of them is not bound, rather than look in the wrong place", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    onTestFinished(() => log.mockRestore());
    const [person] = await inviteMany();
    if (!person) throw new Error("there are people");
    const lacking = new TestWorker(MOMENT.open, { ASSETS: siteOf(3) });
    expect((await lacking.json("PUT", draftOf(person, { q1: "1" }))).status).toBe(503);
    expect(await collect(listSealed(db))).toEqual([]);
  });
});
