/**
 * What a municipality's extract is like, for the workbook that goes back to it and for the analyst's screen: its own
 * rows only. That a person is counted in another municipality is in the sums, never at a row.
 */
import { EXCLUSIONS, type Exclusion } from "../files.ts";
import { TARGET_GROUPS } from "../targetGroups.ts";
import { targetGroups as groupNames } from "../texts/da.ts";
import { textOf } from "./cells.ts";
import type { Duplicate, PersonRow } from "./duplicates.ts";
import { FIELDS, type Field } from "./fields.ts";
import { withValue } from "./fileProblems.ts";
import type { FlowRow } from "./flow.ts";
import type { MunicipalityExtract, PlacedRow } from "./municipalityExtract.ts";
import {
  rowProblem,
  SEVERITIES,
  severityOf,
  type ProblemText,
  type RowProblem,
  type Severity,
} from "./problems.ts";

/** One kind of problem with all the rows that have it. */
export interface ProblemGroup {
  problem: RowProblem;
  severity: Severity;
  text: ProblemText;
  rows: { place: string; row: number }[];
}

export interface MarkedRow {
  place: string;
  row: number;
  /** The recognised cells as delivered, by field. */
  cells: Map<Field, string>;
  /** The cells in question; a problem of a row without a cell is only in `problems`. */
  marks: Map<Field, Severity>;
  problems: { severity: Severity; field: Field | null; what: string; how: string }[];
}

/** The problems of an extract, the gravest first, then the most frequent. */
export function groupProblems(extract: MunicipalityExtract): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const { place, row, problems } of extract.rows) {
    for (const problem of problems) {
      const key = `${problem.code}/${problem.value ?? ""}`;
      const group = groups.get(key) ?? newGroup(problem);
      group.rows.push({ place, row });
      groups.set(key, group);
    }
  }
  return [...groups.values()].toSorted(
    (a, b) => gravity(a.severity) - gravity(b.severity) || b.rows.length - a.rows.length,
  );
}

const newGroup = (problem: RowProblem): ProblemGroup => ({
  problem,
  severity: severityOf(problem),
  text: rowProblem(problem.code),
  rows: [],
});

const gravity = (severity: Severity): number => SEVERITIES.indexOf(severity);

/** The extract with a note at every row that is a duplicate within the municipality. */
export function withDuplicates(
  extract: MunicipalityExtract,
  duplicates: ReadonlyMap<PersonRow, Duplicate>,
): MunicipalityExtract {
  const within = new Set<PlacedRow>();
  for (const [row, kind] of duplicates) if (kind === "within") within.add(row);
  const rows = extract.rows.map((row) => {
    if (!within.has(row)) return row;
    const column = row.table.header.columns.get("cpr")?.[0] ?? null;
    return { ...row, problems: [...row.problems, { code: "duplicate", column } as const] };
  });
  return { ...extract, rows };
}

/** The fields that the municipality's tables have, in the template's order. */
export const deliveredFields = (extract: MunicipalityExtract): Field[] =>
  FIELDS.filter((field) => extract.rows.some(({ table }) => table.header.columns.has(field)));

/** The rows to show with their cells marked: all that have a problem listed row by row. */
export const markedRows = (extract: MunicipalityExtract): MarkedRow[] =>
  extract.rows.map(markedRow).filter(({ problems }) => problems.length > 0);

function markedRow(row: PlacedRow): MarkedRow {
  const marks = new Map<Field, Severity>();
  const problems: MarkedRow["problems"] = [];
  for (const problem of row.problems) {
    const { field, da, unlisted } = rowProblem(problem.code);
    const [severity, value] = [severityOf(problem), problem.value];
    if (unlisted === true) continue;
    const marked = field === null ? undefined : marks.get(field);
    if (field && (marked === undefined || gravity(severity) < gravity(marked))) marks.set(field, severity);
    problems.push({ severity, field, what: withValue(da.what, value), how: withValue(da.how, value) });
  }
  return {
    place: row.place,
    row: row.row,
    cells: problems.length > 0 ? cellsOf(row) : new Map(),
    marks,
    problems,
  };
}

/** As delivered; of a row without a fault of its own (a duplicate) what was read from it. */
function cellsOf(row: PlacedRow): Map<Field, string> {
  const cells = new Map<Field, string>();
  if (row.cells === null && row.person) {
    const { cpr, benefit, transition } = row.person;
    return cells
      .set("cpr", cpr.digits)
      .set("benefit", benefit.name)
      .set("transition", transition ?? "");
  }
  for (const [field, columns] of row.table.header.columns) {
    cells.set(field, columns.map((column) => textOf(row.cells?.[column])).join(" "));
  }
  return cells;
}

const EXCLUSION_NAMES: Record<Exclusion, string> = {
  duplicate: "Står flere gange i jeres udtræk eller tælles i en anden kommune",
  replacement_cpr: "Erstatningsnummer i stedet for CPR-nummer",
  under_age: "Under 18 år",
  passive: "Passive",
  outside: "Ydelser uden for de fire målgrupper",
  duration: "For kort tid på ydelsen",
};

/** The flow of one municipality in Danish, line by line; rows that were left out are received too. */
export function flowLines(
  flow: readonly FlowRow[],
  leftOut: number,
): { label: string; n: number; strong: boolean }[] {
  const n = (stage: FlowRow["stage"], reason: string): number =>
    flow.find((row) => row.stage === stage && row.reason === reason)?.n ?? 0;
  const eligible = TARGET_GROUPS.reduce((sum, group) => sum + n("eligible", group), 0);
  return [
    { label: "Modtagne rækker", n: n("received", "") + leftOut, strong: true },
    ...(leftOut > 0 ? [{ label: "Rækker, der ikke kan bruges", n: leftOut, strong: false }] : []),
    ...EXCLUSIONS.map((reason) => ({
      label: EXCLUSION_NAMES[reason],
      n: n("excluded", reason),
      strong: false,
    })),
    { label: "Kan blive spurgt", n: eligible, strong: true },
    ...TARGET_GROUPS.map((group) => ({ label: groupNames[group], n: n("eligible", group), strong: false })),
  ];
}
