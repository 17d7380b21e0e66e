/**
 * What a municipality's extract is like, for the workbook that goes back to it and for the analyst's screen: its own
 * rows only. That a person is counted in another municipality is in the sums, never at a row.
 */
import { FLOW_EXCLUSIONS, type FlowExclusion } from "../files.ts";
import { TARGET_GROUPS } from "../targetGroups.ts";
import { targetGroups as groupNames } from "../texts/da.ts";
import { textOf, type Cell } from "./cells.ts";
import type { Header } from "./columns.ts";
import type { Duplicate } from "./duplicates.ts";
import { FIELDS, type Field } from "./fields.ts";
import { withValue } from "./fileProblems.ts";
import type { FlowRow } from "./flow.ts";
import type { ExtractPart, FramePerson, MunicipalityExtract } from "./municipalityExtract.ts";
import type { ProblemRow } from "./readSheet.ts";
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
export function groupProblems({ parts }: MunicipalityExtract): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const { place, problems: rows } of parts) {
    for (const { row, problems } of rows) {
      for (const problem of problems) {
        const key = `${problem.code}/${problem.value ?? ""}`;
        const group = groups.get(key) ?? newGroup(problem);
        group.rows.push({ place, row });
        groups.set(key, group);
      }
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
export function withDuplicates<P extends FramePerson>(
  extract: MunicipalityExtract<P>,
  duplicates: ReadonlyMap<P, Duplicate>,
): MunicipalityExtract<P> {
  const parts = extract.parts.map((part) => {
    const within = part.people.filter((person) => duplicates.get(person) === "within");
    return within.length === 0 ? part : { ...part, problems: withNotes(part, within) };
  });
  return { ...extract, parts };
}

function withNotes({ table, problems }: ExtractPart, duplicates: readonly FramePerson[]): ProblemRow[] {
  const rows = new Map(problems.map((row) => [row.row, row]));
  const column = table.header.columns.get("cpr")?.[0] ?? null;
  for (const person of duplicates) {
    const { row, municipality } = person;
    const { cells, problems: others } = rows.get(row) ?? {
      cells: readCells(table.header, person),
      problems: [],
    };
    rows.set(row, { row, municipality, cells, problems: [...others, { code: "duplicate", column }] });
  }
  return [...rows.values()].toSorted((a, b) => a.row - b.row);
}

/** Of a row without a fault of its own: what tells the clerk which of the person's rows it is. */
function readCells({ columns }: Header, { cpr, benefit, transition }: FramePerson): Cell[] {
  const cells: Cell[] = [];
  for (const [field, text] of [
    ["cpr", cpr],
    ["benefit", benefit],
    ["transition", transition],
  ] as const) {
    const [column] = columns.get(field) ?? [];
    if (column !== undefined) cells[column] = text;
  }
  return cells;
}

/** The fields that the municipality's tables have, in the template's order. */
export const deliveredFields = ({ parts }: MunicipalityExtract): Field[] =>
  FIELDS.filter((field) => parts.some(({ table }) => table.header.columns.has(field)));

/** The rows to show with their cells marked: all that have a problem listed row by row. */
export const markedRows = ({ parts }: MunicipalityExtract): MarkedRow[] =>
  parts.flatMap((part) =>
    part.problems.map((row) => markedRow(row, part)).filter(({ problems }) => problems.length > 0),
  );

function markedRow(row: ProblemRow, { place, table }: ExtractPart): MarkedRow {
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
  const cells = problems.length > 0 ? cellsOf(row, table.header) : new Map<Field, string>();
  return { place, row: row.row, cells, marks, problems };
}

/** The cells of the known fields as text. */
function cellsOf({ cells }: ProblemRow, { columns }: Header): Map<Field, string> {
  const texts = new Map<Field, string>();
  for (const [field, places] of columns)
    texts.set(field, places.map((column) => textOf(cells?.[column])).join(" "));
  return texts;
}

const EXCLUSION_NAMES: Record<FlowExclusion, string> = {
  unusable: "Rækker, der ikke kan bruges",
  duplicate: "Står flere gange i jeres udtræk eller tælles i en anden kommune",
  replacement_cpr: "Erstatningsnummer i stedet for CPR-nummer",
  under_age: "Under 18 år",
  passive: "Passive",
  outside: "Ydelser uden for de fire målgrupper",
  duration: "For kort tid på ydelsen",
};

/** The flow of one municipality in Danish, line by line; unusable rows only where there are some. */
export function flowLines(flow: readonly FlowRow[]): { label: string; n: number; strong: boolean }[] {
  const n = (stage: FlowRow["stage"], reason: string): number =>
    flow.find((row) => row.stage === stage && row.reason === reason)?.n ?? 0;
  const eligible = TARGET_GROUPS.reduce((sum, group) => sum + n("eligible", group), 0);
  return [
    { label: "Modtagne rækker", n: n("received", ""), strong: true },
    ...FLOW_EXCLUSIONS.filter((reason) => reason !== "unusable" || n("excluded", reason) > 0).map(
      (reason) => ({
        label: EXCLUSION_NAMES[reason],
        n: n("excluded", reason),
        strong: false,
      }),
    ),
    { label: "Kan blive spurgt", n: eligible, strong: true },
    ...TARGET_GROUPS.map((group) => ({ label: groupNames[group], n: n("eligible", group), strong: false })),
  ];
}
