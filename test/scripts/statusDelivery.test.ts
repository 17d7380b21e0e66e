import { writeFile } from "node:fs/promises";
import path from "node:path";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deriveKeys, tokenFor } from "#db/keys.ts";
import { formatCode } from "#survey/code.ts";
import { DISPOSITION_COLUMNS, IDENTITY_COLUMNS } from "#survey/files.ts";
import { DELIVERY_OUTCOMES } from "#survey/contact/delivery.ts";
import { DELIVERY_HEADINGS, DELIVERY_WORDS } from "#survey/contact/deliveryWords.ts";
import { fold } from "#survey/frame/fold.ts";
import { readTable } from "../../scripts/io/table.ts";
import { readJournal } from "../../scripts/journal.ts";
import { lettersCommand } from "../../scripts/letters.ts";
import { Run } from "../../scripts/run.ts";
import { defaultEffects } from "../../scripts/effects.ts";
import { statusCommand } from "../../scripts/status.ts";
import { answersTo, inTheField, makeRound, ROUND_KEY, type TestRound } from "./statusRound.ts";

describe("the words of delivery reports", () => {
  it("mean one thing each", () => {
    const words = DELIVERY_OUTCOMES.flatMap((outcome) => DELIVERY_WORDS[outcome].map((word) => fold(word)));
    expect(new Set(words).size).toBe(words.length);
    const headings = Object.values(DELIVERY_HEADINGS)
      .flat()
      .map((heading) => fold(heading));
    expect(new Set(headings).size).toBe(headings.length);
  });
});

