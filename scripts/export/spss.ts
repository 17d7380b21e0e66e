/** `export/answers.sav`: the data set for SPSS and PSPP; categories are numbers with labels, as these programs want them. */
import type { Round } from "#survey/round.ts";
import type { DataRow } from "./dataRows.ts";
import { utf8 } from "./sav/bytes.ts";
import type { SavValue, SavVariable } from "./sav/dictionary.ts";
import { savBytes } from "./sav/savFile.ts";
import type { Variable } from "./variables.ts";

const WEIGHT_DECIMALS = 6;
const WITH_DECIMALS = new Set(["weight", "inclusion_probability"]);

/** Bytes of the longest text of a column. */
const widthOf = (name: string, rows: readonly DataRow[]): number =>
  Math.max(1, ...rows.map((row) => utf8(String(row[name] ?? "")).length));

function savVariable(
  { name, label, kind, measure, categories }: Variable,
  rows: readonly DataRow[],
): SavVariable {
  const coded = categories.flatMap(({ code, label: words, missing }) =>
    code === null ? [] : [{ value: code, label: words, missing }],
  );
  return {
    name,
    label,
    measure,
    ...(kind === "text" ? { width: widthOf(name, rows) } : {}),
    ...(WITH_DECIMALS.has(name) ? { decimals: WEIGHT_DECIMALS } : {}),
    labels: coded.map(({ value, label: words }) => ({ value, label: words })),
    missing: coded.filter((c) => c.missing).map(({ value }) => value),
  };
}

/** What stands in a cell of each variable. */
function valueReader({ name, kind, categories }: Variable): (row: DataRow) => SavValue {
  if (kind !== "category") return (row) => row[name] ?? null;
  const codes = new Map(categories.map(({ value, code }) => [value, code]));
  return (row) => codes.get(String(row[name] ?? "")) ?? null;
}

export function spssFile(round: Round, variables: readonly Variable[], rows: readonly DataRow[]): Uint8Array {
  const readers = variables.map(valueReader);
  return savBytes({
    title: round.title,
    date: round.field.closes,
    variables: variables.map((variable) => savVariable(variable, rows)),
    rows: rows.map((row) => readers.map((read) => read(row))),
  });
}
