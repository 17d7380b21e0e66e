/** Public tables as CSV: codes, words and plain numbers. A field without a number is empty; a status column says why. */
import { dictionaryOf } from "#survey/presentation/tables/dictionary.ts";
import type { PublicTable } from "#survey/presentation/tables/column.ts";
import { writeTable } from "../io/table.ts";

/** The table with a comma between fields and a point in decimals, whatever the reader's country. */
export function tableCsv({ columns, rows }: PublicTable): string {
  const names = columns.map(({ id }) => id);
  const row = (values: PublicTable["rows"][number]) =>
    Object.fromEntries(names.map((name, i) => [name, values[i]]));
  return writeTable(names, rows.map(row));
}

const DICTIONARY = [
  "table",
  "column",
  "code",
  "type",
  "unit_da",
  "unit_en",
  "label_da",
  "label_en",
  "meaning_da",
  "meaning_en",
] as const;

/** What every column and every code means, in Danish and English. */
export const dictionaryCsv = (tables: readonly PublicTable[]): string =>
  writeTable(
    DICTIONARY,
    dictionaryOf(tables).map(({ table, column, code, kind, unit, label, meaning }) => ({
      table,
      column,
      code,
      type: kind,
      unit_da: unit.da,
      unit_en: unit.en,
      label_da: label.da,
      label_en: label.en,
      meaning_da: meaning.da,
      meaning_en: meaning.en,
    })),
  );
