/** The data dictionary: what every column of the public tables means, and every code in them. */
import { codeLists } from "./codes.ts";
import type { Bilingual, Kind, PublicTable } from "./column.ts";

export interface DictionaryEntry {
  readonly table: PublicTable["id"];
  readonly column: string;
  /** Empty for a column itself; else one of its codes. */
  readonly code: string;
  readonly label: Bilingual;
  readonly meaning: Bilingual;
  readonly kind: Kind;
  readonly unit: Bilingual;
}

/** What a number counts, and between which bounds; words and codes have no unit. */
export const UNITS: Readonly<Record<Kind, Bilingual>> = {
  code: { da: "kode", en: "code" },
  text: { da: "tekst", en: "text" },
  count: { da: "antal, 0 eller mere", en: "number, 0 or more" },
  percent: { da: "hele procent, 0 til 100", en: "whole percent, 0 to 100" },
  score: { da: "point, 0,0 til 100,0", en: "points, 0.0 to 100.0" },
  percentagePoints: { da: "procentpoint, −100 til 100", en: "percentage points, −100 to 100" },
  scorePoints: { da: "point, −100,0 til 100,0", en: "points, −100.0 to 100.0" },
  ratio: { da: "forhold, 1,00 eller mere", en: "ratio, 1.00 or more" },
  probability: { da: "sandsynlighed, 0,0001 til 1", en: "probability, 0.0001 to 1" },
  flag: { da: "1 = ja, 0 = nej", en: "1 = yes, 0 = no" },
};

/** A line for every column, and under it one for each of its codes. */
export function dictionaryOf(tables: readonly PublicTable[]): DictionaryEntry[] {
  return tables.flatMap(({ id: table, columns }) =>
    columns.flatMap(({ id: column, label, meaning, kind, codes }) => {
      const entry = { table, column, kind, unit: UNITS[kind] };
      return [
        { ...entry, code: "", label, meaning },
        ...(codes === undefined ? [] : (codeLists[codes] ?? [])).map(({ code, label: words }) => ({
          ...entry,
          code,
          label: words,
          meaning: words,
        })),
      ];
    }),
  );
}
