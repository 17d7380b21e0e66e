/** `export/codebook.csv`: every variable and value of the data set, one row each. */
import { writeTable } from "../io/table.ts";
import type { Variable } from "./variables.ts";

const COLUMNS = ["variable", "label", "kind", "value", "value_label", "missing"] as const;

/** A variable without categories has one row; an empty `value` of an item is »not answered«. */
export function codebookTable(variables: readonly Variable[]): { text: string; rows: number } {
  const rows = variables.flatMap(({ name, label, kind, categories }) => {
    const variable = { variable: name, label, kind };
    if (categories.length === 0) return [{ ...variable, value: "", value_label: "", missing: "" }];
    return categories.map((c) => ({
      ...variable,
      value: c.value,
      value_label: c.label,
      missing: c.missing ? "1" : "0",
    }));
  });
  return { text: writeTable(COLUMNS, rows), rows: rows.length };
}