describe("status --delivery", () => {
  let test: TestRound;
  let cpr: Map<string, string>;
  const file = (name: string): string => path.join(test.folder, name);
  const deliver = async (name: string, rows: readonly (readonly string[])[], mark = ";") => {
    await writeFile(file(name), rows.map((row) => row.join(mark)).join("\r\n"));
    return test.run(statusCommand, { delivery: file(name) });
  };
  const refuse = async (name: string, rows: readonly (readonly string[])[]) => {
    await writeFile(file(name), rows.map((row) => row.join(";")).join("\r\n"));
    return test.refusal(statusCommand, { delivery: file(name) });
  };
  const dispositionOf = async (respondent: string): Promise<string | undefined> =>
    readTable(await test.read("status/dispositions.csv"), DISPOSITION_COLUMNS, "dispositions").find(
      (row) => row.respondent === respondent,
    )?.disposition;
  const recipients = async (wave: string, code: string) =>
    readTable(
      await test.read(`waves/${wave}/${code}/recipients.csv`),
      ["respondent", "channel", "sms", "as_of"],
      "recipients",
    );

  beforeAll(async () => {
    test = await makeRound();
    await test.run(lettersCommand, { wave: "0" });
    await inTheField(test, async (citizens) => citizens.send("0751-00001", answersTo(13)));
    cpr = new Map(
      readTable(await test.read("sample/identities.csv"), IDENTITY_COLUMNS, "identities").map((row) => [
        row.respondent,
        row.cpr,
      ]),
    );
  });
  afterAll(() => test.remove());
  const of = (n: number): string => cpr.get(`0751-${String(n).padStart(5, "0")}`) ?? "";

  it("reads CSV by CPR number in Danish spellings, under title rows, and says what it found", async () => {
    const { lines, data } = await deliver("levering.csv", [
      ["Leveringsrapport for Aarhus"],
      ["CPR-nr.", "Leveringsstatus", "Dato"],
      [of(1), "LEVERET", "25-08-2026"],
      [of(2), "Ikke tilmeldt Digital Post", "25-08-2026"],
      [of(3), "afgået ved døden", "26.08.2026"],
      [of(4), "Flyttet til udlandet", "27-08-2026"],
      [`${of(5).slice(0, 6)}-${of(5).slice(6)}`, "Ønsker ikke at deltage", ""],
    ]);
    expect(lines[0]).toBe(
      "levering.csv: 1 delivered, 1 without Digital Post, 1 want no more letters, 1 moved, 1 deceased",
    );
    expect(data["delivery"]).toMatchObject({ known: false, deceased: 1, notRegistered: 1 });
    expect(await Promise.all([2, 3, 4, 5].map((n) => dispositionOf(`0751-0000${n}`)))).toEqual([
      "3.19",
      "2.31",
      "3.32",
      "2.111",
    ]);
  });

  it("reads a workbook by personal code or link, and commas by phone", async () => {
    const { tokenKey } = await deriveKeys(ROUND_KEY);
    const code = formatCode(await tokenFor(tokenKey, "0751-00006"));
    const linked = `https://svar.example.dk/aarhus/#${formatCode(await tokenFor(tokenKey, "0751-00007"))}`;
    const book = await writeXlsx({
      sheets: [
        {
          name: "Retur",
          rows: [
            ["Kode", "Returårsag"],
            [code, "Ubekendt efter adressen"],
            [linked, "Retur"],
          ],
        },
      ],
    });
    await writeFile(file("retur.xlsx"), book);
    const { data } = await test.run(statusCommand, { delivery: file("retur.xlsx") });
    expect(data["delivery"]).toMatchObject({ returned: 2 });
    // 0751-00009 has 20 30 10 08.
    const phones = await deliver(
      "sms.csv",
      [
        ["Telefonnr.", "SMS-status"],
        ["20 30 10 08", "SMS ikke leveret"],
      ],
      ",",
    );
    expect(phones.data["delivery"]).toMatchObject({ phoneDead: 1 });
  });

  it("changes nothing when it is read again, and the journal has it", async () => {
    const before = await test.read("status/dispositions.csv");
    const { lines } = await test.run(statusCommand, { delivery: file("levering.csv") });
    expect(lines[0]).toContain("was taken in before");
    expect(await test.read("status/dispositions.csv")).toBe(before);
    const journal = await readJournal(new Run(test.folder, "status", defaultEffects));
    const stored = journal
      .flatMap((line) => line.written)
      .filter((f) => f.file.startsWith("status/delivery/"));
    expect(stored).toHaveLength(3);
    expect(journal.some((line) => line.read.some((f) => f.file === "levering.csv"))).toBe(true);
    for (const { file: name } of stored) expect(await test.read(name)).not.toMatch(/\d{10}/);
  });

  it("resolves a contradiction by the later day, and lets »leveret« take nothing back", async () => {
    await deliver("rettelse.csv", [
      ["CPR", "Status", "Dato"],
      [of(4), "Meldt ved en fejl", "28-08-2026"],
      [of(3), "Leveret", "30-08-2026"],
    ]);
    expect(await dispositionOf("0751-00004")).toBe("3.19");
    expect(await dispositionOf("0751-00003")).toBe("2.31");
  });

  it("keeps the dead and those who refused from reminders, and turns to paper without Digital Post", async () => {
    const { lines, data } = await test.run(lettersCommand, { wave: "1" });
    const rows = await recipients("1", "0751");
    const names = rows.map((row) => row.respondent);
    for (const n of [1, 3, 5]) expect(names).not.toContain(`0751-0000${n}`);
    expect(rows.find((row) => row.respondent === "0751-00002")).toMatchObject({
      channel: "paper",
      as_of: "2026-09-03T10:00:00Z",
    });
    expect(rows.find((row) => row.respondent === "0751-00004")?.channel).toBe("digital");
    expect(rows.find((row) => row.respondent === "0751-00009")?.sms).toBe("0");
    expect(lines.join("\n")).toContain(
      "of the 24 of the wave before: 1 deceased, 1 asked for no more, 1 have answered, 1 change to paper",
    );
    expect(data["municipalities"]).toContainEqual(
      expect.objectContaining({ municipality: "0751", letters: 21 }),
    );
  });

  it.each<[string, readonly (readonly string[])[], RegExp]>([
    [
      "a stranger",
      [["0202701112", "Retur"]],
      /^1 row of the report .* row 2 names somebody who is not in the sample$/,
    ],
    ["words that are not known", [["@1", "Hund bed postbuddet"]], /row 2 has a status that is not known/],
    ["no status", [["@1", ""]], /row 2 has no status/],
    ["a CPR number that is none", [["12", "Retur"]], /row 2 has something in the CPR column/],
    [
      "several rows",
      [
        ["@1", "Retur"],
        ["0202701112", "Retur"],
        ["@2", "?"],
        ["x", "Retur"],
      ],
      /^3 rows .*row 3 names.*row 4 has.*row 5 has/,
    ],
  ])("refuses the whole file for %s, by row number and without the number", async (_, rows, expected) => {
    const before = await test.read("status/dispositions.csv");
    const filled = rows.map((row) =>
      row.map((cell) => (cell.startsWith("@") ? of(Number(cell.slice(1)) + 10) : cell)),
    );
    const error = await refuse("forkert.csv", [["CPR", "Status"], ...filled]);
    expect(error.what).toMatch(expected);
    expect(error.message).not.toMatch(/\d{9}/);
    expect(await test.read("status/dispositions.csv")).toBe(before);
  });

  it("refuses a file without a header, one that is no table, and a date to come", async () => {
    expect((await refuse("uden.csv", [["hej"], ["med dig"]])).what).toContain(
      "no row of the file is a header",
    );
    await writeFile(file("tom.xlsx"), "");
    expect((await test.refusal(statusCommand, { delivery: file("tom.xlsx") })).what).toContain("empty");
    const late = await refuse("sen.csv", [
      ["CPR", "Status", "Dato"],
      [of(11), "Retur", "01-10-2026"],
    ]);
    expect(late.what).toContain("row 2 has a date");
  });

  it("reads a remark beside the status, and takes none in that it does not understand", async () => {
    const header = ["CPR", "Status", "Fejlkode", "Bemærkning"];
    const { data } = await deliver("bemaerket.csv", [
      header,
      [of(10), "Leveret", "0", "Afdød"],
      [of(11), "Leveret", "0", ""],
    ]);
    expect(data["delivery"]).toMatchObject({ delivered: 2, deceased: 1 });
    expect(await dispositionOf("0751-00010")).toBe("2.31");
    const { what } = await refuse("bemaerket-2.csv", [header, [of(11), "Leveret", "0", "Døde i går"]]);
    expect(what).toContain("row 2 has a remark beside the status that is no known status");
  });
});

