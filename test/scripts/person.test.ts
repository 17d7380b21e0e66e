/** What a citizen may ask for, on a real D1 with answers in it; and what a restored backup must not bring back. */
import { cp, readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deriveKeys, tokenFor } from "#db/keys.ts";
import { listAnswersOf } from "#db/queries/listAnswersOf.ts";
import { rowIds } from "#db/rowId.ts";
import { formatCode } from "#survey/code.ts";
import { main } from "../../scripts/cli.ts";
import type { Command, CommandResult, OptionValues } from "../../scripts/command.ts";
import { defaultEffects, quiet, type Effects } from "../../scripts/effects.ts";
import { openDatabase } from "../../scripts/io/d1.ts";
import { withoutRows } from "../../scripts/person/erasures.ts";
import { personCopyCommand, personLetterCommand } from "../../scripts/personCopy.ts";
import { personEraseCommand, personOptOutCommand } from "../../scripts/personErase.ts";
import { pullCommand } from "../../scripts/pull.ts";
import { publishCommand } from "../../scripts/publish.ts";
import { Run } from "../../scripts/run.ts";
import { answersTo, inTheField, makeRound, ROUND_KEY, type TestRound } from "./statusRound.ts";

const ASKS = "0751-00001";
const WITHDREW = "0751-00002";
const STAYS = "0760-00001";
const WORDS = "Sagsbehandleren hørte efter";

const effects: Effects = {
  ...quiet(defaultEffects),
  now: () => new Date("2026-09-03T10:00:00Z"),
  warn: () => {},
  input: () => Promise.resolve(null),
};

const codeOf = async (respondent: string): Promise<string> =>
  formatCode(await tokenFor((await deriveKeys(ROUND_KEY)).tokenKey, respondent));

