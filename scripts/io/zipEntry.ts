/**
 * Changes entries of a zip archive that we wrote ourselves (no data descriptors, no ZIP64): for what the workbook writer
 * cannot say. Everything else stays byte for byte.
 */
import { promisify } from "node:util";
import { crc32, deflateRaw, inflateRawSync } from "node:zlib";

const LOCAL_HEADER = 30;
const CENTRAL_HEADER = 46;
const END_RECORD = 22;

const deflated = promisify<Buffer, Buffer>(deflateRaw);

interface Entry {
  name: string;
  /** The central directory's record, name and extra included. */
  central: Buffer;
  /** The local header with name and extra, and the stored bytes. */
  local: Buffer;
  data: Buffer;
}

/** How entries change, by their names. */
export type EntryChanges = ReadonlyMap<string, (text: string) => string>;

/** @throws RangeError when the archive has no such entry. */
export async function changeEntries(zip: Uint8Array, changes: EntryChanges): Promise<Uint8Array> {
  const entries = readEntries(Buffer.from(zip));
  for (const [name, change] of changes) {
    const index = entries.findIndex((candidate) => candidate.name === name);
    const entry = entries[index];
    if (entry === undefined) throw new RangeError(`the archive has no entry ${name}`);
    entries[index] = await changed(entry, change);
  }
  return writeEntries(entries);
}

async function changed(entry: Entry, change: (text: string) => string): Promise<Entry> {
  const compressed = entry.central.readUInt16LE(10) === 8;
  const before = compressed ? inflateRawSync(entry.data) : entry.data;
  const after = Buffer.from(change(before.toString("utf8")), "utf8");
  const data = await deflated(after);
  const replaced = { ...entry, data, local: Buffer.from(entry.local), central: Buffer.from(entry.central) };
  describe(replaced.local, 8, data.length, after);
  describe(replaced.central, 10, data.length, after);
  return replaced;
}

/** Method, checksum and sizes of a header; `at` is the place of the method, the other fields follow it. */
function describe(header: Buffer, at: number, size: number, content: Buffer): void {
  header.writeUInt16LE(8, at);
  header.writeUInt32LE(crc32(content), at + 6);
  header.writeUInt32LE(size, at + 10);
  header.writeUInt32LE(content.length, at + 14);
}

function readEntries(zip: Buffer): Entry[] {
  const end = zip.length - END_RECORD;
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = zip.readUInt16LE(at + 28);
    const length = CENTRAL_HEADER + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    const central = zip.subarray(at, at + length);
    const start = central.readUInt32LE(42);
    const dataAt = start + LOCAL_HEADER + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    entries.push({
      name: central.toString("utf8", CENTRAL_HEADER, CENTRAL_HEADER + nameLength),
      central,
      local: zip.subarray(start, dataAt),
      data: zip.subarray(dataAt, dataAt + central.readUInt32LE(20)),
    });
    at += length;
  }
  return entries;
}

function writeEntries(entries: readonly Entry[]): Uint8Array {
  let offset = 0;
  const centrals = entries.map(({ central, local, data }) => {
    const moved = Buffer.from(central);
    moved.writeUInt32LE(offset, 42);
    offset += local.length + data.length;
    return moved;
  });
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(END_RECORD);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...entries.flatMap(({ local, data }) => [local, data]), directory, end]);
}
