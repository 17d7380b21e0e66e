/** The tables of differences between domains and of changes since earlier rounds: one row a difference. */
import type { Change, Comparison, Difference, Results } from "../../results.ts";
import { cellRows, measureColumns, placeColumns, type CellRow } from "./cellRow.ts";
import { tableOf, type Bilingual, type Column, type Kind, type PublicTable } from "./column.ts";

interface Differing<D> {
  readonly row: CellRow;
  readonly than: D;
}

/** The same columns, of the row that differs. */
const ofRow = <D>(columns: readonly Column<CellRow>[]): Column<Differing<D>>[] =>
  columns.map((column) => ({ ...column, value: ({ row }) => column.value(row) }));

const P: Bilingual = {
  da: "Hvor sandsynlig en mindst så stor forskel ville være ved et tilfælde (tosidet; 0,0001 eller mindre står som 0,0001).",
  en: "How likely a difference of at least this size would be by chance (two-sided; 0.0001 or less stands as 0.0001).",
};

type Before = NonNullable<Change["before"]>;
type Points = "scorePoints" | "percentagePoints";

function pointColumns<D>(
  id: string,
  kind: Points,
  name: Bilingual,
  of: (than: D) => Difference,
): Column<Differing<D>>[] {
  const part = (
    suffix: string,
    label: Bilingual,
    meaning: Bilingual,
    value: (difference: Difference) => number | null,
    as: Points | "probability" = kind,
  ): Column<Differing<D>> => ({
    id: `${id}${suffix}`,
    kind: as,
    width: 13,
    label: { da: `${name.da}${label.da}`, en: `${name.en}${label.en}` },
    meaning,
    value: ({ than }) => value(of(than)),
  });
  const points: Bilingual =
    kind === "scorePoints"
      ? { da: "Point på skalaen fra 0 til 100.", en: "Points on the scale from 0 to 100." }
      : { da: "Procentpoint.", en: "Percentage points." };
  const limit: Bilingual = {
    da: `${points.da} Grænse for 95 %-konfidensintervallet.`,
    en: `${points.en} Limit of the 95 % confidence interval.`,
  };
  return [
    part("", { da: "", en: "" }, points, (d) => d.estimate),
    part("_low", { da: ", nedre", en: ", lower" }, limit, (d) => d.low),
    part("_high", { da: ", øvre", en: ", upper" }, limit, (d) => d.high),
    part("_p", { da: ", p-værdi", en: ", p" }, P, (d) => d.p, "probability"),
  ];
}

const bothFigures = <D extends Pick<Comparison, "mean" | "positive">>(
  id: string,
  name: Bilingual,
): Column<Differing<D>>[] => [
  ...pointColumns<D>(
    `mean_${id}`,
    "scorePoints",
    { da: `${name.da} i gennemsnit`, en: `${name.en} of means` },
    ({ mean }) => mean,
  ),
  ...pointColumns<D>(
    `positive_${id}`,
    "percentagePoints",
    { da: `${name.da} i positive`, en: `${name.en} of positive` },
    ({ positive }) => positive,
  ),
];

const DIFFERENCES: readonly Column<Differing<Comparison>>[] = [
  ...ofRow<Comparison>([...placeColumns, ...measureColumns]),
  {
    id: "compared_to",
    kind: "code",
    width: 16,
    label: { da: "Sammenlignet med", en: "Compared to" },
    meaning: {
      da: "Det større område, som området er en del af. Forskellen er området minus det større område.",
      en: "The larger domain that the domain is part of. The difference is the domain less the larger one.",
    },
    value: ({ than }) => than.to,
  },
  ...bothFigures<Comparison>("difference", { da: "Forskel", en: "Difference" }),
  {
    id: "clear",
    kind: "flag",
    codes: "flag",
    width: 10,
    label: { da: "Sikker forskel", en: "Clear difference" },
    meaning: {
      da: "Om forskellen i positive er sikker på 95 %-niveau for alle områdets spørgsmål under ét (Holm).",
      en: "Whether the difference of positive is significant at 95 % for all items of the domain together (Holm).",
    },
    value: ({ than }) => Number(than.clear),
  },
];

const BEFORE: readonly [id: string, kind: Kind, da: string, en: string, of: (b: Before) => number | null][] =
  [
    ["mean_before", "score", "Gennemsnit dengang", "Mean before", ({ mean }) => mean.estimate],
    ["mean_before_low", "score", "Gennemsnit dengang, nedre", "Mean before, lower", ({ mean }) => mean.low],
    ["mean_before_high", "score", "Gennemsnit dengang, øvre", "Mean before, upper", ({ mean }) => mean.high],
    [
      "positive_before",
      "percent",
      "Positive dengang",
      "Positive before",
      ({ positive }) => positive.estimate,
    ],
    [
      "positive_before_low",
      "percent",
      "Positive dengang, nedre",
      "Positive before, lower",
      (b) => b.positive.low,
    ],
    [
      "positive_before_high",
      "percent",
      "Positive dengang, øvre",
      "Positive before, upper",
      (b) => b.positive.high,
    ],
  ];

/** What the earlier round showed itself. */
const beforeColumns = BEFORE.map(([id, kind, da, en, of]): Column<Differing<Change>> => ({
  id,
  kind,
  width: 13,
  label: { da, en },
  meaning: {
    da: "Det tal, som den tidligere runde selv viste. Tom, når det ikke kendes.",
    en: "The figure that the earlier round itself showed. Empty when it is not known.",
  },
  value: ({ than: { before } }) => (before ? of(before) : null),
}));

const CHANGES: readonly Column<Differing<Change>>[] = [
  ...ofRow<Change>([...placeColumns, ...measureColumns]),
  {
    id: "since",
    kind: "code",
    width: 16,
    label: { da: "Siden runden", en: "Since the round" },
    meaning: {
      da: "Den tidligere runde. Ændringen er denne runde minus den tidligere.",
      en: "The earlier round. The change is this round less the earlier one.",
    },
    value: ({ than }) => than.since,
  },
  ...bothFigures<Change>("change", { da: "Ændring", en: "Change" }),
  ...beforeColumns,
];

const differing = <D>(results: Results, of: (cell: CellRow["cell"]) => readonly D[]): Differing<D>[] =>
  cellRows(results).flatMap((row) => of(row.cell).map((than) => ({ row, than })));

const published = (cell: CellRow["cell"]) => (cell.status === "published" ? cell : null);

export const differencesTable = (results: Results): PublicTable =>
  tableOf(
    {
      id: "forskelle",
      title: { da: "Forskelle", en: "Differences" },
      about: {
        da: "Forskelle mellem et område og de større områder, det er en del af. Vægtede tal.",
        en: "Differences between a domain and the larger ones that it is part of. Weighted figures.",
      },
    },
    DIFFERENCES,
    differing(results, (cell) => published(cell)?.comparisons ?? []),
  );

export const changesTable = (results: Results): PublicTable =>
  tableOf(
    {
      id: "aendringer",
      title: { da: "Ændringer", en: "Changes" },
      about: {
        da: "Ændringer siden tidligere runder. Vægtede tal. Tom, når der ingen tidligere runde er at sammenligne med.",
        en: "Changes since earlier rounds. Weighted figures. Empty when there is no earlier round to compare with.",
      },
    },
    CHANGES,
    differing(results, (cell) => published(cell)?.changes ?? []),
  );