describe("person", { timeout: 240_000 }, () => {
  let test: TestRound;
  let backup: string;
  beforeAll(async () => {
    test = await makeRound();
    await test.run(publishCommand);
    await inTheField(test, async (citizens) => {
      await citizens.send(ASKS, { ...answersTo(13), q14: WORDS, l1: 2 });
      await citizens.send(WITHDREW, answersTo(13));
      await citizens.send(STAYS, answersTo(13));
    });
    await test.run(pullCommand);
    await test.write("export/answers.csv", "group\nx\n");
    backup = path.join(test.folder, "..", `${path.basename(test.folder)}-backup`);
    for (const name of ["d1", "answers"])
      await cp(path.join(test.folder, name), path.join(backup, name), { recursive: true });
  });
  afterAll(async () => {
    await test.remove();
    await rm(backup, { recursive: true, force: true });
  });

  /** Runs a command with what the person types. */
  const typing = (typed: string | null, command: Command, options: OptionValues): Promise<CommandResult> =>
    command.run(
      new Run(test.folder, command.name, { ...effects, ask: () => Promise.resolve(typed) }),
      options,
    );
  const identityOf = async (respondent: string): Promise<string[]> =>
    (
      (await test.read("sample/identities.csv")).split("\n").find((row) => row.startsWith(respondent)) ?? ""
    ).split(",");
  const stored = async (respondent: string): Promise<number> => {
    const { tokenKey, pepper } = await deriveKeys(ROUND_KEY);
    const rowId = await (await rowIds(pepper))(await tokenFor(tokenKey, respondent));
    const { db, close } = await openDatabase({ persistTo: path.join(test.folder, "d1") });
    try {
      return (await listAnswersOf(db, rowId)).length;
    } finally {
      await close();
    }
  };
  const restore = async (): Promise<void> => {
    for (const name of ["d1", "answers"]) {
      await rm(path.join(test.folder, name), { recursive: true });
      await cp(path.join(backup, name), path.join(test.folder, name), { recursive: true });
    }
  };

  it("is found by CPR number, code or number; what was typed is never shown", async () => {
    const [, , cpr = ""] = await identityOf(ASKS);
    const typed = [
      [`${cpr.slice(0, 6)}-${cpr.slice(6)}`, { cpr: true }],
      [(await codeOf(ASKS)).toLowerCase(), { code: true }],
      [null, { respondent: ASKS }],
    ] as const;
    for (const [text, options] of typed) {
      expect((await typing(text, personLetterCommand, options)).data).toMatchObject({ respondent: ASKS });
    }
    const refused = [
      [cpr.replace(/^\d/, "9"), { cpr: true }, "no CPR number"],
      ["290204-0005", { cpr: true }, "nobody in this round's sample"],
      ["ABCD", { code: true }, "no personal code"],
      [null, { code: true }, "nothing was typed"],
      [null, {}, "not said who asks"],
      [cpr, { cpr: true, code: true }, "not said who asks"],
    ] as const;
    for (const [text, options, what] of refused) {
      const error = await typing(text, personLetterCommand, options).then(
        () => "it was found",
        (thrown: unknown) => String(thrown),
      );
      expect(error).toContain(what);
      expect(error).not.toContain(text ?? WORDS);
    }
  });

  it("gets a copy of everything: extract, sample, letters, the answers opened with the key", async () => {
    await typing(null, personCopyCommand, { respondent: ASKS });
    const [, , cpr = "", phone = ""] = await identityOf(ASKS);
    const copy: unknown = JSON.parse(await test.read(`copies/${ASKS}.json`));
    expect(copy).toMatchObject({
      respondent: ASKS,
      identity: { cpr, phone },
      sample: { target_group: "dagpenge" },
      standing: { submittedOn: "2026-09-01" },
      answers: [{ sent: true, questionnaire: "2026-1", answers: { q1: 2, q14: WORDS, l1: 2 } }],
      wishes: [],
    });
    const page = await test.read(`copies/${ASKS}.html`);
    for (const text of [
      cpr.slice(6),
      WORDS,
      "I høj grad",
      "Kender du jobhuset?",
      "Nej",
      "1. september 2026",
      "under 30",
      "50\u00a0%",
    ])
      expect(page).toContain(text);
    const pdf = await readFile(path.join(test.folder, `copies/${ASKS}-brev.pdf`));
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  });

  it("is sent no more letters, and keeps the answers", async () => {
    await typing(null, personOptOutCommand, { respondent: STAYS });
    expect(await test.read("erasures.csv")).toContain(`${STAYS},no_reminders,`);
    expect(await stored(STAYS)).toBe(1);
  });

  it("is erased in database, tables and what was made of them; the journal has the number, not who", async () => {
    await expect(typing("no", personEraseCommand, { respondent: ASKS })).rejects.toThrow(
      "nothing was erased",
    );
    expect(await stored(ASKS)).toBe(1);
    const { data, lines } = await typing(ASKS, personEraseCommand, { respondent: ASKS });
    const copies = [`copies/${ASKS}-brev.pdf`, `copies/${ASKS}.html`, `copies/${ASKS}.json`];
    expect(data).toMatchObject({ rows: 3, deleted: ["export/answers.csv", ...copies] });
    expect(lines.join("\n")).toContain("no new ones are taken");
    expect(await stored(ASKS)).toBe(0);
    expect(await inFolder(test, WORDS)).toEqual([]);
    expect(await test.read("answers/answers.csv")).toMatch(/^0751-00002,/m);
    const journal = await test.read("journal.jsonl");
    const [, , cpr = ""] = await identityOf(ASKS);
    expect(journal).toContain(`"person":{"act":"erase","respondent":"${ASKS}"}`);
    for (const secret of [cpr, (await codeOf(ASKS)).replaceAll("-", "")])
      expect(journal).not.toContain(secret);
    await expect(typing(null, personLetterCommand, { respondent: ASKS })).rejects.toThrow("erased for good");
  });

  it("stays erased when a backup is put back, whatever command runs first; so does who withdrew on the page", async () => {
    await inTheField(test, (citizens) => citizens.withdraw(WITHDREW));
    await test.run(pullCommand);
    expect(await test.read("erasures.csv")).toContain(`${WITHDREW},withdrawn,`);
    await restore();
    expect(await test.read("answers/freetext.csv")).toContain(WORDS);
    // A command that has nothing to do with answers.
    expect(await main(["plan", test.folder], effects)).toBe(0);
    for (const table of ["answers", "freetext", "local"])
      expect(await test.read(`answers/${table}.csv`)).not.toContain(ASKS);
    expect(await main(["status", test.folder], effects)).toBe(0);
    expect([await stored(ASKS), await stored(WITHDREW), await stored(STAYS)]).toEqual([0, 0, 1]);
    expect(await main(["pull", test.folder], effects)).toBe(0);
    expect((await test.read("answers/answers.csv")).match(/^0\d{3}-\d{5}/gm)).toEqual([STAYS]);
    // A database made anew from the sample has them erased before anybody can answer again.
    await rm(path.join(test.folder, "d1"), { recursive: true });
    await test.run(publishCommand);
    await expect(inTheField(test, (citizens) => citizens.send(ASKS, answersTo(13)))).rejects.toThrow(
      "withdrawn",
    );
  });

  it("refuses a list of erasures that somebody has broken", async () => {
    const list = await test.read("erasures.csv");
    await test.write("erasures.csv", `${list}somebody,erased,today\n`);
    expect(await main(["plan", test.folder], effects)).toBe(1);
    await test.write("erasures.csv", list);
  });
});

describe("rows cut from a table", () => {
  it("keep line breaks and quotation marks in the rows that stay", () => {
    const text = 'respondent,text\n0751-00001,"a ""b""\n0751-00002,c"\n0751-00002,d\n';
    expect(withoutRows(text, new Set(["0751-00002"]))).toEqual({
      text: 'respondent,text\n0751-00001,"a ""b""\n0751-00002,c"\n',
      cut: 1,
    });
    expect(withoutRows(text, new Set(["0751-00003"]))).toEqual({ text, cut: 0 });
  });
});

/** Names of the files that hold the text. */
async function inFolder(test: TestRound, text: string): Promise<string[]> {
  const entries = await readdir(test.folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((e) => e.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    if ((await readFile(file)).includes(text)) found.push(path.relative(test.folder, file));
  }
  return found.toSorted();
}
