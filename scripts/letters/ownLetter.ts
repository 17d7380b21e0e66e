/**
 * The letter that a municipality has written itself: `templates/<code>/brev-<wave>.docx` in the round. It must have the
 * fields that a citizen cannot answer without, and none that the merge file lacks.
 */
import type { Wave } from "#survey/contact/waves.ts";
import { CliError } from "../errors.ts";
import { Archive, ArchiveError } from "../io/archive.ts";
import { xmlTags } from "../io/xmlTags.ts";
import type { Run } from "../run.ts";
import { LETTER_FIELDS } from "./letterFields.ts";

const REQUIRED = ["Link", "Kode", "Svarfrist"] as const;
const HOW = "Put the file back, or remove it to use the letter that is made for you.";
/** The parts of a Word file that a merge fills in. */
const MERGED_PARTS = /^word\/(document|header\d*|footer\d*|footnotes)\.xml$/;

export const ownLetterName = (wave: Wave, municipality: string): string =>
  `templates/${municipality}/brev-${wave}.docx`;

/**
 * The bytes of the municipality's own letter, or null when it has none for this wave.
 * @throws CliError naming the fields that are missing or unknown
 */
export async function readOwnLetter(
  run: Run,
  wave: Wave,
  municipality: string,
  named: boolean,
): Promise<Uint8Array | null> {
  const name = ownLetterName(wave, municipality);
  if (!(await run.exists(name))) return null;
  const bytes = await run.readBytes(name, HOW);
  requireFields(mergeFieldsIn(bytes, run.path(name)), named, run.path(name));
  return bytes;
}

function requireFields(fields: ReadonlySet<string>, named: boolean, where: string): void {
  const allowed: readonly string[] = LETTER_FIELDS.filter((field) => named || field !== "Navn");
  const unknown = [...fields].filter((field) => !allowed.includes(field));
  const missing = REQUIRED.filter((field) => !fields.has(field));
  const faults = [
    ...(unknown.length > 0 ? [`unknown merge fields: ${unknown.join(", ")}`] : []),
    ...(missing.length > 0 ? [`missing merge fields: ${missing.join(", ")}`] : []),
  ];
  if (faults.length === 0) return;
  throw new CliError({
    what: `the municipality's own letter has ${faults.join("; ")}`,
    where,
    how: `Insert merge fields (in Word: Mailings, Insert Merge Field) named ${allowed.join(", ")}; a name typed by hand is no field.${named ? "" : " This municipality has delivered no names, so the letter cannot have Navn."}`,
  });
}

/**
 * The names of the merge fields in a Word file, simple (`w:fldSimple`) and complex (`w:instrText` between `w:fldChar`s).
 * @throws CliError when it is no Word file
 */
export function mergeFieldsIn(bytes: Uint8Array, where: string): Set<string> {
  try {
    const archive = new Archive(bytes);
    const parts = archive.names.filter((name) => MERGED_PARTS.test(name));
    if (!parts.includes("word/document.xml")) throw new ArchiveError("damaged");
    return new Set(parts.flatMap((part) => fieldsInPart(new TextDecoder().decode(archive.read(part)))));
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    throw new CliError({
      what: `the file is no Word document (${error.fault})`,
      where,
      how: "Save the letter from Word or LibreOffice as .docx, without a password.",
    });
  }
}

function fieldsInPart(xml: string): string[] {
  const fields: string[] = [];
  let instruction = "";
  let inside = false;
  for (const piece of xmlTags(xml)) {
    if (piece.kind === "text") {
      if (inside) instruction += piece.text;
      continue;
    }
    if (piece.name === "w:fldSimple" && piece.kind !== "close")
      fields.push(...fieldIn(piece.attribute("w:instr")));
    if (piece.name === "w:instrText") inside = piece.kind === "open";
    if (piece.name !== "w:fldChar" || piece.kind === "close") continue;
    fields.push(...fieldIn(instruction));
    instruction = "";
  }
  return fields;
}

/** `MERGEFIELD Link \* MERGEFORMAT` names `Link`; names with blanks stand in quotes. */
function fieldIn(instruction: string): string[] {
  const [, quoted, plain] = /^\s*MERGEFIELD\s+(?:"([^"]*)"|([^\s\\]+))/i.exec(instruction) ?? [];
  const name = quoted ?? plain;
  return name === undefined ? [] : [name];
}
