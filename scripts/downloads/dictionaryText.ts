/** The data dictionary as a text to read, in Markdown. */
import type { LicenceId } from "#survey/licence.ts";
import { codeLists } from "#survey/presentation/tables/codes.ts";
import type { PublicTable } from "#survey/presentation/tables/column.ts";
import { UNITS } from "#survey/presentation/tables/dictionary.ts";
import { readMe, type ReadMeLine } from "#survey/presentation/tables/readMe.ts";
import type { ResultLanguage } from "#survey/presentation/language.ts";
import type { Results } from "#survey/results.ts";

const WORDS = {
  da: {
    tables: "Tabellerne",
    column: "Kolonne",
    heading: "Overskrift",
    meaning: "Betydning",
    unit: "Enhed",
    codes: "Koder",
    code: "Kode",
    label: "Betegnelse",
    format:
      "Filerne .csv er UTF-8 med komma mellem felterne og punktum i decimaltal (RFC 4180). Åbn .xlsx i Excel.",
  },
  en: {
    tables: "The tables",
    column: "Column",
    heading: "Heading",
    meaning: "Meaning",
    unit: "Unit",
    codes: "Codes",
    code: "Code",
    label: "Label",
    format:
      "The .csv files are UTF-8 with a comma between fields and a point in decimals (RFC 4180). Open the .xlsx in Excel.",
  },
} as const;

const lineOf = ({ kind, text }: ReadMeLine): string =>
  ({ title: `# ${text}`, section: `## ${text}`, plain: text })[kind];

const rowOf = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;

const grid = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [rowOf(headings), rowOf(headings.map(() => "---")), ...rows.map(rowOf)].join("\n");

/** The text in one language: how to read the figures, every table with its columns, every list of codes. */
export function dictionaryText(
  results: Results,
  tables: readonly PublicTable[],
  licence: LicenceId,
  language: ResultLanguage,
): string {
  const words = WORDS[language];
  const sections = tables.flatMap(({ id, about, columns }) => [
    `### ${id}.csv`,
    about[language],
    grid(
      [words.column, words.heading, words.meaning, words.unit],
      columns.map(({ id: column, label, meaning, kind }) => [
        `\`${column}\``,
        label[language],
        meaning[language],
        UNITS[kind][language],
      ]),
    ),
  ]);
  const codes = Object.entries(codeLists).flatMap(([name, list]) => [
    `### ${name}`,
    grid(
      [words.code, words.label],
      list.map(({ code, label }) => [`\`${code}\``, label[language]]),
    ),
  ]);
  return `${[
    ...readMe(results, licence, language).map(lineOf),
    `## ${words.tables}`,
    words.format,
    ...sections,
    `## ${words.codes}`,
    ...codes,
  ].join("\n\n")}\n`;
}
