/** Writes a zip archive (APPNOTE.TXT 6.3.10): deflated, names in UTF-8, no clock, so that the same files give the same bytes. */
import { crc32, deflateRawSync } from "node:zlib";

const LOCAL_SIGNATURE = 0x04034b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const END_SIGNATURE = 0x06054b50;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
const VERSION = 20;
/** Bit 11: names are UTF-8. */
const FLAGS = 0x0800;
const DEFLATED = 8;
/** 1 January 1980: the first day a zip file can name. */
const FIRST_DATE = 0x0021;
const MOST_ENTRIES = 0xffff;

export interface ZipEntry {
  name: string;
  data: Uint8Array | string;
}

/** @throws RangeError when there are more entries than a plain archive can hold. */
export function zipArchive(entries: Iterable<ZipEntry>): Uint8Array {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, data } of entries) {
    const content = Buffer.from(data);
    const packed = deflateRawSync(content);
    const encoded = Buffer.from(name);
    const described = description(crc32(content), packed.length, content.length, encoded.length);
    const local = Buffer.concat([signed(LOCAL_SIGNATURE, LOCAL_BYTES), encoded]);
    described.copy(local, 4);
    const central = Buffer.concat([signed(CENTRAL_SIGNATURE, CENTRAL_BYTES), encoded]);
    central.writeUInt16LE(VERSION, 4);
    described.copy(central, 6);
    central.writeUInt32LE(offset, 42);
    locals.push(local, packed);
    centrals.push(central);
    offset += local.length + packed.length;
  }
  if (centrals.length > MOST_ENTRIES) throw new RangeError(`${centrals.length} entries in one archive`);
  const directory = Buffer.concat(centrals);
  const end = signed(END_SIGNATURE, END_BYTES);
  end.writeUInt16LE(centrals.length, 8);
  end.writeUInt16LE(centrals.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

function signed(signature: number, size: number): Buffer {
  const record = Buffer.alloc(size);
  record.writeUInt32LE(signature, 0);
  return record;
}

/** The 24 bytes that both headers of an entry have, from the version needed on; no extra field. */
function description(crc: number, packed: number, size: number, nameBytes: number): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(FLAGS, 2);
  fields.writeUInt16LE(DEFLATED, 4);
  fields.writeUInt16LE(FIRST_DATE, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(packed, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(nameBytes, 22);
  return fields;
}
