/**
 * A zip archive from a stranger, opened with bounds: what it says of itself is checked before a byte is inflated, and
 * nothing is inflated beyond what it said. Names are only ever compared, never used as a path.
 */
import { crc32, inflateRawSync } from "node:zlib";

/** `bomb`: would unfold to more than any extract is. `damaged`: cut short, overlapping, or not what it says. */
export type ArchiveFault = "damaged" | "bomb" | "path";

export class ArchiveError extends Error {
  readonly fault: ArchiveFault;

  constructor(fault: ArchiveFault) {
    super(`the archive cannot be opened: ${fault}`);
    this.name = "ArchiveError";
    this.fault = fault;
  }
}

interface Entry {
  method: number;
  crc: number;
  compressedBytes: number;
  bytes: number;
  /** Where its local header stands. */
  header: number;
}

const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const ZIP64 = 0xffffffff;
/** What zlib takes. */
const SMALLEST_CHUNK = 64;
const STORED = 0;
const DEFLATED = 8;

const MOST_ENTRIES = 5000;
/** All parts of a workbook of 100,000 rows and twenty columns unfold to about half of this. */
const MOST_BYTES = 160_000_000;
/** Deflate packs the most repetitive sheets about 40 to 1; from some size on, more is a bomb. */
const MOST_RATIO = 120;
const RATIO_FROM_BYTES = 8_000_000;

/** The entries of an archive by name. */
export class Archive {
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, Entry>;

  /** @throws ArchiveError when the archive is damaged, unfolds too far, or holds names that are paths out of a folder. */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#entries = guarded(() => readDirectory(this.#bytes));
    let total = 0;
    for (const [name, entry] of this.#entries) {
      if (/(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[a-z]:|\0/i.test(name)) throw new ArchiveError("path");
      total += entry.bytes;
      const ratio = entry.bytes / Math.max(1, entry.compressedBytes);
      if (total > MOST_BYTES || (entry.bytes > RATIO_FROM_BYTES && ratio > MOST_RATIO))
        throw new ArchiveError("bomb");
    }
  }

  get names(): string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The content of an entry, checked. @throws ArchiveError when it is not what the directory says; RangeError: no such entry. */
  read(name: string): Buffer {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw new RangeError(`no entry ${name}`);
    return guarded(() => contentOf(this.#bytes, entry));
  }
}

/** Reading outside the buffer, and whatever zlib says, is the archive's fault. */
function guarded<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof ArchiveError ? error : new ArchiveError("damaged");
  }
}

function readDirectory(bytes: Buffer): Map<string, Entry> {
  const { count, start } = readEnd(bytes);
  if (count > MOST_ENTRIES) throw new ArchiveError("bomb");
  const entries = new Map<string, Entry>();
  let at = start;
  for (let i = 0; i < count; i++) {
    if (bytes.readUInt32LE(at) !== CENTRAL_SIGNATURE) throw new ArchiveError("damaged");
    const nameBytes = bytes.readUInt16LE(at + 28);
    const extraBytes = bytes.readUInt16LE(at + 30);
    const name = bytes.toString("utf8", at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes);
    // Two entries of one name are read differently by different programs.
    if (entries.has(name)) throw new ArchiveError("damaged");
    const extra = bytes.subarray(at + CENTRAL_BYTES + nameBytes, at + CENTRAL_BYTES + nameBytes + extraBytes);
    entries.set(name, entryOf(bytes, at, extra));
    at += CENTRAL_BYTES + nameBytes + extraBytes + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function readEnd(bytes: Buffer): { count: number; start: number } {
  const from = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT);
  for (let at = bytes.length - END_BYTES; at >= from; at--) {
    if (bytes.readUInt32LE(at) !== END_SIGNATURE) continue;
    const [count, start] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 16)];
    if (start !== ZIP64 && count !== 0xffff) return { count, start };
    const record = Number(bytes.readBigUInt64LE(at - 20 + 8));
    return {
      count: Number(bytes.readBigUInt64LE(record + 32)),
      start: Number(bytes.readBigUInt64LE(record + 48)),
    };
  }
  throw new ArchiveError("damaged");
}

function entryOf(bytes: Buffer, at: number, extra: Buffer): Entry {
  const wide = zip64Fields(extra);
  const field = (offset: number): number => {
    const value = bytes.readUInt32LE(at + offset);
    return value === ZIP64 ? Number(wide.shift() ?? Number.NaN) : value;
  };
  // The 64-bit fields stand in this order, each only where its 32 bits are full.
  const [size, compressedBytes, header] = [field(24), field(20), field(42)];
  if (![size, compressedBytes, header].every(Number.isSafeInteger)) throw new ArchiveError("damaged");
  return {
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    compressedBytes,
    bytes: size,
    header,
  };
}

function zip64Fields(extra: Buffer): bigint[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const fields = Math.floor(extra.readUInt16LE(at + 2) / 8);
    return Array.from({ length: fields }, (_, i) => extra.readBigUInt64LE(at + 4 + i * 8));
  }
  return [];
}

function contentOf(bytes: Buffer, entry: Entry): Buffer {
  const { header, compressedBytes, method } = entry;
  if (bytes.readUInt32LE(header) !== LOCAL_SIGNATURE) throw new ArchiveError("damaged");
  const start = header + LOCAL_BYTES + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  const end = start + compressedBytes;
  if (end > bytes.length || (method !== STORED && method !== DEFLATED)) throw new ArchiveError("damaged");
  const packed = bytes.subarray(start, end);
  const content = method === STORED ? packed : inflate(packed, entry.bytes);
  if (content.length !== entry.bytes || crc32(content) !== entry.crc) throw new ArchiveError("damaged");
  return content;
}

function inflate(packed: Buffer, bytes: number): Buffer {
  try {
    // One chunk that has room for everything and for seeing the end: many small ones would be copied together.
    const chunkSize = Math.max(SMALLEST_CHUNK, bytes + 1);
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, bytes), chunkSize });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    throw new ArchiveError(code === "ERR_BUFFER_TOO_LARGE" ? "bomb" : "damaged");
  }
}

/**
 * An archive that holds these parts as they are: what a reader opens without inflating or summing anything again. Without
 * `sums` the checksums are left out, which readers take for »not known«.
 */
export function storedArchive(parts: ReadonlyMap<string, Uint8Array>, { sums = false } = {}): Uint8Array {
  const locals: Uint8Array[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [text, content] of parts) {
    const name = Buffer.from(text);
    const local = Buffer.alloc(LOCAL_BYTES);
    local.writeUInt32LE(LOCAL_SIGNATURE, 0);
    local.writeUInt32LE(content.length, 18);
    local.writeUInt32LE(content.length, 22);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(CENTRAL_BYTES);
    central.writeUInt32LE(CENTRAL_SIGNATURE, 0);
    if (sums) central.writeUInt32LE(crc32(content), 16);
    central.writeUInt32LE(content.length, 20);
    central.writeUInt32LE(content.length, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    locals.push(local, name, content);
    centrals.push(central, name);
    offset += LOCAL_BYTES + name.length + content.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END_SIGNATURE, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
