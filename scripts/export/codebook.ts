/** `export/codebook.csv`: every variable and value of the data set, one row each. */
import { writeTable } from "../io/table.ts";
import type { Variable } from "./variables.ts";

export const CODEBOOK_COLUMNS = [
  "variable",
  "label",
  "kind",
  "value",
  "value_label",
  "missing",
  "spss_value",
] as const;
export type CodebookRow = Record<(typeof CODEBOOK_COLUMNS)[number], string>;

/** A variable without categories has one row; an empty `value` is »not answered« or »not shown«. */
export const codebookRows = (variables: readonly Variable[]): CodebookRow[] =>
  variables.flatMap(({ name, label, kind, categories }): CodebookRow[] => {
    const variable = { variable: name, label, kind };
    const none = { value: "", value_label: "", missing: "", spss_value: "" };
    if (categories.length === 0) return [{ ...variable, ...none }];
    return categories.map((c) => ({
      ...variable,
      value: c.value,
      value_label: c.label,
      missing: c.missing ? "1" : "0",
      spss_value: String(c.code ?? ""),
    }));
  });

export function codebookTable(variables: readonly Variable[]): { text: string; rows: number } {
  const rows = codebookRows(variables);
  return { text: writeTable(CODEBOOK_COLUMNS, rows), rows: rows.length };
}
