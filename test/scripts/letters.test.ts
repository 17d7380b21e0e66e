import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { readXlsx } from "hucre/xlsx";
import { parseCsv } from "hucre/csv";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatCode, parseCode } from "#survey/code.ts";
import { readTable } from "../../scripts/io/table.ts";
import { lettersCommand } from "../../scripts/letters.ts";
import { zipEntries } from "../../scripts/purge/zip.ts";
import { readPdf } from "./pdfReader.ts";
import { answersTo, inTheField, makeRound, SETTINGS, SIZES, type TestRound } from "./statusRound.ts";

const FILES = [
  "recipients.csv",
  "flettefil.xlsx",
  "flettefil.csv",
  "flettefil-openpostbud.csv",
  "brev.docx",
  "brev-openpostbud.docx",
  "breve.pdf",
  "memo.zip",
  "vejledning.pdf",
];
const SMS = { "0751": true, "0760": true, "0492": false };

const recipientsOf = async (test: TestRound, wave: number, code: string): Promise<string[]> =>
  readTable(await test.read(`waves/${wave}/${code}/recipients.csv`), ["respondent"], "recipients.csv").map(
    (row) => row.respondent,
  );

const bytesOf = async (test: TestRound, folder: string, names: readonly string[]): Promise<string[]> =>
  Promise.all(
    names.map(async (name) => (await readFile(path.join(test.folder, folder, name))).toString("base64")),
  );

