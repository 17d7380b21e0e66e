/** Files made to break whoever opens them: what `ingest` must refuse quickly and in words that a clerk understands. */
import { deflateRawSync } from "node:zlib";
import { writeXlsx } from "hucre/xlsx";
import { Archive, storedArchive } from "../io/archive.ts";

export interface HostileFile {
  what: string;
  /** As it stands in `extracts/`. */
  name: string;
  bytes: () => Promise<Uint8Array>;
  /** The problem that it must be refused with. */
  code: string;
}

const NAME = "Lemvig.xlsx";
const SHEET = "xl/worksheets/sheet1.xml";
const HEADINGS = ["CPR-nr.", "Ydelse", "Overgangsdato", "Afsluttet", "Passiv"];
const MEGABYTE = 1_000_000;

const plain = (): Promise<Uint8Array> => writeXlsx({ sheets: [{ name: "Ark1", rows: [HEADINGS] }] });

/** A workbook with parts changed or added. */
async function withParts(changes: Readonly<Record<string, (text: string) => string>>): Promise<Uint8Array> {
  const archive = new Archive(await plain());
  const parts = new Map(archive.names.map((name) => [name, archive.read(name)]));
  for (const [name, change] of Object.entries(changes))
    parts.set(name, Buffer.from(change(parts.get(name)?.toString("utf8") ?? "")));
  return storedArchive(parts, { sums: true });
}

const inSheetData =
  (cells: string) =>
  (xml: string): string =>
    xml.replace("</sheetData>", `${cells}</sheetData>`);

/** One entry that unfolds to `megabytes` of blanks, and says so or says that it is small. */
function bomb(megabytes: number, saysBytes: number): Uint8Array {
  const block = Buffer.alloc(MEGABYTE, 32);
  const content = deflateRawSync(Buffer.concat(Array.from({ length: megabytes }, () => block)), { level: 9 });
  const archive = Buffer.from(storedArchive(new Map([["[Content_Types].xml", content]])));
  const directory = archive.readUInt32LE(archive.length - 6);
  archive.writeUInt16LE(8, 8);
  archive.writeUInt16LE(8, directory + 10);
  archive.writeUInt32LE(saysBytes, directory + 24);
  return archive;
}

const LAUGHS = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha">${Array.from(
  { length: 9 },
  (_, i) => `<!ENTITY ${"bcdefghij"[i]} "${`&${"abcdefghi"[i]};`.repeat(10)}">`,
).join("")}]>`;

export const HOSTILE_FILES: readonly HostileFile[] = [
  {
    what: "zip bomb that says its size",
    name: NAME,
    bytes: async () => bomb(200, 200 * MEGABYTE),
    code: "bomb",
  },
  { what: "zip bomb that says it is small", name: NAME, bytes: async () => bomb(200, 4000), code: "bomb" },
  {
    what: "a cell at XFD1048576",
    name: NAME,
    bytes: () => withParts({ [SHEET]: inSheetData('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>') }),
    code: "too_large",
  },
  {
    what: "a cell in the last column of 20,000 rows",
    name: NAME,
    bytes: () =>
      withParts({
        [SHEET]: inSheetData(
          Array.from(
            { length: 20_000 },
            (_, i) => `<row r="${i + 2}"><c r="XFD${i + 2}"><v>1</v></c></row>`,
          ).join(""),
        ),
      }),
    code: "too_large",
  },
  {
    what: "100,000 definitions of all columns",
    name: NAME,
    bytes: () =>
      withParts({
        [SHEET]: (xml) =>
          xml.replace(
            "<sheetData",
            `<cols>${'<col min="1" max="16384" width="9"/>'.repeat(100_000)}</cols><sheetData`,
          ),
      }),
    code: "too_large",
  },
  {
    what: "billion laughs",
    name: NAME,
    bytes: () => withParts({ "xl/workbook.xml": (xml) => xml.replace(/<\?xml[^>]*\?>/, LAUGHS) }),
    code: "unsafe",
  },
  {
    what: "a file of the machine as entity",
    name: NAME,
    bytes: () =>
      withParts({
        [SHEET]: (xml) =>
          xml.replace(/<\?xml[^>]*\?>/, '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'),
      }),
    code: "unsafe",
  },
  {
    what: "a part that is a path",
    name: NAME,
    bytes: () => withParts({ "xl/../../../../tmp/evil.xml": () => "<x/>" }),
    code: "unsafe",
  },
  {
    what: "zip cut short",
    name: NAME,
    bytes: async () => (await plain()).slice(0, 1500),
    code: "damaged",
  },
  {
    what: ".xls renamed",
    name: NAME,
    bytes: async () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(200_000)]),
    code: "old_excel",
  },
  { what: "0 bytes", name: NAME, bytes: async () => new Uint8Array(), code: "empty_file" },
  {
    what: "300 MB",
    name: NAME,
    bytes: async () => Buffer.alloc(300 * MEGABYTE, "PK"),
    code: "file_too_large",
  },
  {
    what: "300 MB of CSV",
    name: "Lemvig.csv",
    bytes: async () => Buffer.alloc(300 * MEGABYTE, "a;b\n"),
    code: "file_too_large",
  },
  {
    what: "40 MB of line feeds as CSV",
    name: "Lemvig.csv",
    bytes: async () => Buffer.alloc(40 * MEGABYTE, "\n"),
    code: "too_large",
  },
  {
    what: "formulas that fetch from another file",
    name: NAME,
    bytes: () =>
      withParts({
        [SHEET]: inSheetData(
          '<row r="2"><c r="A2"><f>[1]Ark1!A1</f><v>1</v></c><c r="B2"><v>1</v></c><c r="C2"><v>1</v></c></row>',
        ),
      }),
    code: "formula_external",
  },
];
