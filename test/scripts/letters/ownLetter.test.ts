import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { defaultEffects } from "../../../scripts/effects.ts";
import { zipArchive } from "../../../scripts/io/zip.ts";
import { readOwnLetter } from "../../../scripts/letters/ownLetter.ts";
import { Run } from "../../../scripts/run.ts";

const simple = (name: string): string =>
  `<w:fldSimple w:instr=" MERGEFIELD ${name} \\* MERGEFORMAT "><w:r/></w:fldSimple>`;
/** As Word writes it after an edit: the instruction in pieces. */
const complex = (name: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> MERGE</w:instrText></w:r><w:r><w:instrText>FIELD "${name}"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>«${name}»</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const word = (body: string, footer = ""): Uint8Array =>
  zipArchive([
    { name: "[Content_Types].xml", data: "<Types/>" },
    { name: "word/document.xml", data: `<w:document><w:body><w:p>${body}</w:p></w:body></w:document>` },
    { name: "word/footer1.xml", data: `<w:ftr>${footer}</w:ftr>` },
  ]);
const ALL = `${simple("Link")}${complex("Kode")}${simple("Svarfrist")}`;

describe("a municipality's own letter", () => {
  let folder: string;
  let run: Run;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "borgersvar-own-"));
    run = new Run(folder, "letters", defaultEffects);
    await mkdir(path.join(folder, "templates/0751"), { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const write = (data: Uint8Array | string) =>
    writeFile(path.join(folder, "templates/0751/brev-1.docx"), data);

  it("is none where there is no file for the wave", async () => {
    await write(word(ALL));
    expect(await readOwnLetter(run, 0, "0751", false)).toBeNull();
  });

  it("is taken as it is when its fields fit, however Word has written them", async () => {
    const bytes = word(`${ALL}${complex("Navn")}`);
    await write(bytes);
    expect(Buffer.from((await readOwnLetter(run, 1, "0751", true)) ?? []).equals(Buffer.from(bytes))).toBe(
      true,
    );
  });

  it.each([
    ["an unknown field in the footer", word(ALL, simple("Ydelse")), "unknown merge fields: Ydelse"],
    ["the CPR number", word(`${ALL}${simple("CPR")}`), "unknown merge fields: CPR"],
    ["a name where there are none", word(`${ALL}${simple("Navn")}`), "unknown merge fields: Navn"],
    ["no code and no deadline", word(simple("Link")), "missing merge fields: Kode, Svarfrist"],
    [
      "fields typed by hand",
      word("«Link» «Kode» «Svarfrist»"),
      "missing merge fields: Link, Kode, Svarfrist",
    ],
    ["no Word file", "hello", "no Word document"],
  ])("is refused with the names: %s", async (_, data, message) => {
    await write(data);
    await expect(readOwnLetter(run, 1, "0751", false)).rejects.toThrow(message);
  });
});
