/**
 * An SPSS system file (.sav): dictionary with labels and missing values, data compressed by byte codes, UTF-8. Written to the
 * published description »System File Format« of PSPP (B. Pfaff et al., PSPP Developer's Guide, appendix B).
 */
import { Bytes, roundUp, utf8 } from "./bytes.ts";
import { compressedData } from "./data.ts";
import { BIAS, segmentsOf, type SavFile, type SavVariable } from "./dictionary.ts";

const [FORMAT_TEXT, FORMAT_NUMBER] = [1, 5];
const MEASURES = { nominal: 1, ordinal: 2, scale: 3 } as const;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** Bytes of a label that every program reads. */
const [MOST_LABEL, MOST_VALUE_LABEL] = [252, 120];

/** Eight-byte names for programs of before 1998; the long ones stand in a record of their own. */
const shortName = (index: number): string => `V${String(index + 1).padStart(5, "0")}`;

function headerRecord(out: Bytes, { title, date, variables, rows }: SavFile): void {
  const [year = "", month = "1", day = ""] = date.split("-");
  out
    .text("$FL2", 4)
    .text("@(#) SPSS DATA FILE Borgersvar", 60)
    .int(
      2,
      variables.reduce((sum, variable) => sum + segmentsOf(variable), 0),
      1,
      0,
      rows.length,
    )
    .double(BIAS)
    .text(`${day} ${MONTHS[Number(month) - 1] ?? "Jan"} ${year.slice(2)}`, 9)
    .text("00:00:00", 8)
    .text(title, 64)
    .raw(new Uint8Array(3));
}

function formatOf({ width, decimals = 0 }: SavVariable): number {
  if (width !== undefined) return (FORMAT_TEXT << 16) | (width << 8);
  return (FORMAT_NUMBER << 16) | ((decimals > 0 ? 14 : 8) << 8) | decimals;
}

function variableRecord(out: Bytes, variable: SavVariable, index: number): void {
  const label = utf8(variable.label, MOST_LABEL);
  const format = formatOf(variable);
  out
    .int(2, variable.width ?? 0, 1, variable.missing.length, format, format)
    .text(shortName(index), 8)
    .int(label.length)
    .raw(label)
    .raw(new Uint8Array(roundUp(label.length, 4) - label.length))
    .double(...variable.missing);
  for (let more = 1; more < segmentsOf(variable); more++) out.int(2, -1, 0, 0, 0, 0).text("", 8);
}

/** @param place of the variable among the eight-byte segments, from 1. */
function labelRecord(out: Bytes, { labels }: SavVariable, place: number): void {
  if (labels.length === 0) return;
  out.int(3, labels.length);
  for (const { value, label } of labels) {
    const bytes = utf8(label, MOST_VALUE_LABEL);
    const padding = roundUp(bytes.length + 1, 8) - bytes.length - 1;
    out.double(value).raw(Uint8Array.of(bytes.length)).raw(bytes).raw(new Uint8Array(padding).fill(0x20));
  }
  out.int(4, 1, place);
}

const infoRecord = (out: Bytes, subtype: number, size: number, count: number, data: Uint8Array): Bytes =>
  out.int(7, subtype, size, count).raw(data);

function infoRecords(out: Bytes, { variables, rows }: SavFile): void {
  // Version 1.0.0, no machine, IEEE 754, one, little-endian, UTF-8.
  infoRecord(out, 3, 4, 8, new Bytes().int(1, 0, 0, -1, 1, 1, 2, 65_001).done());
  infoRecord(out, 4, 8, 3, new Bytes().double(-Number.MAX_VALUE, Number.MAX_VALUE, lowest).done());
  const display = variables.flatMap(({ measure, width }) => [
    MEASURES[measure],
    Math.min(width ?? 8, 40),
    width === undefined ? 1 : 0,
  ]);
  infoRecord(out, 11, 4, display.length, new Bytes().int(...display).done());
  const names = utf8(variables.map(({ name }, i) => `${shortName(i)}=${name}`).join("\t"));
  infoRecord(out, 13, 1, names.length, names);
  infoRecord(out, 16, 8, 2, new Bytes().int(1, 0, rows.length, 0).done());
  const encoding = utf8("UTF-8");
  infoRecord(out, 20, 1, encoding.length, encoding);
}

/** The lowest number above the one that means »no value«. */
const lowest = -1.797_693_134_862_315_5e308;

/** @throws RangeError when a variable has more than three missing values or a text that is too wide. */
export function savBytes(file: SavFile): Uint8Array {
  for (const { name, missing, width = 1 } of file.variables) {
    if (missing.length > 3) throw new RangeError(`${name}: a variable has at most three missing values`);
    if (width < 1 || width > 255) throw new RangeError(`${name}: a text is 1 to 255 bytes wide`);
  }
  const out = new Bytes();
  headerRecord(out, file);
  file.variables.forEach((variable, i) => variableRecord(out, variable, i));
  let place = 1;
  for (const variable of file.variables) {
    labelRecord(out, variable, place);
    place += segmentsOf(variable);
  }
  infoRecords(out, file);
  return out.int(999, 0).raw(compressedData(file)).done();
}
