/** The cases of an SPSS file, compressed: eight codes, then the values that no code stands for. */
import { Bytes } from "./bytes.ts";
import { BIAS, segmentsOf, type SavFile, type SavValue, type SavVariable } from "./dictionary.ts";

const [END_OF_FILE, LITERAL, BLANKS, NO_VALUE] = [252, 253, 254, 255];

interface Segment {
  code: number;
  literal?: Uint8Array;
}

function numberSegment(value: number): Segment {
  const code = value + BIAS;
  if (Number.isInteger(value) && code >= 1 && code <= 251) return { code };
  return { code: LITERAL, literal: new Bytes().double(value).done() };
}

function textSegments(value: string, variable: SavVariable): Segment[] {
  const count = segmentsOf(variable);
  const bytes = new Bytes().text(value, variable.width ?? 8).done();
  const padded = new Uint8Array(count * 8).fill(0x20);
  padded.set(bytes);
  return Array.from({ length: count }, (_, i) => {
    const literal = padded.subarray(i * 8, i * 8 + 8);
    return literal.every((byte) => byte === 0x20) ? { code: BLANKS } : { code: LITERAL, literal };
  });
}

function segments(value: SavValue, variable: SavVariable): Segment[] {
  if (variable.width !== undefined) return textSegments(value === null ? "" : String(value), variable);
  return [value === null ? { code: NO_VALUE } : numberSegment(Number(value))];
}

export function compressedData({ variables, rows }: SavFile): Uint8Array {
  const out = new Bytes();
  let codes: number[] = [];
  let literals: Uint8Array[] = [];
  const flush = (): void => {
    out.raw(Uint8Array.from({ length: 8 }, (_, i) => codes[i] ?? 0));
    for (const literal of literals) out.raw(literal);
    codes = [];
    literals = [];
  };
  const add = ({ code, literal }: Segment): void => {
    codes.push(code);
    if (literal) literals.push(literal);
    if (codes.length === 8) flush();
  };
  for (const row of rows) variables.forEach((variable, i) => segments(row[i] ?? null, variable).forEach(add));
  add({ code: END_OF_FILE });
  if (codes.length > 0) flush();
  return out.done();
}
