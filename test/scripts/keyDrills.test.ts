/** What an operator does on the worst day: the key is lost, was seen, or must be destroyed. On a real D1 with answers in it. */
import { readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deriveKeys, importPublicKey } from "#db/keys.ts";
import { listSealed, type StoredSealedAnswers } from "#db/queries/listSealed.ts";
import { submitFinal } from "#db/queries/submitFinal.ts";
import { open, seal } from "#db/seal.ts";
import { edgeSchema } from "#survey/edge.ts";
import { openDatabase } from "../../scripts/io/d1.ts";
import { keyBackupCommand } from "../../scripts/keyBackup.ts";
import { keyRestoreCommand } from "../../scripts/keyRestore.ts";
import { keyRotateCommand } from "../../scripts/keyRotate.ts";
import { keyText, parseKeyText } from "../../scripts/keys.ts";
import { keyVerifyCommand } from "../../scripts/keyVerify.ts";
import { paperCopy } from "../../scripts/paperCopy.ts";
import { publishCommand } from "../../scripts/publish.ts";
import { pullCommand } from "../../scripts/pull.ts";
import { purgeCommand } from "../../scripts/purge.ts";
import { answersTo, inTheField, makeRound, ROUND_KEY, type Citizens, type TestRound } from "./statusRound.ts";

const numbered = (key: Uint8Array): string =>
  paperCopy(key)
    .map((line, i) => `${i + 1} ${line}`)
    .join("\n");

describe("key drills", { timeout: 240_000 }, () => {
  let test: TestRound;
  beforeAll(async () => {
    test = await makeRound();
    await test.run(publishCommand);
    await inTheField(test, (citizens) => citizens.send("0751-00001", answersTo(13)));
    await test.run(pullCommand);
  });
  afterAll(() => test.remove());

  it("a lost working copy comes back from the paper and opens every answer", async () => {
    const before = await test.read("answers/answers.csv");
    await rm(path.join(test.folder, "round.key"));
    expect((await test.refusal(pullCommand)).where).toContain("round.key");
    await test.write("paper.txt", numbered(new Uint8Array(32).fill(9)));
    const copy = path.join(test.folder, "paper.txt");
    expect((await test.refusal(keyRestoreCommand, { copy })).what).toContain("of no key of this round");
    await test.write("paper.txt", numbered(ROUND_KEY));
    expect((await test.run(keyRestoreCommand, { copy })).data).toMatchObject({
      file: "round.key",
      restored: true,
    });
    expect(await test.read("round.key")).toBe(keyText(ROUND_KEY));
    await test.run(pullCommand);
    expect(await test.read("answers/answers.csv")).toBe(before);
    expect((await test.run(keyRestoreCommand, { copy })).data).toMatchObject({ restored: false });
    await rm(copy);
  });

  it("another key that is there is not written over, and no paper makes a key of another round", async () => {
    const fresh = await makeRound();
    await fresh.write("round.key", keyText(new Uint8Array(32).fill(7)));
    await fresh.write("paper.txt", numbered(ROUND_KEY));
    const refused = await fresh.refusal(keyRestoreCommand, { copy: path.join(fresh.folder, "paper.txt") });
    expect(refused.what).toBe("another key is there, and is not written over");
    expect(await fresh.read("round.key")).toBe(keyText(new Uint8Array(32).fill(7)));
    await fresh.remove();
  });

  it("after a rotation answers under either key open, the letters' codes stay, and both papers are asked for", async () => {
    const rotated = await test.run(keyRotateCommand, { yes: true });
    expect(rotated.data).toMatchObject({ file: "round-2.key", keys: 2 });
    const second = parseKeyText(await test.read("round-2.key")) ?? new Uint8Array();
    await test.run(publishCommand);
    const edge = edgeSchema.parse(JSON.parse(await test.read("edge.json")));
    const keys = await deriveKeys(second);
    expect([edge.publicKey, edge.keyId]).toEqual([keys.publicKey, keys.keyId]);
    await inTheField(test, async (citizens) => {
      await sendSealedTo(test, citizens, second, "0751-00002");
    });
    await test.run(pullCommand);
    const answers = await test.read("answers/answers.csv");
    expect(answers).toMatch(/^0751-00001,2/m);
    expect(answers).toMatch(/^0751-00002,3/m);
    const { lines } = await test.run(keyBackupCommand);
    for (const line of [...paperCopy(ROUND_KEY), ...paperCopy(second)])
      expect(lines.join("\n")).toContain(line);
    await test.write("paper.txt", numbered(second));
    const copy = path.join(test.folder, "paper.txt");
    expect((await test.run(keyVerifyCommand, { copy })).data).toMatchObject({ file: "round-2.key" });
    await rm(path.join(test.folder, "round-2.key"));
    const lost = await test.refusal(pullCommand);
    expect(lost.where).toContain("round-2.key");
    expect((await test.run(keyRestoreCommand, { copy })).data).toMatchObject({ file: "round-2.key" });
    await test.run(pullCommand);
    expect(await test.read("answers/answers.csv")).toBe(answers);
    await rm(copy);
  });

  it("a destroyed key makes every dump unreadable, with all that the folder still holds", async () => {
    const dump = await dumpOf(test);
    expect(dump).toHaveLength(2);
    const opened = (keys: readonly Uint8Array[]) => openedWith(test, dump, keys);
    const second = parseKeyText(await test.read("round-2.key")) ?? new Uint8Array();
    expect(await opened([ROUND_KEY, second])).toBe(2);
    await test.run(purgeCommand, { stage: "key", yes: true });
    const left = await keysAnywhere(test.folder);
    expect(left.length).toBeGreaterThan(0);
    expect(await opened(left)).toBe(0);
    expect((await test.refusal(pullCommand)).where).toContain("round.key");
    expect(JSON.parse(await test.read("purge-receipt-1.json"))).toMatchObject({
      stage: "key",
      deleted: [{ kind: "keys", files: 2 }],
    });
  });
});

