/** Opens a municipality's extract: bytes in, sheets or the one problem that stops the file out. */
import type { FileProblemCode } from "#survey/frame/fileProblems.ts";
import type { OpenedFile } from "#survey/frame/readFile.ts";
import { decryptWorkbook, ENCRYPTED_MARK } from "./encrypted/decrypt.ts";
import { openCsv } from "./extractCsv.ts";
import { MOST_FILE_BYTES } from "./extractLimits.ts";
import { openOds } from "./extractOds.ts";
import { openXlsx } from "./extractXlsx.ts";

const ZIP = [0x50, 0x4b];
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0];

/** What an editor or an operating system leaves beside the files; never an extract. */
export const isLeftover = (name: string): boolean =>
  /^(~\$|\.)/.test(name) || /^(thumbs\.db|desktop\.ini)$/i.test(name) || /\.(tmp|lnk)$/i.test(name);

const READERS: Readonly<Record<string, "xlsx" | "ods" | "csv">> = {
  xlsx: "xlsx",
  xlsm: "xlsx",
  ods: "ods",
  csv: "csv",
  txt: "csv",
};

/** Which reader a file name asks for. */
export function extractType(name: string): "xlsx" | "ods" | "csv" | null {
  const [, ending = ""] = /\.([^.]+)$/.exec(name.toLowerCase()) ?? [];
  return READERS[ending] ?? null;
}

/**
 * Opens the file by what its bytes are; its ending only says what they should be. A workbook that is protected by a
 * password is tried with each of `passwords`.
 */
export async function openExtract(
  name: string,
  bytes: Uint8Array,
  passwords: readonly string[] = [],
): Promise<OpenedFile> {
  const type = extractType(name);
  if (bytes.length === 0) return failed("empty_file");
  if (bytes.length > MOST_FILE_BYTES) return failed("file_too_large");
  if (startsWith(bytes, OLE2)) return openOle2(bytes, passwords);
  if (type === null) return failed("wrong_type");
  if (type === "csv") return startsWith(bytes, ZIP) ? failed("not_text") : openCsv(bytes);
  if (!startsWith(bytes, ZIP)) return failed("not_a_workbook");
  return type === "ods" ? openOds(bytes) : openXlsx(bytes);
}

async function openOle2(bytes: Uint8Array, passwords: readonly string[]): Promise<OpenedFile> {
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ENCRYPTED_MARK))
    return failed("old_excel");
  let code: FileProblemCode = "encrypted";
  for (const password of passwords) {
    const decrypted = decryptWorkbook(bytes, password);
    if (decrypted.ok) return openXlsx(decrypted.bytes);
    code = decrypted.reason;
    if (code !== "password_wrong") break;
  }
  return failed(code);
}

const failed = (code: FileProblemCode): OpenedFile => ({ ok: false, problem: { code } });

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);
