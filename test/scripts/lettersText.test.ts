import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WAVES } from "#survey/contact/waves.ts";
import { letterBlocks, letterSubject, smsText, type LetterContext } from "#survey/texts/letters.da.ts";
import { lettersCommand } from "../../scripts/letters.ts";
import { mergeColumns } from "../../scripts/letters/mergeFiles.ts";
import { smsList } from "../../scripts/letters/smsList.ts";
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
};

/** LIX (Björnsson 1968): words a sentence plus the percentage of words over six letters. */
function lix(texts: readonly string[]): number {
  const words = texts.join(" ").match(/[\p{L}\d-]+/gu) ?? [];
  const sentences = texts.flatMap((text) => text.split(/[.?!:]+(?=\s|$)/)).filter((s) => s.trim() !== "");
  const long = words.filter((word) => word.length > 6);
  return words.length / sentences.length + (100 * long.length) / words.length;
}

describe.each(WAVES)("the letter of wave %i", (wave) => {
  const texts = letterBlocks(wave, CONTEXT, true).map((block) => block.text);
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
    const nameless = letterBlocks(wave, CONTEXT, false).map((block) => block.text);
    expect(nameless).toContain("Kære borger");
    expect(nameless.join()).not.toContain("«Navn»");
  });

  it("has a subject and text messages that name neither benefit nor jobcenter", () => {
    const open = [
      letterSubject(wave, "Aarhus Kommune"),
      smsText(wave, "code", { municipality: "Aarhus Kommune", code: "A", link: "B", deadline: "C" }),
      smsText(wave, "link", { municipality: "Aarhus Kommune", code: "A", link: "B", deadline: "C" }),
    ];
    for (const text of open) expect(text).not.toMatch(/job|ydelse|penge|ledig/iu);
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

describe("smsList", () => {
  const settings = {
    wave: 0,
    way: "link",
    municipality: "Aarhus Kommune",
    sender: "Aarhus",
    deadline: "1. maj",
  } as const;
  const person = { phone: "+4520304050", code: "A" };

  it.each(["https://jobcenter.example.dk/aarhus/#A", "https://ydelse.dk/#A"])(
    "refuses to send %s",
    (link) => {
      expect(() => smsList([{ ...person, link }], settings)).toThrow(/would say/);
    },
  );

  it("refuses what would double the price", () => {
    expect(() => smsList([{ ...person, link: "https://smørrebrød.dk/–" }], settings)).toThrow(/–/);
  });
});