/** What the Worker does after a rotation has been published. */
async function sendSealedTo(
  test: TestRound,
  citizens: Citizens,
  key: Uint8Array,
  respondent: string,
): Promise<void> {
  const { publicKey, keyId } = await deriveKeys(key);
  const context = {
    rowId: await citizens.rowIdOf(respondent),
    client: "C".repeat(22),
    version: 1,
    questionnaire: "2026-1",
    keyId,
  };
  const sealed = await seal(answersTo(13, 3), context, {
    publicKey: await importPublicKey(publicKey),
    roundId: test.round.id,
  });
  const final = { ...context, municipality: respondent.slice(0, 4), sealed: sealed ?? "" };
  expect(await submitFinal(citizens.db, final, "2026-09-02")).toBe("stored");
}

async function dumpOf(test: TestRound): Promise<StoredSealedAnswers[]> {
  const { db, close } = await openDatabase({ persistTo: path.join(test.folder, "d1") });
  try {
    const rows: StoredSealedAnswers[] = [];
    for await (const row of listSealed(db)) rows.push(row);
    return rows;
  } finally {
    await close();
  }
}

async function openedWith(
  test: TestRound,
  dump: readonly StoredSealedAnswers[],
  keys: readonly Uint8Array[],
): Promise<number> {
  let opened = 0;
  for (const key of keys) {
    const { privateKey } = await deriveKeys(key);
    for (const row of dump) {
      if ((await open(row.sealed, row, { privateKey, roundId: test.round.id })) !== null) opened++;
    }
  }
  return opened;
}

/** Everything in the folder that could be a key: 43 symbols of base64url, or 64 hex digits. */
async function keysAnywhere(folder: string): Promise<Uint8Array[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const keys = new Map<string, Uint8Array>();
  for (const entry of entries.filter((e) => e.isFile())) {
    const text = (await readFile(path.join(entry.parentPath, entry.name))).toString("latin1");
    for (const [symbols] of text.matchAll(/(?<![\w-])[\w-]{43}(?![\w-])/g)) {
      const key = new Uint8Array(Buffer.from(symbols, "base64url"));
      if (key.length === 32) keys.set(symbols, key);
    }
    for (const [hex] of text.matchAll(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g))
      keys.set(hex, new Uint8Array(Buffer.from(hex, "hex")));
  }
  return [...keys.values()];
}
