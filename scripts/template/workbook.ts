/** The template as a workbook: a guide, the sheet to fill in, and the hidden list behind the drop-down. */
import type { CellStyle, CellValue, DataValidation, WriteSheet } from "hucre/xlsx";
import { benefitsBetween } from "#survey/benefits.ts";
import { addDays, type IsoDate } from "#survey/dates.ts";
import { FIELD_LABELS } from "#survey/frame/fieldLabels.ts";
import { EXAMPLE } from "#survey/frame/readSheet.ts";
import type { Round } from "#survey/round.ts";
import { CELL_STYLES, LANDSCAPE, styledSheet, writeWorkbook, type StyledCell } from "../io/excel.ts";
import { changeEntries } from "../io/zipEntry.ts";
import { danishDate } from "./danishDate.ts";
import { columnGuide, steps, TEMPLATE_FIELDS, type TemplateField } from "./guide.ts";

const GUIDE = "Vejledning";
const EXTRACT = "Udtræk";
const LISTS = "Lister";
/** The part that holds the second sheet. */
const EXTRACT_PART = "xl/worksheets/sheet2.xml";
/** Rows that the drop-downs reach: more than the largest municipality sends. */
const LAST_ROW = 100_001;

const COLUMN_STYLES: Record<TemplateField, CellStyle> = {
  cpr: CELL_STYLES.text,
  benefit: CELL_STYLES.text,
  transition: CELL_STYLES.date,
  interview: CELL_STYLES.date,
  finished: CELL_STYLES.text,
  phone: CELL_STYLES.text,
  passive: CELL_STYLES.text,
};
const COLUMN_WIDTHS: Record<TemplateField, number> = {
  cpr: 16,
  benefit: 44,
  transition: 22,
  interview: 20,
  finished: 16,
  phone: 16,
  passive: 12,
};

/** Excel cuts the title of a hint after 32 characters. */
const INPUT_TITLES: Record<TemplateField, string> = {
  cpr: "CPR-nr.",
  benefit: "Ydelse",
  transition: "Overgang til aktuel ydelse",
  interview: "Seneste samtale",
  finished: "Afsluttet forløb",
  phone: "Telefonnr.",
  passive: "Passiv",
};

/** The benefits that exist on the reference date, as the drop-down offers them. */
export const offeredBenefits = (referenceDate: IsoDate): string[] =>
  benefitsBetween(referenceDate, referenceDate).map(({ name }) => name);

export async function templateWorkbook(round: Round): Promise<Uint8Array> {
  const sheets = [guideSheet(round), extractSheet(round), listSheet(round.referenceDate)];
  const title = `Skabelon til udtræk – ${round.title}`;
  const workbook = await writeWorkbook(sheets, { title, date: round.referenceDate });
  return changeEntries(workbook, new Map([[EXTRACT_PART, formatWholeColumns]]));
}

/** Gives each column the format of its cell in row 3, so that cells that do not exist yet have it too. */
function formatWholeColumns(sheetXml: string): string {
  return sheetXml.replaceAll(/<col ([^>]*?)\/>/g, (column: string, attributes: string) => {
    const [, at = "1"] = /min="(\d+)"/.exec(attributes) ?? [];
    const letter = String.fromCodePoint(64 + Number(at));
    const [, style] = new RegExp(`<c r="${letter}3"[^>]*? s="(\\d+)"`).exec(sheetXml) ?? [];
    return style === undefined ? column : `<col ${attributes} style="${style}"/>`;
  });
}

function extractSheet(round: Round): WriteSheet {
  const heading = TEMPLATE_FIELDS.map((field) => [FIELD_LABELS[field], CELL_STYLES.heading] as const);
  const example = exampleRow(round.referenceDate);
  const exampleCells = TEMPLATE_FIELDS.map(
    (field) => [example[field], { ...COLUMN_STYLES[field], ...CELL_STYLES.example }] as const,
  );
  const empty = TEMPLATE_FIELDS.map((field) => [null, COLUMN_STYLES[field]] as const);
  const widths = TEMPLATE_FIELDS.map((field) => COLUMN_WIDTHS[field]);
  return {
    ...styledSheet(EXTRACT, [heading, exampleCells, empty], widths),
    pageSetup: LANDSCAPE,
    freezePane: { rows: 1 },
    dataValidations: validations(round),
  };
}

