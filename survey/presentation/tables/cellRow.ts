/** One row a domain and measure: what the tables of results, differences and changes are made of. */
import { isIndex, MEASURE_IDS, type MeasureId } from "../../measures.ts";
import { municipalityOf } from "../../municipalities.ts";
import type { Cell, Domain, IndexCell, Results } from "../../results.ts";
import { labelsIn } from "../labels.ts";
import { breakdownLabel, groupLabel, measureLabel } from "./codes.ts";
import type { Column } from "./column.ts";

export interface CellRow {
  readonly domain: Domain;
  /** An item, or an index over items. */
  readonly item: MeasureId;
  readonly cell: Cell | IndexCell;
}

export type PublishedRow = CellRow & { readonly cell: Extract<CellRow["cell"], { status: "published" }> };

/** Every cell, in the order of results.json and of the questionnaire. */
export const cellRows = (results: Results): CellRow[] =>
  results.domains.flatMap((domain) =>
    MEASURE_IDS.flatMap((item) => {
      const cell = isIndex(item) ? domain.indexes[item] : domain.items[item];
      return cell ? [{ domain, item, cell }] : [];
    }),
  );

export const isPublished = (row: CellRow): row is PublishedRow => row.cell.status === "published";

/** A level that a reader can filter on: all, municipality, target group, or one of these by background. */
function levelOf({ municipality, targetGroup, breakdown }: Domain): string {
  const parts = [
    municipality ? "kommune" : null,
    targetGroup ? "målgruppe" : null,
    breakdown ? breakdownLabel(breakdown.variable).da.toLowerCase() : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? "alle deltagende kommuner" : parts.join(" × ");
}

/** Who answered. */
export const placeColumns: readonly Column<CellRow>[] = [
  {
    id: "domain",
    kind: "code",
    width: 22,
    label: { da: "Område", en: "Domain" },
    meaning: {
      da: "Borgerne, tallet gælder: all (alle), kommunens kode, målgruppen, 0751.dagpenge (målgruppe i en kommune), 0751.sex=f (baggrund i en kommune).",
      en: "The citizens that the figure is of: all, the municipality's code, the target group, 0751.dagpenge (a target group in a municipality), 0751.sex=f (a background in a municipality).",
    },
    value: ({ domain }) => domain.id,
  },
  {
    id: "level",
    kind: "text",
    width: 24,
    label: { da: "Niveau", en: "Level" },
    meaning: {
      da: "Hvilken slags område det er.",
      en: "Which sort of domain this is, in Danish.",
    },
    value: ({ domain }) => levelOf(domain),
  },
  {
    id: "municipality",
    kind: "code",
    width: 15,
    label: { da: "Kommunekode", en: "Municipality code" },
    meaning: {
      da: "Kommunens kode på fire cifre. Tom, når tallet gælder alle deltagende kommuner.",
      en: "The municipality's code of four digits. Empty when the figure is of all that take part.",
    },
    value: ({ domain }) => domain.municipality,
  },
  {
    id: "municipality_name",
    kind: "text",
    width: 20,
    label: { da: "Kommune", en: "Municipality" },
    meaning: { da: "Kommunens navn.", en: "The municipality's name." },
    value: ({ domain }) => (domain.municipality ? (municipalityOf(domain.municipality)?.name ?? null) : null),
  },
  {
    id: "target_group",
    kind: "code",
    codes: "target_group",
    width: 18,
    label: { da: "Målgruppe, kode", en: "Target group, code" },
    meaning: {
      da: "Målgruppen. Tom, når tallet gælder alle målgrupper.",
      en: "The target group. Empty when the figure is of all of them.",
    },
    value: ({ domain }) => domain.targetGroup,
  },
  {
    id: "target_group_name",
    kind: "text",
    width: 18,
    label: { da: "Målgruppe", en: "Target group" },
    meaning: { da: "Målgruppens navn på dansk.", en: "The target group's Danish name." },
    value: ({ domain }) => (domain.targetGroup ? groupLabel(domain.targetGroup).da : null),
  },
  {
    id: "background",
    kind: "code",
    codes: "background",
    width: 15,
    label: { da: "Baggrund, kode", en: "Background, code" },
    meaning: {
      da: "Hvad borgerne er delt op efter. Tom, når de ikke er delt op.",
      en: "What citizens are divided by. Empty when they are not divided.",
    },
    value: ({ domain }) => domain.breakdown?.variable ?? null,
  },
  {
    id: "background_value",
    kind: "code",
    width: 12,
    label: { da: "Gruppe, kode", en: "Group, code" },
    meaning: {
      da: "Gruppens kode: f og m (kvinder og mænd), grænser i år, uger eller måneder (30-39, under-30, 60-), none (ingen samtale), 0 og 1 (får stadig ydelsen, har forladt den).",
      en: "The group's code: f and m (women and men), limits in years, weeks or months (30-39, under-30, 60-), none (no interview), 0 and 1 (still on the benefit, has left it).",
    },
    value: ({ domain }) => domain.breakdown?.value ?? null,
  },
  {
    id: "background_name",
    kind: "text",
    width: 24,
    label: { da: "Gruppe", en: "Group" },
    meaning: { da: "Gruppens navn på dansk.", en: "The group's Danish name." },
    value: ({ domain: { breakdown } }) =>
      breakdown ? labelsIn("da").value(breakdown.variable, breakdown.value) : null,
  },
];

/** What was asked. */
export const measureColumns: readonly Column<CellRow>[] = [
  {
    id: "item",
    kind: "code",
    codes: "item",
    width: 12,
    label: { da: "Spørgsmål, kode", en: "Item, code" },
    meaning: {
      da: "q1 til q13 er spørgsmålene. De andre er indeks: gennemsnittet af en persons svar i et tema.",
      en: "q1 to q13 are the items. The others are indexes: the mean of a person's answers in a theme.",
    },
    value: ({ item }) => item,
  },
  {
    id: "item_text",
    kind: "text",
    width: 60,
    label: { da: "Spørgsmål", en: "Item" },
    meaning: { da: "Ordlyden på dansk.", en: "The wording in Danish." },
    value: ({ item }) => measureLabel(item).da,
  },
];
