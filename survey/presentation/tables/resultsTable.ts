/** The table of all results: one row a domain and item. A figure that is not shown is empty, and columns say why. */
import type { Results } from "../../results.ts";
import { cellRows, isPublished, measureColumns, placeColumns, type CellRow } from "./cellRow.ts";
import { reasonLabel, statusLabel } from "./codes.ts";
import { tableOf, type Column, type PublicTable } from "./column.ts";
import { figureColumns } from "./figureColumns.ts";

const HEAD = {
  id: "resultater",
  title: { da: "Resultater", en: "Results" },
  about: {
    da: "Hvert spørgsmål og indeks for alle, for hver kommune, målgruppe og baggrund.",
    en: "Each item and index for all, for each municipality, target group and background.",
  },
} as const;

/** Shown, or withheld although the row itself is shown; empty where there is nothing to show. */
const partStatus = (row: CellRow, shown: (row: CellRow) => boolean | null): string | null => {
  const part = isPublished(row) ? shown(row) : null;
  if (part === null) return null;
  return part ? "published" : "withheld";
};

const statusColumns: readonly Column<CellRow>[] = [
  {
    id: "status",
    kind: "code",
    codes: "status",
    width: 11,
    label: { da: "Status, kode", en: "Status, code" },
    meaning: {
      da: "Om tallet vises. Skjult, ingen svar og ikke spurgt er tre forskellige ting. Et skjult tal er ikke nul.",
      en: "Whether the figure is shown. Withheld, no answers and not asked are three different things. A withheld figure is not zero.",
    },
    value: ({ cell }) => cell.status,
  },
  {
    id: "status_text",
    kind: "text",
    width: 12,
    label: { da: "Status", en: "Status" },
    meaning: { da: "Status med ord, på dansk.", en: "The status in Danish words." },
    value: ({ cell }) => statusLabel[cell.status].da,
  },
  {
    id: "reason",
    kind: "code",
    codes: "reason",
    width: 15,
    label: { da: "Grund, kode", en: "Reason, code" },
    meaning: { da: "Hvorfor tallet er skjult.", en: "Why the figure is withheld." },
    value: ({ cell }) => (cell.status === "withheld" ? cell.reason : null),
  },
  {
    id: "reason_text",
    kind: "text",
    width: 30,
    label: { da: "Grund", en: "Reason" },
    meaning: { da: "Grunden med ord, på dansk.", en: "The reason in Danish words." },
    value: ({ cell }) => (cell.status === "withheld" ? reasonLabel[cell.reason].da : null),
  },
];

const countColumns: readonly Column<CellRow>[] = [
  {
    id: "n",
    kind: "count",
    width: 10,
    label: { da: "Antal svar", en: "Answers" },
    meaning: {
      da: "Hvor mange der gav et af de fem svar. For indeks: hvor mange der har svaret på nok af temaets spørgsmål.",
      en: "How many gave one of the five answers. For indexes: how many answered enough of the theme's items.",
    },
    value: (row) => (isPublished(row) ? row.cell.n : null),
  },
  {
    id: "uncertain",
    kind: "flag",
    codes: "flag",
    width: 10,
    label: { da: "Usikkert tal", en: "Uncertain" },
    meaning: {
      da: "Tallet bygger på få svar eller har et bredt interval. Læs det med forbehold.",
      en: "The figure is from few answers or has a wide interval. Read it with care.",
    },
    value: (row) => (isPublished(row) ? Number(row.cell.uncertain) : null),
  },
  {
    id: "dont_know",
    kind: "percent",
    width: 10,
    label: { da: "Ved ikke", en: "Don't know" },
    meaning: {
      da: "Vægtet andel »Ved ikke« af alle, der tog stilling. Er ikke med i de andre tal. Findes ikke for indeks.",
      en: "Weighted share of »don't know« among all who took a stand. Not part of the other figures. Indexes have none.",
    },
    value: ({ cell }) => ("dontKnow" in cell ? cell.dontKnow : null),
  },
  {
    id: "dont_know_status",
    kind: "code",
    codes: "status",
    width: 13,
    label: { da: "Ved ikke: status, kode", en: "Don't know: status, code" },
    meaning: { da: "Om »Ved ikke« vises.", en: "Whether »don't know« is shown." },
    value: (row) => partStatus(row, ({ cell }) => ("dontKnow" in cell ? cell.dontKnow !== null : null)),
  },
];

const unweightedStatus: Column<CellRow> = {
  id: "unweighted_status",
  kind: "code",
  codes: "status",
  width: 13,
  label: { da: "Uvægtet: status, kode", en: "Unweighted: status, code" },
  meaning: {
    da: "Om de uvægtede tal vises. De er skjult, hvor de ved siden af de vægtede kunne røbe et skjult tal.",
    en: "Whether the unweighted figures are shown. They are withheld where beside the weighted ones they could give away a withheld figure.",
  },
  value: (row) => partStatus(row, ({ cell }) => cell.status === "published" && cell.unweighted !== null),
};

const COLUMNS: readonly Column<CellRow>[] = [
  ...placeColumns,
  ...measureColumns,
  ...statusColumns,
  ...countColumns,
  ...figureColumns<CellRow>("weighted", { da: "Vægtet", en: "Weighted" }, (row) =>
    isPublished(row) ? row.cell.weighted : null,
  ),
  unweightedStatus,
  ...figureColumns<CellRow>("unweighted", { da: "Uvægtet", en: "Unweighted" }, (row) =>
    isPublished(row) ? row.cell.unweighted : null,
  ),
];

export const resultsTable = (results: Results): PublicTable => tableOf(HEAD, COLUMNS, cellRows(results));
