import { beforeAll, describe, expect, it } from "vitest";
import { letterBlocks } from "#survey/texts/letters.da.ts";
import { ADDRESS_ZONE } from "../../../scripts/letters/pdf/envelope.ts";
import { letterPdf, type Letter, type LetterText } from "../../../scripts/letters/pdf/letterPdf.ts";
import { readPdf, type ReadPdf } from "../pdfReader.ts";

const CONTEXT = {
  sender: "Ringkøbing-Skjern Kommune",
  term: "Jobcenter Ringkøbing-Skjern",
  typedAddress: "svar.example.dk",
  pageAddress: "https://svar.example.dk/ringkoebing-skjern/",
  privacyAddress: "https://svar.example.dk/privatliv/",
  optOutAddress: "https://svar.example.dk/ringkoebing-skjern/afmeld/",
  contactName: "Borgerservice",
  contactPhone: "67 00 07 60",
  contactEmail: "svar@example.dk",
  processor: "Konsulenthuset ApS",
  announcement: "",
};
const TEXT: LetterText = {
  subject: "Kort spørgeskema fra Ringkøbing-Skjern Kommune",
  sender: CONTEXT.sender,
  sentOn: "24. august 2026",
  sentOnIso: "2026-08-24",
  blocks: letterBlocks(0, CONTEXT, { named: true, qr: true }),
};
const NAMES = ["Åse Ø'Hara", "Šķēršļaitė-Żółkiewska Nguyễn Þórunn Ğüneş Őry", "Κώστας Іваненко"];
const LETTERS: Letter[] = NAMES.map((name, i) => {
  const code = `ABCD-${1000 + i}-EFGH-JKMN`;
  const link = `https://svar.example.dk/ringkoebing-skjern/#${code}`;
  return {
    bookmark: `0760-0000${i + 1}`,
    Navn: name,
    Link: link,
    Kode: code,
    Svarfrist: "20. september 2026",
  };
});

/** The texts of the pages without what is one person's, each once. */
const shared = (pages: ReadPdf["pages"]): Set<string> =>
  new Set(
    pages.map(({ text }) =>
      text
        .split("\n")
        .filter((line) => !/Kære|ABCD-/.test(line))
        .join("\n"),
    ),
  );

describe("breve.pdf", () => {
  let bytes: Uint8Array;
  let pdf: ReadPdf;
  beforeAll(async () => {
    bytes = await letterPdf(TEXT, LETTERS);
    pdf = readPdf(bytes);
  });
  const firstPages = () => pdf.pages.filter((_, i) => i % 2 === 0);

  it("has each letter on its own two pages, with a bookmark, in the order of the list", () => {
    expect(pdf.pages).toHaveLength(6);
    expect(pdf.bookmarks).toEqual(LETTERS.map(({ bookmark }) => bookmark));
  });

  it("has every letter's own name, code and link, whatever the letters of Europe, and nobody else's", () => {
    firstPages().forEach((page, i) => {
      const { Navn, Kode, Link } = LETTERS[i] ?? { Navn: "", Kode: "", Link: "" };
      expect(page.text).toContain(`Kære ${Navn}`);
      expect(page.text.split("\n")).toEqual(expect.arrayContaining([Kode, Link]));
      expect(page.links.slice(0, 2)).toEqual([Link, Link]);
      for (const other of LETTERS.filter((letter) => letter.Kode !== Kode))
        expect(page.text).not.toContain(other.Kode);
    });
  });

  it("says the whole letter in every copy", () => {
    expect(shared(firstPages()).size).toBe(1);
    const [first = "", second = ""] = pdf.pages.map(({ text }) => text);
    const whole = `${first}\n${second}`.replaceAll(/\s+/g, " ");
    for (const words of [
      "Hvordan oplever du Jobcenter Ringkøbing-Skjern?",
      "Svar senest den 20. september 2026.",
      "Det er frivilligt at være med.",
      "Dine svar er fortrolige, men ikke anonyme",
      "Sådan ser du, at brevet er ægte",
      "Borgerservice: telefon 67 00 07 60",
      "ringkoebing-skjern/afmeld/",
    ])
      expect(whole).toContain(words);
    expect(whole).not.toMatch(/[«»{}]/);
  });

  it("leaves the address zone of every first page empty", () => {
    const inside = firstPages()
      .flatMap(({ texts }) => texts)
      .filter(({ x, y }) => x < ADDRESS_ZONE.right && y > ADDRESS_ZONE.top && y < ADDRESS_ZONE.bottom);
    expect(inside).toEqual([]);
  });

  it("links to opting out, privacy and the municipality's page", () => {
    expect(pdf.pages[1]?.links).toEqual([CONTEXT.pageAddress, CONTEXT.optOutAddress, CONTEXT.privacyAddress]);
  });

  it("is tagged in reading order, in Danish, with a title; every marked piece is there once", () => {
    expect(pdf.catalog).toContain("/Lang (da-DK)");
    expect(pdf.catalog).toContain("/StructTreeRoot");
    for (const { marked } of pdf.pages)
      expect(marked.toSorted((a, b) => a - b)).toEqual(marked.map((_, i) => i));
    const count = (tag: string) => pdf.tags.filter((found) => found === tag).length;
    expect([count("Document"), count("Art"), count("H1"), count("Figure")]).toEqual([1, 3, 3, 3]);
    expect([count("L"), count("LI"), count("LBody")]).toEqual([3, 9, 9]);
  });

  it("embeds a part of its two faces only", () => {
    expect(pdf.fonts.map((name) => name.replace(/^[A-Z]{6}\+/, ""))).toEqual([
      "DejaVuSansCondensed",
      "DejaVuSansCondensed-Bold",
    ]);
    expect(bytes.length).toBeLessThan(80_000);
  });

  it("has the same bytes whenever it is made, and nothing of a letter depends on the others", async () => {
    expect(Buffer.from(await letterPdf(TEXT, LETTERS)).equals(bytes)).toBe(true);
    const alone = readPdf(await letterPdf(TEXT, LETTERS.slice(1, 2)));
    expect(alone.pages[0]?.text).toBe(pdf.pages[2]?.text);
  });
});
