/** Reads an SPSS system file, for tests: written from the format's description, sharing nothing with what writes it. */
export interface ReadVariable {
  name: string;
  label: string;
  width: number;
  missing: number[];
  labels: Map<number, string>;
}
export interface ReadSav {
  title: string;
  encoding: string;
  variables: ReadVariable[];
  rows: (number | string | null)[][];
}

class Reader {
  at = 0;
  readonly bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  int(): number {
    this.at += 4;
    return this.#view.getInt32(this.at - 4, true);
  }

  double(): number {
    this.at += 8;
    return this.#view.getFloat64(this.at - 8, true);
  }

  byte(): number {
    return this.bytes[this.at++] ?? 0;
  }

  text(length: number): string {
    this.at += length;
    return new TextDecoder("utf-8", { fatal: true }).decode(this.bytes.subarray(this.at - length, this.at));
  }
}

interface Segment {
  variable: ReadVariable | null;
}

function variable(reader: Reader): ReadVariable | null {
  const [width, hasLabel, missing] = [reader.int(), reader.int(), reader.int()];
  reader.at += 8;
  const name = reader.text(8).trimEnd();
  if (width === -1) return null;
  const length = hasLabel === 1 ? reader.int() : 0;
  const label = reader.text(length);
  reader.at += (4 - (length % 4)) % 4;
  return {
    name,
    label,
    width,
    missing: Array.from({ length: missing }, () => reader.double()),
    labels: new Map(),
  };
}

function valueLabels(reader: Reader, segments: readonly Segment[]): void {
  const labels = Array.from({ length: reader.int() }, () => {
    const value = reader.double();
    const length = reader.byte();
    const label = reader.text(length);
    reader.at += 7 - (length % 8);
    return [value, label] as const;
  });
  if (reader.int() !== 4) throw new Error("value labels without variables");
  const places = Array.from({ length: reader.int() }, () => reader.int());
  for (const place of places)
    for (const [value, label] of labels) segments[place - 1]?.variable?.labels.set(value, label);
}

function cells(reader: Reader, bias: number): (number | Uint8Array | null)[] {
  const values: (number | Uint8Array | null)[] = [];
  for (;;) {
    const codes = Array.from({ length: 8 }, () => reader.byte());
    for (const code of codes) {
      if (code === 252) return values;
      if (code === 0) continue;
      if (code === 255) values.push(null);
      else if (code === 254) values.push(new Uint8Array(8).fill(0x20));
      else if (code === 253) {
        values.push(Uint8Array.from(reader.bytes.subarray(reader.at, reader.at + 8)));
        reader.at += 8;
      } else values.push(code - bias);
    }
  }
}

export function readSav(bytes: Uint8Array): ReadSav {
  const reader = new Reader(bytes);
  if (reader.text(4) !== "$FL2") throw new Error("no SPSS file");
  reader.at = 64;
  const [, , compressed = 0, , cases = 0] = Array.from({ length: 5 }, () => reader.int());
  if (compressed !== 1) throw new Error("not compressed");
  const bias = reader.double();
  reader.at = 109;
  const title = reader.text(64).trimEnd();
  reader.at = 176;
  const segments: Segment[] = [];
  let encoding = "";
  for (let type = reader.int(); type !== 999; type = reader.int()) {
    if (type === 2) segments.push({ variable: variable(reader) });
    else if (type === 3) valueLabels(reader, segments);
    else if (type === 7) {
      const [subtype, size, count] = [reader.int(), reader.int(), reader.int()];
      const start = reader.at;
      if (subtype === 20) encoding = reader.text(size * count);
      if (subtype === 13) {
        const names = new Map(
          reader
            .text(size * count)
            .split("\t")
            .map((pair): [string, string] => [
              pair.slice(0, pair.indexOf("=")),
              pair.slice(pair.indexOf("=") + 1),
            ]),
        );
        for (const one of segments) if (one.variable) one.variable.name = names.get(one.variable.name) ?? "";
      }
      reader.at = start + size * count;
    } else throw new Error(`record ${type}`);
  }
  reader.at += 4;
  const values = cells(reader, bias);
  const rows = Array.from({ length: cases }, (_, r) =>
    rowOf(values.slice(r * segments.length, (r + 1) * segments.length), segments),
  );
  if (values.length !== cases * segments.length) throw new Error("the data do not fit the number of cases");
  return { title, encoding, variables: segments.flatMap((one) => one.variable ?? []), rows };
}

function rowOf(
  values: readonly (number | Uint8Array | null)[],
  segments: readonly Segment[],
): (number | string | null)[] {
  const row: (number | string | null)[] = [];
  values.forEach((value, i) => {
    const own = segments[i]?.variable;
    const isText = own === null || (own?.width ?? 0) > 0;
    const read =
      value instanceof Uint8Array
        ? isText
          ? new TextDecoder().decode(value)
          : new DataView(value.buffer).getFloat64(0, true)
        : value;
    if (own === null) row.push(`${row.pop()}${read}`);
    else row.push(read ?? null);
  });
  return row.map((value) => (typeof value === "string" ? value.trimEnd() : value));
}
