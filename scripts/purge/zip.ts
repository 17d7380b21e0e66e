/** The contents of a zip archive (.xlsx, .docx), as far as the search of `purge` needs them. */
import { inflateRawSync } from "node:zlib";

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;

export const isZip = (data: Buffer): boolean => data.subarray(0, 4).toString("latin1") === "PK\u0003\u0004";

/**
 * Every entry, decompressed.
 * @throws Error when the archive is cut, or an entry is packed in another way or larger than `maxEntryBytes`.
 */
export function* zipEntries(data: Buffer, maxEntryBytes: number): Generator<Buffer> {
  let end = data.length - END_BYTES;
  while (end >= 0 && data.readUInt32LE(end) !== END_SIGNATURE) end--;
  if (end < 0) throw new Error("the archive has no end");
  let at = data.readUInt32LE(end + 16);
  for (let left = data.readUInt16LE(end + 10); left > 0; left--) {
    if (data.readUInt32LE(at) !== ENTRY_SIGNATURE) throw new Error("the archive's index is broken");
    const method = data.readUInt16LE(at + 10);
    const sizeBytes = data.readUInt32LE(at + 20);
    const local = data.readUInt32LE(at + 42);
    const start = local + LOCAL_BYTES + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
    const packed = data.subarray(start, start + sizeBytes);
    if (method === STORED) yield packed;
    else if (method === DEFLATED) yield inflateRawSync(packed, { maxOutputLength: maxEntryBytes });
    else throw new Error(`an entry is packed with method ${method}`);
    at += ENTRY_BYTES + data.readUInt16LE(at + 28) + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32);
  }
}
