/** The lists of codes that the public tables use, each code with its words in both languages. */
import { isIndex, MEASURE_IDS, type MeasureId } from "../../measures.ts";
import { BREAKDOWNS, type Breakdown, type Cell } from "../../results.ts";
import { TARGET_GROUPS, type TargetGroup } from "../../targetGroups.ts";
import { labelsIn, type Labels } from "../labels.ts";
import type { Bilingual } from "./column.ts";

export interface Code {
  readonly code: string;
  readonly label: Bilingual;
}

const both = (text: (labels: Labels) => string): Bilingual => ({
  da: text(labelsIn("da")),
  en: text(labelsIn("en")),
});

/** The words of an item as citizens were asked, or the name of an index. */
export const measureLabel = (id: MeasureId): Bilingual => {
  if (!isIndex(id)) return both((labels) => labels.statement(id));
  const name = both((labels) => labels.indexNames[id]);
  return { da: `Indeks: ${name.da}`, en: `Index: ${name.en}` };
};

export const groupLabel = (group: TargetGroup): Bilingual => both((labels) => labels.targetGroups[group]);

export const breakdownLabel = (variable: Breakdown): Bilingual =>
  both((labels) => labels.breakdowns[variable]);

export const statusLabel: Readonly<Record<Cell["status"], Bilingual>> = {
  published: { da: "Vist", en: "Shown" },
  withheld: both(({ states }) => states.withheld),
  missing: both(({ states }) => states.none),
  notAsked: both(({ states }) => states.notAsked),
};

export const reasonLabel: Readonly<Record<"primary" | "complementary", Bilingual>> = {
  primary: {
    da: "For få har svaret, eller næsten alle har svaret det samme",
    en: "Too few have answered, or nearly all have answered the same",
  },
  complementary: {
    da: "Tallet kunne røbe et andet skjult tal",
    en: "The figure could give away another withheld one",
  },
};

const listed = (labels: Readonly<Record<string, Bilingual>>): Code[] =>
  Object.entries(labels).map(([code, label]) => ({ code, label }));

/** Every list, by its name in the columns. */
export const codeLists: Readonly<Record<string, readonly Code[]>> = {
  item: MEASURE_IDS.map((code) => ({ code, label: measureLabel(code) })),
  target_group: TARGET_GROUPS.map((code) => ({ code, label: groupLabel(code) })),
  background: BREAKDOWNS.map((code) => ({ code, label: breakdownLabel(code) })),
  status: listed(statusLabel),
  reason: listed(reasonLabel),
  flag: [
    { code: "1", label: { da: "Ja", en: "Yes" } },
    { code: "0", label: { da: "Nej", en: "No" } },
  ],
};
