/** `results/tables.xlsx`: the results for people who work in Excel; numbers are numbers, what is withheld says so. */
import type { CellValue, WriteSheet } from "hucre/xlsx";
import { municipalityOf } from "#survey/municipalities.ts";
import { isIndex, type MeasureId } from "#survey/measures.ts";
import { BREAKDOWNS, type Cell, type Domain, type IndexCell, type Results } from "#survey/results.ts";
import { closedItems, targetGroups } from "#survey/texts/da.ts";
import { withTerm } from "#survey/texts/fill.ts";
import { breakdowns, breakdownValue, cells, indexNames, JOBCENTRE } from "#survey/texts/results.da.ts";
import { CELL_STYLES, writeWorkbook } from "../io/excel.ts";
import { notesOf } from "./notes.ts";
import { figuresOf, resultRows, type ResultRow } from "./resultRows.ts";

interface Column<Row> {
  heading: string;
  /** Characters. */
  width: number;
  numFmt?: string;
  value(row: Row): CellValue;
}

const WHOLE = "#,##0";
const TENTH = "0.0";
const yesNo = (value: boolean): string => (value ? "ja" : "nej");

/** Why a figure is missing: withheld, nobody has answered, not asked. */
function absence(cell: Exclude<Cell | IndexCell, { status: "published" }>): string {
  if (cell.status === "withheld") return cells.withheld.toLowerCase();
  return (cell.status === "missing" ? cells.missing : cells.notAsked).toLowerCase();
}