const exampleRow = (referenceDate: IsoDate): Record<TemplateField, CellValue> => ({
  cpr: `${EXAMPLE} (10 cifre)`,
  benefit: offeredBenefits(referenceDate)[1] ?? "",
  transition: new Date(`${addDays(referenceDate, -200)}T00:00:00Z`),
  interview: new Date(`${addDays(referenceDate, -25)}T00:00:00Z`),
  finished: "nej",
  phone: "12345678",
  passive: "nej",
});

/** The cells under a column's heading: `A2:A100001`. */
function cellsUnder(field: TemplateField): string {
  const letter = String.fromCodePoint(65 + TEMPLATE_FIELDS.indexOf(field));
  return `${letter}2:${letter}${LAST_ROW}`;
}

function validations(round: Round): DataValidation[] {
  const benefits = offeredBenefits(round.referenceDate).length;
  const guide = columnGuide(round);
  const rules: Record<TemplateField, Partial<DataValidation> & Pick<DataValidation, "type">> = {
    cpr: { type: "textLength", operator: "between", formula1: "10", formula2: "20" },
    benefit: { type: "list", formula1: `${LISTS}!$A$2:$A$${benefits + 1}` },
    transition: { type: "date", operator: "between", formula1: "25569", formula2: "73050" },
    interview: { type: "date", operator: "between", formula1: "25569", formula2: "73050" },
    finished: { type: "list", values: ["ja", "nej"] },
    phone: { type: "textLength", operator: "between", formula1: "8", formula2: "16" },
    passive: { type: "list", values: ["ja", "nej"] },
  };
  return TEMPLATE_FIELDS.map((field) => ({
    ...rules[field],
    range: cellsUnder(field),
    allowBlank: true,
    showInputMessage: true,
    inputTitle: INPUT_TITLES[field],
    inputMessage: guide[field].slice(0, 255),
    showErrorMessage: true,
    // A benefit of before a change of the law may be right for somebody who left then: warn, do not refuse.
    errorStyle: "warning",
    errorTitle: INPUT_TITLES[field],
    errorMessage: "Det ligner ikke det, kolonnen skal indeholde. Vil du beholde det?",
  }));
}

function guideSheet(round: Round): WriteSheet {
  const { title, section, plain, strong } = CELL_STYLES;
  const guide = columnGuide(round);
  const lines: StyledCell[][] = [
    [[`Udtræk til ${round.title}`, title]],
    [[`Periode: ${round.period.label}. Frist: ${danishDate(round.deadlines.extract)}.`, plain]],
    [],
    [["Sådan gør du", section]],
    ...steps(round).map((step, i): StyledCell[] => [
      [`${i + 1}.`, strong],
      [step, plain],
    ]),
    [],
    [["Kolonnerne", section]],
    ...TEMPLATE_FIELDS.map((field): StyledCell[] => [
      [FIELD_LABELS[field], strong],
      [guide[field], plain],
    ]),
    [],
    [["Ydelser, der kan vælges", section]],
    ...offeredBenefits(round.referenceDate).map((name): StyledCell[] => [
      ["", plain],
      [name, plain],
    ]),
  ];
  return {
    ...styledSheet(GUIDE, lines, [36, 100]),
    view: { showGridLines: false },
    pageSetup: LANDSCAPE,
  };
}

const listSheet = (referenceDate: IsoDate): WriteSheet => ({
  name: LISTS,
  rows: [["Navne på ydelser"], ...offeredBenefits(referenceDate).map((name) => [name])],
  hidden: true,
});
