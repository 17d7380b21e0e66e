/** Opens a municipality's extract: bytes in, sheets or the one problem that stops the file out. */
import { readXlsx } from "hucre/xlsx";
import { HucreError, ParseError } from "hucre";
import type { FileProblemCode } from "#survey/frame/fileProblems.ts";
import type { OpenedFile } from "#survey/frame/readFile.ts";
import { openCsv } from "./extractCsv.ts";

const ZIP = [0x50, 0x4b];
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0];
/** The stream that holds an encrypted workbook, as OLE2 names it: UTF-16. */
const ENCRYPTED_PACKAGE = Buffer.from("EncryptedPackage", "utf16le");

/** What an editor or an operating system leaves beside the files; never an extract. */
export const isLeftover = (name: string): boolean =>
  /^(~\$|\.)/.test(name) || /^(thumbs\.db|desktop\.ini)$/i.test(name) || /\.(tmp|lnk)$/i.test(name);

/** Which reader a file name asks for. */
export function extractType(name: string): "xlsx" | "csv" | null {
  const [, ending = ""] = /\.([^.]+)$/.exec(name.toLowerCase()) ?? [];
  if (ending === "xlsx" || ending === "xlsm") return "xlsx";
  return ending === "csv" || ending === "txt" ? "csv" : null;
}

/** Opens the file by what its bytes are; its ending only says what they should be. */
export async function openExtract(name: string, bytes: Uint8Array): Promise<OpenedFile> {
  const type = extractType(name);
  if (bytes.length === 0) return failed("empty_file");
  if (startsWith(bytes, OLE2))
    return failed(Buffer.from(bytes).includes(ENCRYPTED_PACKAGE) ? "encrypted" : "old_excel");
  if (type === null) return failed("wrong_type");
  if (type === "csv") return startsWith(bytes, ZIP) ? failed("not_text") : openCsv(bytes);
  return startsWith(bytes, ZIP) ? openXlsx(bytes) : failed("not_a_workbook");
}

const failed = (code: FileProblemCode): OpenedFile => ({ ok: false, problem: { code } });

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);

async function openXlsx(bytes: Uint8Array): Promise<OpenedFile> {
  try {
    const { sheets, dateSystem } = await readXlsx(bytes);
    if (sheets.length === 0) return failed("not_a_workbook");
    return {
      ok: true,
      sheets: sheets.map(({ name, rows, hidden, veryHidden }) => ({
        name,
        rows,
        hidden: hidden === true || veryHidden === true,
        dateSystem: dateSystem ?? "1900",
      })),
    };
  } catch (error) {
    return failed(codeOf(error));
  }
}

/**
 * The reader's own words are for programmers and may quote cells: only the kind of failure is passed on. Whatever it
 * throws on a foreign file is the file's fault.
 */
function codeOf(error: unknown): FileProblemCode {
  if (
    error instanceof ParseError &&
    /Content_Types|workbook relationship|missing workbook/.test(error.message)
  )
    return "not_a_workbook";
  if (
    error instanceof HucreError &&
    /cells\), over the|outside the supported sheet|zip bomb/.test(error.message)
  )
    return "too_large";
  return "damaged";
}
