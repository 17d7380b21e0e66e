import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONTACTS, WAVES } from "#survey/contact/waves.ts";
import { MUNICIPALITIES } from "#survey/municipalities.ts";
import { smsSize } from "#survey/sms.ts";
import { letterBlocks, letterSubject, smsTexts, type LetterContext } from "#survey/texts/letters.da.ts";
import { lettersCommand } from "../../scripts/letters.ts";
import { mergeColumns } from "../../scripts/letters/mergeFiles.ts";
import { zipEntries } from "../../scripts/purge/zip.ts";
import { makeRound, type TestRound } from "./statusRound.ts";

const CONTEXT: LetterContext = {
  sender: "Aarhus Kommune",
  term: "jobcentret",
  typedAddress: "svar.example.dk",
  pageAddress: "https://svar.example.dk/aarhus/",
  privacyAddress: "https://svar.example.dk/privatliv/",
  optOutAddress: "https://svar.example.dk/aarhus/afmeld/",
  contactName: "Borgerservice",
  contactPhone: "89 40 00 00",
  contactEmail: "svar@example.dk",
  processor: "Konsulenthuset ApS",
  announcement: "https://aarhus.dk/svar",
};

/** LIX (Björnsson 1968): words a sentence plus the percentage of words over six letters. */
function lix(texts: readonly string[]): number {
  const words = texts.join(" ").match(/[\p{L}\d-]+/gu) ?? [];
  const sentences = texts.flatMap((text) => text.split(/[.?!:]+(?=\s|$)/)).filter((s) => s.trim() !== "");
  const long = words.filter((word) => word.length > 6);
  return words.length / sentences.length + (100 * long.length) / words.length;
}

describe.each(WAVES)("the letter of wave %i", (wave) => {
  const texts = letterBlocks(wave, CONTEXT, { named: true, qr: true }).map((block) => block.text);
  const prose = texts.map((text) => text.replaceAll(/https?:\S+|\S+@\S+|«\w+»/g, ""));

  it("is easy to read: LIX under 35", () => {
    expect(lix(prose)).toBeLessThan(35);
  });

  it("has no hole left and no merge field that the merge file does not have", () => {
    const text = texts.join("\n");
    expect(text).not.toMatch(/[{}]|undefined/);
    const fields = new Set([...text.matchAll(/«(\w+)»/g)].map((match) => match[1]));
    expect(mergeColumns(true)).toEqual(expect.arrayContaining([...fields]));
    expect(fields).toEqual(new Set(["Navn", "Link", "Kode", "Svarfrist"]));
  });

  it.each([
    ["it is voluntary", /frivilligt/],
    ["it has no consequence", /ingen betydning for din sag eller din ydelse/],
    ["confidential, not anonymous", /fortrolige, men ikke anonyme/],
    ["nobody in the municipality sees an answer", /Ingen i kommunen får dine svar at se/],
    ["what is saved counts", /det gemte tæller med/],
    ["where the municipality tells of it", /selv om undersøgelsen her: https:\/\/aarhus\.dk\/svar/],
    ["how to see that it is genuine", /ægte link begynder sådan: https:\/\/svar\.example\.dk\/aarhus\//],
    ["never CPR, MitID or log-in", /ikke logge ind.*aldrig om dit CPR-nummer, dit MitID/],
    ["whom to ask", /Borgerservice: telefon 89 40 00 00, e-mail svar@example\.dk/],
    ["how to stop", /aarhus\/afmeld\//],
    ["the deadline", /Svar senest den «Svarfrist»/],
  ])("says: %s", (_, pattern) => {
    expect(texts.join("\n")).toMatch(pattern);
  });

  it("greets by name only where there are names", () => {
    expect(texts).toContain("Kære «Navn»");
    const nameless = letterBlocks(wave, CONTEXT, { named: false }).map((block) => block.text);
    expect(nameless).toContain("Kære borger");
    expect(nameless.join()).not.toContain("«Navn»");
  });

  it("leaves out the municipality's page where it has none", () => {
    const blocks = letterBlocks(wave, { ...CONTEXT, announcement: "" }, { named: true });
    expect(blocks.map((block) => block.text).join()).not.toMatch(/fortæller selv/);
  });

  it("has a subject that names neither benefit nor jobcenter", () => {
    expect(letterSubject(wave, "Aarhus Kommune")).not.toMatch(/job|ydelse|penge|ledig/iu);
  });
});

describe.each(CONTACTS)("the text messages of round %s", (contact) => {
  it.each(["link", "code"] as const)("fit in one part in all 98 municipalities, by %s", (way) => {
    for (const letter of ["digital", "paper", null] as const) {
      for (const { fullName, slug } of MUNICIPALITIES) {
        const code = "ABCD-EFGH-JKMN-PQRS";
        const link = `https://svar.example.dk/${slug}/#${code}`;
        const context = { municipality: fullName, code, link, address: "svar.example.dk", day: "20/12" };
        const texts = smsTexts({ contact, way, letter }, context);
        expect(texts.map((text) => smsSize(text).parts)).toContain(1);
        for (const text of texts) {
          expect(text).toContain(fullName);
          expect(text).toContain(way === "link" ? link : code);
          expect(text).toMatch(/frivilligt.*20\/12|20\/12.*frivilligt/i);
          expect(/Digital Post/.test(text)).toBe(letter === "digital" && (contact === 1 || contact === 2));
          expect(/brev|Digital Post/.test(text)).toBe(letter !== null && contact !== "sms");
          expect(text).not.toMatch(/job|ydelse|penge|ledig|[{}]/iu);
        }
      }
    }
  });
});

const fields = (text: string) => Array.from(text.matchAll(/MERGEFIELD (\w+)/g), (match) => match[1]);

describe("brev.docx", () => {
  let test: TestRound;
  beforeAll(async () => {
    test = await makeRound();
    await test.run(lettersCommand, { wave: "0" });
  });
  afterAll(() => test.remove());

  const textOf = async (name: string): Promise<string> =>
    [...zipEntries(await readFile(path.join(test.folder, name)), 10_000_000)].join("\n");

  it("has Word's merge fields, the columns of the merge file", async () => {
    const [named, nameless] = [
      await textOf("waves/0/0760/brev.docx"),
      await textOf("waves/0/0751/brev.docx"),
    ];
    expect(fields(named)).toEqual(["Navn", "Link", "Kode", "Svarfrist"]);
    expect(fields(nameless)).toEqual(["Link", "Kode", "Svarfrist"]);
  });

  it("has OpenPostbud's notation in its twin, each field whole in one run", async () => {
    const text = await textOf("waves/0/0760/brev-openpostbud.docx");
    for (const field of ["Navn", "Link", "Kode", "Svarfrist"]) expect(text).toContain(`>{{ ${field} }}<`);
    expect(text).not.toContain("MERGEFIELD");
  });

  it("is from the municipality's own sender and uses its own term", async () => {
    const text = await textOf("waves/0/0760/brev.docx");
    expect(text).toContain("Jobcenter Ringkøbing-Skjern");
    expect(text).toContain("Hvordan oplever du kommunen?");
  });
});
