import { readXlsx, writeXlsx } from "hucre/xlsx";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { acceptedTextsSchema, type AcceptedTexts } from "#survey/freetext/acceptedTexts.ts";
import { FREETEXT_COLUMNS } from "#survey/files.ts";
import { readTable, writeTable } from "../../scripts/io/table.ts";
import { reviewCommand } from "../../scripts/review.ts";
import { writeAnswers } from "./estimateAnswers.ts";
import { makeRound, SETTINGS, type TestRound } from "./statusRound.ts";

const WORKBOOK = "review/freetext.xlsx";
const BY = { reviewer: "Karin Prøve" };
const HEADINGS = [
  "Nr.",
  "Kommune",
  "Målgruppe",
  "Spørgsmål",
  "Tekst",
  "Se især efter",
  "Afgørelse",
  "Rettet tekst",
];

/** What the reviewer does to a row of the workbook, by its text. */
type Decide = (text: string) => readonly [decision: string, edited?: string];

describe("review", () => {
  let test: TestRound;
  let texts: { respondent: string; text: string }[];

  const write = async (rows: readonly { respondent: string; text: string }[]): Promise<void> =>
    test.write(
      "answers/freetext.csv",
      writeTable(
        FREETEXT_COLUMNS,
        rows.map((row, i) => ({
          ...row,
          municipality: row.respondent.slice(0, 4),
          question: i % 2 === 0 ? "q14" : "q15",
        })),
      ),
    );

  beforeEach(async () => {
    // In 0492 nobody's group has five answers.
    test = await makeRound(SETTINGS, { "0751": 80, "0760": 80, "0492": 8 });
    const answered = await writeAnswers(test, 0.8);
    const of = (code: string, n: number): string => answered.filter((r) => r.startsWith(code))[n] ?? "";
    texts = [
      { respondent: of("0751", 0), text: "De lytter. [navn] er god." },
      { respondent: of("0751", 0), text: "Kortere breve" },
      { respondent: of("0760", 1), text: "'=1+1 samtaler" },
      { respondent: of("0760", 2), text: "Linje et\nlinje to hos Dzenana på Vestergade 12" },
      { respondent: of("0492", 0), text: "Alle kender mig her" },
    ];
    await write(texts);
  });
  afterEach(() => test.remove());

  const sheet = async (file = WORKBOOK) => {
    const { sheets } = await readXlsx(await readFile(path.join(test.folder, file)));
    return sheets;
  };
  const decide = async (how: Decide, change: (rows: unknown[][]) => void = () => {}): Promise<void> => {
    const [guide, list] = await sheet();
    const rows = (list?.rows ?? []).map((row) => [...row]);
    for (const row of rows.slice(1)) {
      const [decision, edited] = how(String(row[4]));
      row[6] = decision;
      row[7] = edited ?? null;
    }
    change(rows);
    const bytes = await writeXlsx({
      sheets: [
        { name: guide?.name ?? "", rows: guide?.rows ?? [] },
        { name: "Tekster", rows },
      ],
    });
    await test.write(WORKBOOK, bytes);
  };
  const accepted = async (): Promise<AcceptedTexts> =>
    acceptedTextsSchema.parse(JSON.parse(await test.read("review/texts.json")));
  const quoted = async (): Promise<string[]> =>
    (await accepted()).municipalities.flatMap((m) => m.questions.flatMap((q) => q.texts)).toSorted();

  it("makes a workbook to decide in, of the texts from large enough groups, and accepts none", async () => {
    const result = await test.run(reviewCommand);
    expect(result.data).toMatchObject({ texts: 4, pending: 4, fromSmallCells: 1, accept: 0 });
    const [guide, list] = await sheet();
    expect(guide?.rows.flat().join(" ")).toContain("Ville en nabo eller en kollega kunne se, hvem det er?");
    expect(list?.rows[0]).toEqual(HEADINGS);
    expect(list?.freezePane).toMatchObject({ rows: 1 });
    expect(list?.dataValidations?.[0]).toMatchObject({ type: "list", range: "G2:G5" });
    expect(list?.rows.slice(1).map((row) => row[4])).not.toContain("Alle kender mig her");
    expect(await quoted()).toEqual([]);
  });

  it("keeps a citizen's text from being a formula, and hints at what may be somebody", async () => {
    await test.run(reviewCommand);
    const [, list] = await sheet();
    const rows = list?.rows.slice(1) ?? [];
    expect(rows.map((row) => row[4])).toContain("=1+1 samtaler");
    expect([...(list?.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined)).toEqual([]);
    expect(rows.find((row) => String(row[4]).startsWith("Linje"))?.[5]).toBe("Vestergade 12, Dzenana");
  });

  it("takes what was accepted and edited, scans edits again, and remembers who decided", async () => {
    await test.run(reviewCommand);
    await decide((text) => {
      if (text.startsWith("Linje")) return ["ret", "Hos min sagsbehandler Lone, ring 20 30 40 50"];
      return text.startsWith("Kortere") ? ["afvis"] : ["Godkend "];
    });
    const result = await test.run(reviewCommand, BY);
    expect(result.data).toMatchObject({ accept: 2, edit: 1, reject: 1, pending: 0, maskedAgain: 1 });
    expect(await quoted()).toEqual([
      "=1+1 samtaler",
      "De lytter. [navn] er god.",
      "Hos min sagsbehandler [navn], ring [telefon]",
    ]);
    const rows = readTable(
      await test.read("review/decisions.csv"),
      ["reviewer", "reviewed_on"],
      "decisions.csv",
    );
    expect(rows).toHaveLength(4);
    expect(rows[0]).toEqual({ reviewer: "Karin Prøve", reviewed_on: "2026-09-03" });
    expect(await test.read("journal.jsonl")).toContain('"reviewer":"Karin Prøve"');
    expect(await test.read("review/texts.json")).not.toMatch(/dagpenge|jobparate|\d{4}-\d{5}/);
  });

  it("keeps decisions when it is made again, and lets a changed or withdrawn text lapse", async () => {
    await test.run(reviewCommand);
    await decide(() => ["godkend"]);
    await test.run(reviewCommand, BY);
    await write(
      texts.map((row, i) => (i === 0 ? { ...row, text: "De lytter ikke." } : row)).filter((_, i) => i !== 1),
    );
    const result = await test.run(reviewCommand);
    expect(result.data).toMatchObject({ texts: 3, accept: expect.any(Number) });
    expect(await quoted()).not.toContain("Kortere breve");
    expect(await quoted()).not.toContain("De lytter ikke.");
  });

  it("never writes over decisions that have not been read", async () => {
    await test.run(reviewCommand);
    await decide(() => ["godkend"]);
    expect((await test.refusal(reviewCommand)).what).toContain("has not been read yet");
    await test.run(reviewCommand, BY);
    await expect(test.run(reviewCommand)).resolves.toMatchObject({ data: { accept: 4 } });
  });

  it.each<[string, Decide, (rows: unknown[][]) => void, string]>([
    ["an unknown decision", () => ["ja"], () => {}, "neither godkend, ret, afvis"],
    ["an edit without a text", () => ["ret"], () => {}, "needs a text"],
    ["a text without an edit", () => ["godkend", "Nyt"], () => {}, "is not »ret«"],
    [
      "a text changed in its place",
      () => ["godkend"],
      (rows) => void rows[1]?.splice(4, 1, "Andet"),
      "row 2: »Tekst« was changed",
    ],
    ["a row twice", () => ["godkend"], (rows) => void rows.push(rows[1] ?? []), "stands twice"],
    [
      "a missing column",
      () => ["godkend"],
      (rows) => void rows[0]?.splice(6, 1, "Beslutning"),
      "»Afgørelse« is missing",
    ],
  ])("refuses %s by its row, quotes no text, and reads nothing", async (_, how, change, what) => {
    await test.run(reviewCommand);
    const before = await test.read("review/texts.json");
    await decide(how, change);
    const error = await test.refusal(reviewCommand, BY);
    expect(error.what).toContain(what);
    expect(error.what).not.toMatch(/lytter|Kortere/);
    expect(await test.read("review/texts.json")).toBe(before);
  });

  it("refuses a file that is no workbook, a reviewer without a name, and a round without texts", async () => {
    await test.run(reviewCommand);
    await test.write(WORKBOOK, "not a workbook");
    expect((await test.refusal(reviewCommand, BY)).where).toContain(WORKBOOK);
    expect((await test.refusal(reviewCommand, { reviewer: " " })).where).toBe("--reviewer");
    await test.write("answers/freetext.csv", "respondent,municipality,question,text\nx,0751,q14,y\n");
    expect((await test.refusal(reviewCommand)).what).toContain("not in the sample");
  });
});