describe("status --for-municipality", () => {
  it("shows no small count, in figures or in words", async () => {
    const test = await makeRound();
    try {
      await test.run(lettersCommand, { wave: "0" });
      await inTheField(test, async (citizens) => {
        for (let n = 1; n <= 11; n++)
          await citizens.send(`0751-${String(n).padStart(5, "0")}`, answersTo(13));
        await citizens.optOut("0751-00012");
      });
      const { lines } = await test.run(statusCommand, { forMunicipality: "0751" });
      expect(lines.at(-1)).toContain("report-0751.html");
      const page = await test.read("status/report-0751.html");
      expect(page).toContain("<title>Status for Aarhus</title>");
      expect(page).not.toMatch(/Ringkøbing|Ærø/);
      // 11 answers in four groups of at most three; one opt-out; 12 nothing heard.
      const cells = [...page.matchAll(/<td class="number">([^<]*)<\/td>/g)].map((match) => match[1]);
      const numbers = cells.filter((cell) => /^\d+$/.test(cell ?? "")).map(Number);
      expect(Math.min(...numbers)).toBeGreaterThanOrEqual(5);
      expect(cells.filter((cell) => cell === "vises ikke").length).toBeGreaterThanOrEqual(6);
      const unknown = await test.refusal(statusCommand, { forMunicipality: "0101" });
      expect(unknown.how).toContain("0751");
    } finally {
      await test.remove();
    }
  });
});
