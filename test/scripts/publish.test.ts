import { mkdir, stat } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canaryRowId } from "#db/canary.ts";
import { deriveKeys, tokenFor } from "#db/keys.ts";
import { listStatus } from "#db/queries/listStatus.ts";
import { rowIds } from "#db/rowId.ts";
import { edgeSchema } from "#survey/edge.ts";
import { openDatabase } from "../../scripts/io/d1.ts";
import { keyText } from "../../scripts/keys.ts";
import { publishCommand } from "../../scripts/publish.ts";
import {
  answersTo,
  CLIENT,
  inTheField,
  makeRound,
  ROUND_KEY,
  SETTINGS,
  type TestRound,
} from "./statusRound.ts";

const canaryRows = async (test: TestRound): Promise<string[]> => {
  const { pepper } = await deriveKeys(ROUND_KEY);
  return Promise.all(test.round.municipalities.map(({ code }) => canaryRowId(pepper, code)));
};

/** The rows of the respondents; each municipality has a canary beside them. */
const rowsOf = async (test: TestRound) => {
  const { db, close } = await openDatabase({ persistTo: `${test.folder}/d1` });
  try {
    const rows = [];
    for await (const row of listStatus(db)) rows.push(row);
    const canaries = await canaryRows(test);
    expect(rows.filter(({ rowId }) => canaries.includes(rowId))).toHaveLength(canaries.length);
    return rows.filter(({ rowId }) => !canaries.includes(rowId));
  } finally {
    await close();
  }
};

describe("publish", () => {
  let test: TestRound;
  beforeAll(async () => {
    test = await makeRound();
  });
  afterAll(() => test.remove());

  it("puts the row id of every respondent's code in D1, and nothing that names anybody", async () => {
    const result = await test.run(publishCommand);
    expect(result.data).toMatchObject({ respondents: 40, added: 40, remote: false });
    const keys = await deriveKeys(ROUND_KEY);
    const rowIdOf = await rowIds(keys.pepper);
    const expected = await Promise.all(
      test.respondents.map(async (respondent) => ({
        rowId: await rowIdOf(await tokenFor(keys.tokenKey, respondent)),
        municipality: respondent.slice(0, 4),
      })),
    );
    const rows = await rowsOf(test);
    expect(rows.map(({ rowId, municipality }) => ({ rowId, municipality }))).toEqual(
      expected.toSorted((a, b) => (a.rowId < b.rowId ? -1 : 1)),
    );
  });

  it("writes an edge.json that holds the public key and no secret", async () => {
    const text = await test.read("edge.json");
    const edge = edgeSchema.parse(JSON.parse(text));
    const keys = await deriveKeys(ROUND_KEY);
    expect([edge.publicKey, edge.keyId]).toEqual([keys.publicKey, keys.keyId]);
    expect(edge.municipalities.map((m) => m.slug)).toEqual(["aarhus", "ringkoebing-skjern", "aeroe"]);
    for (const secret of [keys.pepper, keyText(ROUND_KEY).trim()]) {
      expect(text + (await test.read("journal.jsonl"))).not.toContain(secret);
    }
  });

  it("adds only who is missing, and leaves answers alone", async () => {
    await inTheField(test, async (citizens) => {
      await citizens.send("0751-00001", answersTo(13));
      await citizens.draft("0751-00002", answersTo(3), CLIENT);
    });
    const before = await rowsOf(test);
    const more = (await test.read("sample/sample.csv")).replace(
      /\n0751-00024,.*/,
      (row) => `${row}${row.replace("00024", "00025")}`,
    );
    await test.write("sample/sample.csv", more);
    const result = await test.run(publishCommand);
    expect(result.data).toMatchObject({ respondents: 41, added: 1 });
    const after = await rowsOf(test);
    expect(after).toHaveLength(41);
    expect(after.filter((row) => before.some((old) => old.rowId === row.rowId))).toEqual(before);
  });

  it("hands the pepper to Wrangler in a private file and never shows it", async () => {
    const { pepper } = await deriveKeys(ROUND_KEY);
    await mkdir(`${test.folder}/out`, { recursive: true });
    const result = await test.run(publishCommand, { secretsFile: `${test.folder}/out/pepper.json` });
    expect(JSON.parse(await test.read("out/pepper.json"))).toEqual({ PEPPER: pepper });
    expect((await stat(`${test.folder}/out/pepper.json`)).mode & 0o777).toBe(0o600);
    const told = result.lines.join("\n") + JSON.stringify(result.data) + (await test.read("journal.jsonl"));
    expect(told).not.toContain(pepper);
    expect(told).toContain("wrangler deploy --env remote");
  });

  it("refuses another key, another name or another number of databases once published, and leaves edge.json and the rows", async () => {
    const [edge, rows] = [await test.read("edge.json"), await rowsOf(test)];
    await test.write("round.key", keyText(new Uint8Array(32).fill(5)));
    const key = await test.refusal(publishCommand, { secretsFile: `${test.folder}/out/other.json` });
    expect(key.what).toMatch(/published with key [0-9a-f]{8}, and round.key gives [0-9a-f]{8}/);
    await test.write("round.key", keyText(ROUND_KEY));
    await test.write("round.json", JSON.stringify({ ...SETTINGS, id: "other" }));
    expect((await test.refusal(publishCommand)).what).toContain("sealed into every answer");
    await test.write("round.json", JSON.stringify({ ...SETTINGS, databases: 2 }));
    expect((await test.refusal(publishCommand)).what).toContain("over 1 databases, and round.json has 2");
    await test.write("round.json", JSON.stringify(SETTINGS));
    expect(await test.read("edge.json")).toBe(edge);
    expect(await rowsOf(test)).toEqual(rows);
    await expect(test.read("out/other.json")).rejects.toThrow("ENOENT");
  });

  it.each<[string, string, string, RegExp]>([
    ["a missing sample", "sample/sample.csv", "", /columns? .* missing|is missing|empty/],
    ["a broken key", "round.key", "x", /not a key/],
    ["a broken edge.json", "edge.json", "{}", /cut or edited/],
    [
      "settings that lack a sampled municipality",
      "round.json",
      JSON.stringify({ ...SETTINGS, municipalities: SETTINGS.municipalities.slice(1) }),
      /the round has not: 0751/,
    ],
  ])("refuses %s", async (_, file, text, what) => {
    const before = await test.read(file);
    const [edge, journal] = [await test.read("edge.json"), await test.read("journal.jsonl")];
    await test.write(file, text);
    expect((await test.refusal(publishCommand)).what).toMatch(what);
    await test.write(file, before);
    expect(await test.read("edge.json")).toBe(edge);
    expect(await test.read("journal.jsonl")).toBe(journal);
  });
});
