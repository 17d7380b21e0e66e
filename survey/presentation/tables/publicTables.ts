/** All that is given away as tables: the figures of results.json and nothing else. */
import type { Results } from "../../results.ts";
import type { PublicTable } from "./column.ts";
import { curveTable } from "./curveTable.ts";
import { changesTable, differencesTable } from "./differenceTables.ts";
import { municipalitiesTable } from "./municipalitiesTable.ts";
import { resultsTable } from "./resultsTable.ts";

export const publicTables = (results: Results): PublicTable[] => [
  municipalitiesTable(results),
  resultsTable(results),
  differencesTable(results),
  changesTable(results),
  curveTable(results),
];