describe("letters --wave 0", () => {
  let test: TestRound;
  beforeAll(async () => {
    test = await makeRound();
    await test.run(lettersCommand, { wave: "0" });
  });
  afterAll(() => test.remove());

  it("invites the whole sample, with every file of the wave", async () => {
    for (const [code, size] of Object.entries(SIZES)) {
      expect(await recipientsOf(test, 0, code)).toHaveLength(size);
      for (const name of FILES) await expect(test.read(`waves/0/${code}/${name}`)).resolves.not.toBe("");
    }
    await expect(test.read("waves/0/0492/sms.csv")).rejects.toThrow("ENOENT");
  });

  it("writes CPR numbers as ten digits of text, in the workbook and in the CSV", async () => {
    const identities = readTable(
      await test.read("sample/identities.csv"),
      ["cpr", "municipality"],
      "identities",
    );
    const cprs = identities.filter((row) => row.municipality === "0751").map((row) => row.cpr);
    const book = await readXlsx(await readFile(path.join(test.folder, "waves/0/0751/flettefil.xlsx")));
    const rows = book.sheets[0]?.rows ?? [];
    expect(rows[0]).toEqual(["CPR", "Link", "Kode", "Svarfrist"]);
    expect(rows.slice(1).map((row) => row[0])).toEqual(cprs);
    const text = await test.read("waves/0/0751/flettefil.csv");
    expect(text).toMatch(/^\ufeff"CPR";"Link"/);
    const csv = parseCsv(text, { delimiter: ";", skipEmptyRows: true });
    expect(csv.slice(1).map((row) => row[0])).toEqual(cprs);
  });

  it("gives each person a link and a code of their own that fit each other", async () => {
    const csv = parseCsv(await test.read("waves/0/0760/flettefil.csv"), {
      delimiter: ";",
      skipEmptyRows: true,
    });
    expect(csv[0]).toEqual(["CPR", "Navn", "Link", "Kode", "Svarfrist"]);
    const codes = csv.slice(1).map((row) => String(row[3]));
    expect(new Set(codes).size).toBe(SIZES["0760"]);
    for (const [, name, link, code, deadline] of csv.slice(1)) {
      const parsed = parseCode(String(code));
      expect(parsed.ok && formatCode(parsed.code)).toBe(code);
      expect(link).toBe(`https://svar.example.dk/ringkoebing-skjern/#${String(code)}`);
      expect(name).toMatch(/^Åse Ø'Hara \d+$|^borger$/);
      expect(deadline).toBe("20. september 2026");
    }
  });

  it("writes what OpenPostbud reads: commas, Memo Modtager of ten digits, Memo Label, one line a letter", async () => {
    const text = await test.read("waves/0/0760/flettefil-openpostbud.csv");
    const [header, ...rows] = parseCsv(text, { delimiter: ",", skipEmptyRows: true });
    expect(header).toEqual(["Memo Modtager", "Memo Label", "Navn", "Link", "Kode", "Svarfrist"]);
    expect(rows).toHaveLength(SIZES["0760"] ?? 0);
    for (const row of rows) {
      expect(row[0]).toMatch(/^\d{10}$/);
      expect(row[1]).toBe("Kort spørgeskema fra Ringkøbing-Skjern Kommune");
    }
  });

  it("reveals no target group, benefit or jobcenter in any file but the letter", async () => {
    for (const [code, sms] of Object.entries(SMS)) {
      for (const name of [
        "recipients.csv",
        "flettefil.csv",
        "flettefil-openpostbud.csv",
        ...(sms ? ["sms.csv"] : []),
      ]) {
        const text = await test.read(`waves/0/${code}/${name}`);
        expect(text).not.toMatch(/dagpenge|parate|sygedag|jobcenter|ydelse|kontanthj/iu);
      }
    }
  });

  it("names no target group and no benefit in any file, its properties and sheet names included", async () => {
    const group = /dagpenge|parate|sygedag|kontanthj|uddannelseshj|ressourceforl|ledighedsy|target_group/iu;
    for (const code of Object.keys(SIZES)) {
      for (const name of [...FILES, ...(code === "0492" ? [] : ["sms.csv"])]) {
        expect(name).not.toMatch(group);
        const bytes = await readFile(path.join(test.folder, `waves/0/${code}/${name}`));
        const inside = /\.(xlsx|docx|zip)$/.test(name) ? [...zipEntries(bytes, 10_000_000)] : [bytes];
        const pages = name.endsWith(".pdf") ? readPdf(bytes).pages.map(({ text }) => text) : [];
        const letters = inside.flatMap((part) =>
          Array.from(part.toString().matchAll(/<memo:content>([^<]+)</g), ([, base64 = ""]) =>
            Buffer.from(base64, "base64").toString(),
          ),
        );
        for (const text of [...inside.map(String), ...pages, ...letters]) expect(text).not.toMatch(group);
      }
    }
  });

  it("sends text messages only to Danish numbers, in plain characters, saying that a letter is sent", async () => {
    const rows = readTable(
      await test.read("waves/0/0751/sms.csv"),
      ["phone", "text", "parts", "sender"],
      "sms.csv",
    );
    // A quarter of 24 has no phone, one more is Swedish.
    expect(rows).toHaveLength(17);
    for (const { phone, text, parts, sender } of rows) {
      expect(phone).toMatch(/^45\d{8}$/);
      expect(text).toContain("har sendt dig et brev med et kort spørgeskema");
      expect(text).toMatch(/https:\/\/svar\.example\.dk\/aarhus\/#[0-9A-Z-]{19}/);
      expect(parts).toBe("1");
      expect(sender).toBe("Aarhus");
    }
    const codes = readTable(await test.read("waves/0/0760/sms.csv"), ["text", "sender"], "sms.csv");
    expect(codes[0]?.text).toMatch(/^Ringkøbing-Skjern Kommune .* [Kk]ode er [0-9A-Z]{4}-/);
    expect(codes[0]?.text).not.toContain("http");
    expect(codes[0]?.sender).toBe("Kommunen");
  });

  it("gives the same bytes when it is repeated", async () => {
    const before = await bytesOf(test, "waves/0/0760", [...FILES, "sms.csv"]);
    // A zip file names moments in steps of two seconds.
    await new Promise((resolve) => setTimeout(resolve, 2100));
    const { data } = await test.run(lettersCommand, { wave: "0" });
    expect(await bytesOf(test, "waves/0/0760", [...FILES, "sms.csv"])).toEqual(before);
    expect(data["municipalities"]).toContainEqual(
      expect.objectContaining({ municipality: "0760", frozen: true, added: 0, removed: 0, changed: [] }),
    );
  });

  it("keeps the list when the sample has grown, and says that others are not on it", async () => {
    const grown = await makeRound();
    try {
      await grown.run(lettersCommand, { wave: "0" });
      const before = await grown.read("waves/0/0492/recipients.csv");
      const add = async (name: string, line: string) =>
        grown.write(name, `${await grown.read(name)}${line}\n`);
      await add("sample/sample.csv", "0492-00005,0492,dagpenge,f,30-39,26-51,1-2,0,0.5,0");
      await add("sample/identities.csv", "0492-00005,0492,0302701112,,");
      const { lines } = await grown.run(lettersCommand, { wave: "0" });
      expect(await grown.read("waves/0/0492/recipients.csv")).toBe(before);
      expect(lines.join("\n")).toMatch(/the list was made .* and is kept: 1 others are not on it/);
    } finally {
      await grown.remove();
    }
  });

  it("invites a supplement alone, in its own folder, and touches nobody invited before", async () => {
    const grown = await makeRound();
    try {
      await grown.run(lettersCommand, { wave: "0" });
      const before = await grown.read("waves/0/0492/recipients.csv");
      const add = async (name: string, line: string) =>
        grown.write(name, `${await grown.read(name)}${line}\n`);
      await add("sample/sample.csv", "0492-00005,0492,dagpenge,f,30-39,26-51,1-2,0,0.5,1");
      await add("sample/identities.csv", "0492-00005,0492,0302701112,,");
      const { lines } = await grown.run(lettersCommand, { wave: "0" });
      expect(await grown.read("waves/0/0492/recipients.csv")).toBe(before);
      expect(await recipientsOf(grown, 0, "0492-2")).toEqual(["0492-00005"]);
      expect(lines.join("\n")).toContain("0492 Ærø, supplement 1: 1 letters");
      for (const name of FILES) await expect(grown.read(`waves/0/0492-2/${name}`)).resolves.not.toBe("");
    } finally {
      await grown.remove();
    }
  });

  it("says which files a change of the settings has changed", async () => {
    const changed = await makeRound();
    try {
      await changed.run(lettersCommand, { wave: "0" });
      const settings = structuredClone(SETTINGS);
      await changed.write(
        "round.json",
        JSON.stringify({ ...settings, privacy: { ...settings.privacy, processor: "Andet ApS" } }),
      );
      const { data } = await changed.run(lettersCommand, { wave: "0" });
      expect(data["municipalities"]).toContainEqual(
        expect.objectContaining({
          municipality: "0492",
          changed: ["brev.docx", "brev-openpostbud.docx", "breve.pdf", "memo.zip"].map(
            (name) => `waves/0/0492/${name}`,
          ),
        }),
      );
    } finally {
      await changed.remove();
    }
  });
});

describe("letters --wave 1 and 2", () => {
  let test: TestRound;
  beforeAll(async () => {
    test = await makeRound();
    await test.run(lettersCommand, { wave: "0" });
    await inTheField(test, async (citizens) => {
      await citizens.send("0751-00001", answersTo(13));
      await citizens.send("0751-00002", answersTo(3));
      await citizens.draft("0751-00003", answersTo(13));
      await citizens.optOut("0751-00004");
      await citizens.withdraw("0751-00005");
    });
    await test.run(lettersCommand, { wave: "1" });
  });
  afterAll(() => test.remove());

  it("reminds who has not sent, opted out or withdrawn; a draft is reminded", async () => {
    const left = test.respondents.filter((r) => r.startsWith("0751") && !/-0000[1245]$/.test(r));
    expect(await recipientsOf(test, 1, "0751")).toEqual(left);
    expect(left).toContain("0751-00003");
    expect(await recipientsOf(test, 1, "0492")).toHaveLength(4);
  });

  it("keeps the list when it is repeated, says who has answered since, and leaves them out of the next wave", async () => {
    const before = await bytesOf(test, "waves/1/0751", [...FILES, "sms.csv"]);
    await inTheField(test, async (citizens) => citizens.send("0751-00006", answersTo(13)));
    const again = await test.run(lettersCommand, { wave: "1" });
    expect(await bytesOf(test, "waves/1/0751", [...FILES, "sms.csv"])).toEqual(before);
    expect(again.lines.join("\n")).toContain(
      "1 on it should get none any more (take them out if it is not sent: 0751-00006)",
    );
    await test.run(lettersCommand, { wave: "2" });
    expect(await recipientsOf(test, 2, "0751")).not.toContain("0751-00006");
  });

  it("knows no third reminder", async () => {
    const error = await test.refusal(lettersCommand, { wave: "3" });
    expect(error.where).toBe("--wave");
  });
});

describe("letters --wave 0 after somebody has called", () => {
  it("leaves out who wants no letters and who was erased, also afterwards", async () => {
    const test = await makeRound();
    const wishes = ["0751-00002,no_reminders", "0751-00003,erased"].map(
      (row) => `${row},2026-08-20T08:00:00Z`,
    );
    await test.write("erasures.csv", `respondent,wish,recorded\n${wishes.join("\n")}\n`);
    const { lines } = await test.run(lettersCommand, { wave: "0" });
    expect(lines.join("\n")).toContain("left out: 1 withdrew, 1 asked for no more");
    const invited = await recipientsOf(test, 0, "0751");
    expect(invited).toHaveLength((SIZES["0751"] ?? 0) - 2);
    expect(invited).not.toContain("0751-00002");
    expect(invited).not.toContain("0751-00003");
    await inTheField(test, () => Promise.resolve());
    await test.run(lettersCommand, { wave: "1" });
    expect(await recipientsOf(test, 1, "0751")).toEqual(invited);
    await test.remove();
  });
});

describe("letters refuses", () => {
  let test: TestRound;
  beforeAll(async () => {
    test = await makeRound();
  });
  afterAll(() => test.remove());

  const withText = async (name: string, change: (text: string) => string): Promise<string> => {
    const text = await test.read(name);
    await test.write(name, change(text));
    return text;
  };

  it.each(["=HYPERLINK(A1)", "+45 Hansen", "-Hansen", "@Hansen"])(
    "a name such as %s, with its row",
    async (name) => {
      const text = await withText("sample/identities.csv", (t) => t.replace("Åse Ø'Hara 0", name));
      const error = await test.refusal(lettersCommand, { wave: "0" });
      expect(error.where).toMatch(/identities\.csv, row 26, column name$/);
      expect(error.message).not.toContain(name);
      await expect(test.read("waves/0/0751/recipients.csv")).rejects.toThrow("ENOENT");
      await test.write("sample/identities.csv", text);
    },
  );

  it("a CPR number that has lost its zero, without showing it", async () => {
    const text = await withText("sample/identities.csv", (t) => t.replace(/,0(\d{9}),/, ",$1,"));
    const error = await test.refusal(lettersCommand, { wave: "0" });
    expect(error.where).toMatch(/row \d+$/);
    expect(error.message).not.toMatch(/\d{9}/);
    await test.write("sample/identities.csv", text);
  });

  it("reminders before invitations", async () => {
    await inTheField(test, async () => {});
    const error = await test.refusal(lettersCommand, { wave: "1" });
    expect(error.how).toContain("--wave 0");
  });

  it("reminders without the database, for nobody could say who has answered", async () => {
    const alone = await makeRound();
    try {
      await alone.run(lettersCommand, { wave: "0" });
      const error = await alone.refusal(lettersCommand, { wave: "1" });
      expect(error.how).toContain("publish");
      await expect(alone.read("waves/1/0751/recipients.csv")).rejects.toThrow("ENOENT");
    } finally {
      await alone.remove();
    }
  });

  it.each(["round.json", "round.key", "sample/sample.csv", "sample/identities.csv"])(
    "a missing or broken %s, and leaves the wave as it was",
    async (name) => {
      const broken = await makeRound();
      try {
        await broken.run(lettersCommand, { wave: "0" });
        const before = await bytesOf(broken, "waves/0/0751", FILES);
        const spoil = [
          () => writeFile(path.join(broken.folder, name), "x"),
          () => rm(path.join(broken.folder, name)),
        ];
        for (const step of spoil) {
          await step();
          const error = await broken.refusal(lettersCommand, { wave: "0" });
          expect(error.where).toContain(name);
          expect(await bytesOf(broken, "waves/0/0751", FILES)).toEqual(before);
        }
      } finally {
        await broken.remove();
      }
    },
  );
});
