/**
 * Opens a workbook that is protected by a password (MS-OFFCRYPTO): »agile« encryption as Excel writes it since 2010, and
 * »standard« as Excel 2007 and LibreOffice write it. The password stays in memory.
 */
import { agileKey, decryptAgilePackage } from "./agile.ts";
import { readCompoundFile } from "./compoundFile.ts";
import { decryptStandardPackage, standardKey } from "./standard.ts";

export type Decrypted =
  | { ok: true; bytes: Uint8Array }
  | { ok: false; reason: "password_wrong" | "encryption_unsupported" | "damaged" };

const PACKAGE = "EncryptedPackage";
const INFO = "EncryptionInfo";

/** Where an OLE2 file that holds an encrypted workbook says so: the name of a stream, in UTF-16. */
export const ENCRYPTED_MARK = Buffer.from(PACKAGE, "utf16le");

export function decryptWorkbook(file: Uint8Array, password: string): Decrypted {
  try {
    const streams = readCompoundFile(Buffer.from(file.buffer, file.byteOffset, file.byteLength));
    const [info, packed] = [streams.get(INFO), streams.get(PACKAGE)];
    if (info === undefined || packed === undefined) return { ok: false, reason: "damaged" };
    return decryptPackage(info, packed, password);
  } catch {
    // Whatever a foreign container makes the readers throw is the container's fault.
    return { ok: false, reason: "damaged" };
  }
}

function decryptPackage(info: Buffer, packed: Buffer, password: string): Decrypted {
  const [major, minor] = [info.readUInt16LE(0), info.readUInt16LE(2)];
  const bytes = Number(packed.readBigUInt64LE(0));
  const content = packed.subarray(8);
  if (major === 4 && minor === 4) {
    const found = agileKey(info.toString("utf8", 8), password);
    if (!found.ok) return found;
    return { ok: true, bytes: decryptAgilePackage(content, found).subarray(0, bytes) };
  }
  if (minor !== 2) return { ok: false, reason: "encryption_unsupported" };
  const key = standardKey(info, password);
  if (key === null) return { ok: false, reason: "password_wrong" };
  return { ok: true, bytes: decryptStandardPackage(content, key).subarray(0, bytes) };
}
