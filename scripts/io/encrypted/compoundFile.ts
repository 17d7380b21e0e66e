/**
 * The streams of a compound file (OLE2, MS-CFB): the container that Office puts an encrypted workbook into. Every chain is
 * bounded by the file's own length, so that a file made to go in circles ends.
 */
const HEADER_BYTES = 512;
const DIRECTORY_ENTRY_BYTES = 128;
const LAST_SECTOR = 0xfffffffa;
const DIFAT_IN_HEADER = 109;
const STREAM = 2;
const ROOT = 5;

interface Directory {
  name: string;
  type: number;
  start: number;
  bytes: number;
}

/** The streams by name, whatever folder they stand in. @throws RangeError when the file is damaged. */
export function readCompoundFile(file: Buffer): Map<string, Buffer> {
  const sectorBytes = 1 << file.readUInt16LE(30);
  const miniSectorBytes = 1 << file.readUInt16LE(32);
  if (sectorBytes < 128 || sectorBytes > 65_536 || miniSectorBytes > sectorBytes)
    throw new RangeError("no sector size");
  const sector = (n: number): Buffer => {
    const at = (n + 1) * sectorBytes;
    if (at + 1 > file.length) throw new RangeError("a sector is missing");
    return file.subarray(at, at + sectorBytes);
  };
  const fat = numbersOf(Buffer.concat(fatSectors(file, sector).map(sector)));
  const chain = (start: number): Buffer => Buffer.concat(chainOf(fat, start).map(sector));

  const entries = directoryOf(chain(file.readUInt32LE(48)));
  const root = entries.find(({ type }) => type === ROOT);
  const mini = root === undefined ? Buffer.alloc(0) : chain(root.start);
  const miniFat = numbersOf(chain(file.readUInt32LE(60)));
  const cutoff = file.readUInt32LE(56);
  const contentOf = ({ start, bytes }: Directory): Buffer => {
    if (bytes >= cutoff) return chain(start).subarray(0, bytes);
    const pieces = chainOf(miniFat, start).map((n) =>
      mini.subarray(n * miniSectorBytes, (n + 1) * miniSectorBytes),
    );
    return Buffer.concat(pieces).subarray(0, bytes);
  };
  return new Map(
    entries.filter(({ type }) => type === STREAM).map((entry) => [entry.name, contentOf(entry)]),
  );
}

/** The sectors that hold the allocation table: 109 of them in the header, the others in a chain of their own. */
function fatSectors(file: Buffer, sector: (n: number) => Buffer): number[] {
  const listed = numbersOf(file.subarray(76, HEADER_BYTES)).slice(0, DIFAT_IN_HEADER);
  let next = file.readUInt32LE(68);
  for (let left = Math.ceil(file.length / HEADER_BYTES); next < LAST_SECTOR && left > 0; left--) {
    const numbers = numbersOf(sector(next));
    next = numbers.pop() ?? LAST_SECTOR;
    listed.push(...numbers);
  }
  return listed.filter((n) => n < LAST_SECTOR).slice(0, file.readUInt32LE(44));
}

function chainOf(table: readonly number[], start: number): number[] {
  const chain: number[] = [];
  for (let n = start; n < LAST_SECTOR; n = table[n] ?? LAST_SECTOR) {
    if (chain.length > table.length) throw new RangeError("a chain goes in circles");
    chain.push(n);
  }
  return chain;
}

function directoryOf(bytes: Buffer): Directory[] {
  const entries: Directory[] = [];
  for (let at = 0; at + DIRECTORY_ENTRY_BYTES <= bytes.length; at += DIRECTORY_ENTRY_BYTES) {
    const nameBytes = Math.min(64, Math.max(2, bytes.readUInt16LE(at + 64)));
    entries.push({
      name: bytes.toString("utf16le", at, at + nameBytes - 2),
      type: bytes[at + 66] ?? 0,
      start: bytes.readUInt32LE(at + 116),
      bytes: bytes.readUInt32LE(at + 120),
    });
  }
  return entries;
}

const numbersOf = (bytes: Buffer): number[] =>
  Array.from({ length: Math.floor(bytes.length / 4) }, (_, i) => bytes.readUInt32LE(i * 4));