function levelOf({ municipality, targetGroup, breakdown }: Domain): string {
  const parts = [
    municipality ? "kommune" : null,
    targetGroup ? "målgruppe" : null,
    breakdown ? breakdowns[breakdown.variable].toLowerCase() : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? "alle deltagende kommuner" : parts.join(" × ");
}

const place: Column<ResultRow>[] = [
  { heading: "Niveau", width: 24, value: ({ domain }) => levelOf(domain) },
  { heading: "Kommunekode", width: 13, value: ({ domain }) => domain.municipality },
  {
    heading: "Kommune",
    width: 20,
    value: ({ domain }) => municipalityOf(domain.municipality ?? "")?.name ?? null,
  },
  {
    heading: "Målgruppe",
    width: 18,
    value: ({ domain }) => (domain.targetGroup ? targetGroups[domain.targetGroup] : null),
  },
  ...BREAKDOWNS.map((variable): Column<ResultRow> => ({
    heading: breakdowns[variable],
    width: 22,
    value: ({ domain: { breakdown } }) =>
      breakdown?.variable === variable ? breakdownValue(variable, breakdown.value) : null,
  })),
  { heading: "Nr.", width: 6, value: ({ item }) => (isIndex(item) ? null : Number(item.slice(1))) },
  { heading: "Spørgsmål", width: 60, value: ({ item }) => wordingOf(item) },
];

const wordingOf = (id: MeasureId): string =>
  isIndex(id) ? `Indeks: ${indexNames[id]}` : withTerm(closedItems[id], JOBCENTRE);

type Published = Extract<Cell | IndexCell, { status: "published" }>;

const figure = (
  heading: string,
  numFmt: string,
  value: (cell: Published) => CellValue,
): Column<ResultRow> => ({
  heading,
  width: 13,
  numFmt,
  value: ({ cell }) => (cell.status === "published" ? value(cell) : absence(cell)),
});

const ESTIMATES = [
  ["gennemsnit", TENTH],
  ["gennemsnit, nedre", TENTH],
  ["gennemsnit, øvre", TENTH],
  ["positive (%)", WHOLE],
  ["positive, nedre (%)", WHOLE],
  ["positive, øvre (%)", WHOLE],
  ["bedste svar (%)", WHOLE],
  ["næstbedste (%)", WHOLE],
  ["midterste (%)", WHOLE],
  ["næstdårligste (%)", WHOLE],
  ["dårligste svar (%)", WHOLE],
] as const;

const RESULT_COLUMNS: readonly Column<ResultRow>[] = [
  ...place,
  figure("Antal svar", WHOLE, (cell) => cell.n),
  figure("Usikkert tal", "@", (cell) => yesNo(cell.uncertain)),
  figure("Ved ikke (%)", WHOLE, (cell) =>
    "dontKnow" in cell ? (cell.dontKnow ?? cells.withheld.toLowerCase()) : null,
  ),
  ...ESTIMATES.map(([name, format], i) =>
    figure(`Vægtet: ${name}`, format, (cell) => figuresOf(cell.weighted)[i] ?? null),
  ),
  ...ESTIMATES.map(([name, format], i) =>
    figure(`Uvægtet: ${name}`, format, (cell) => unweightedFigure(cell, i)),
  ),
  figure(
    "Forskel i gennemsnit til det større område",
    TENTH,
    (cell) => cell.comparisons?.[0]?.mean.estimate ?? null,
  ),
  figure(
    "Forskel i positive (procentpoint)",
    WHOLE,
    (cell) => cell.comparisons?.[0]?.positive.estimate ?? null,
  ),
  figure("Sikker forskel", "@", (cell) => (cell.comparisons?.[0] ? yesNo(cell.comparisons[0].clear) : null)),
  figure("Ændring i gennemsnit", TENTH, (cell) => cell.changes?.[0]?.mean.estimate ?? null),
  figure("Ændring i positive (procentpoint)", WHOLE, (cell) => cell.changes?.[0]?.positive.estimate ?? null),
];

/** Unweighted figures are withheld where beside the weighted ones they would give away others. */
const unweightedFigure = (cell: Published, i: number): CellValue =>
  cell.unweighted === null ? cells.withheld.toLowerCase() : (figuresOf(cell.unweighted)[i] ?? null);

type Municipality = Results["municipalities"][number];
const withheld = (value: number | null): CellValue => value ?? cells.withheld.toLowerCase();

const MUNICIPALITY_COLUMNS: readonly Column<Municipality>[] = [
  { heading: "Kommunekode", width: 13, value: (m) => m.code },
  { heading: "Kommune", width: 22, value: (m) => m.name },
  { heading: "Borgere i målgrupperne", width: 14, numFmt: WHOLE, value: (m) => m.population },
  { heading: "Inviterede", width: 12, numFmt: WHOLE, value: (m) => m.invited },
  { heading: "Alle inviteret", width: 12, value: (m) => yesNo(m.census) },
  { heading: "Svar", width: 10, numFmt: WHOLE, value: (m) => withheld(m.answers) },
  { heading: "Svarprocent (%)", width: 12, numFmt: WHOLE, value: (m) => withheld(m.responseRate) },
  { heading: "Usikre tal", width: 12, value: (m) => yesNo(m.uncertain) },
  { heading: "Designeffekt", width: 13, numFmt: "0.00", value: (m) => withheld(m.designEffect) },
  { heading: "Effektivt antal svar", width: 13, numFmt: WHOLE, value: (m) => withheld(m.effectiveAnswers) },
];

const letterOf = (column: number): string =>
  (column >= 26 ? String.fromCodePoint(64 + Math.floor(column / 26)) : "") +
  String.fromCodePoint(65 + (column % 26));

function sheetOf<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  frozen: number,
): WriteSheet {
  const headings = columns.map(
    (column, c) => [`0,${c}`, { value: column.heading, style: CELL_STYLES.heading }] as const,
  );
  return {
    name,
    columns: columns.map(({ width, numFmt }) => ({ width, ...(numFmt === undefined ? {} : { numFmt }) })),
    rows: [columns.map((column) => column.heading), ...rows.map((row) => columns.map((c) => c.value(row)))],
    cells: new Map(headings),
    rowDefs: new Map([[0, { height: 45 }]]),
    freezePane: { rows: 1, columns: frozen },
    autoFilter: { range: `A1:${letterOf(columns.length - 1)}${rows.length + 1}` },
  };
}

/** Characters that a line of the notes holds, and its height in points. */
const NOTE_WIDTH = 100;
const LINE_HEIGHT = 17;

function notesSheet(results: Results): WriteSheet {
  const notes = notesOf(results);
  const lines = (text: string): number => Math.ceil(text.length / (NOTE_WIDTH * 0.9));
  return {
    name: "Læs mig",
    columns: [{ width: NOTE_WIDTH }],
    rows: notes.map((note) => [note.text]),
    cells: new Map(notes.map(({ text, kind }, i) => [`${i},0`, { value: text, style: CELL_STYLES[kind] }])),
    rowDefs: new Map(
      notes.map(({ text, kind }, i) => [i, { height: lines(text) * (kind === "plain" ? LINE_HEIGHT : 26) }]),
    ),
  };
}

/** The bytes of the workbook: how to read it, the municipalities, every cell. */
export const resultsWorkbook = (results: Results): Promise<Uint8Array> =>
  writeWorkbook(
    [
      notesSheet(results),
      sheetOf("Kommuner", MUNICIPALITY_COLUMNS, results.municipalities, 2),
      sheetOf("Resultater", RESULT_COLUMNS, resultRows(results), 4),
    ],
    { title: results.round.title, date: results.round.closes },
  );
