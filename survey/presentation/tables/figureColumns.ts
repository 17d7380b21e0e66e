/** The figures of a cell as columns: shares, means and their intervals, weighted and unweighted. */
import type { Estimates } from "../../results.ts";
import type { Bilingual, Column, Kind } from "./column.ts";

interface Figure {
  id: string;
  kind: Kind;
  label: Bilingual;
  meaning: Bilingual;
  of: (estimates: Estimates) => number | null;
}

const LOW: Bilingual = {
  da: "Nedre grænse for 95 %-konfidensintervallet. Tom, når usikkerheden ikke kan regnes ud.",
  en: "Lower limit of the 95 % confidence interval. Empty when the uncertainty is not defined.",
};
const HIGH: Bilingual = {
  da: "Øvre grænse for 95 %-konfidensintervallet. Tom, når usikkerheden ikke kan regnes ud.",
  en: "Upper limit of the 95 % confidence interval. Empty when the uncertainty is not defined.",
};

const ANSWERS: readonly Bilingual[] = [
  { da: "bedste svar", en: "best answer" },
  { da: "næstbedste svar", en: "second best answer" },
  { da: "midterste svar", en: "middle answer" },
  { da: "næstdårligste svar", en: "second worst answer" },
  { da: "dårligste svar", en: "worst answer" },
];

const FIGURES: readonly Figure[] = [
  {
    id: "mean",
    kind: "score",
    label: { da: "gennemsnit", en: "mean" },
    meaning: {
      da: "Gennemsnit fra 0 (alle gav det dårligste svar) til 100 (alle gav det bedste).",
      en: "Mean from 0 (all gave the worst answer) to 100 (all gave the best).",
    },
    of: ({ mean }) => mean.estimate,
  },
  {
    id: "mean_low",
    kind: "score",
    label: { da: "gennemsnit, nedre", en: "mean, lower" },
    meaning: LOW,
    of: ({ mean }) => mean.low,
  },
  {
    id: "mean_high",
    kind: "score",
    label: { da: "gennemsnit, øvre", en: "mean, upper" },
    meaning: HIGH,
    of: ({ mean }) => mean.high,
  },
  {
    id: "positive",
    kind: "percent",
    label: { da: "positive", en: "positive" },
    meaning: {
      da: "Andel, der gav et af de to bedste svar. For indeks: andel med over 62,5.",
      en: "Share that gave one of the two best answers. For indexes: share above 62.5.",
    },
    of: ({ positive }) => positive.estimate,
  },
  {
    id: "positive_low",
    kind: "percent",
    label: { da: "positive, nedre", en: "positive, lower" },
    meaning: LOW,
    of: ({ positive }) => positive.low,
  },
  {
    id: "positive_high",
    kind: "percent",
    label: { da: "positive, øvre", en: "positive, upper" },
    meaning: HIGH,
    of: ({ positive }) => positive.high,
  },
  ...ANSWERS.map((label, i): Figure => ({
    id: `code_${i + 1}`,
    kind: "percent",
    label,
    meaning: {
      da: "Andel, der gav dette svar, af dem, der gav et af de fem svar.",
      en: "Share that gave this answer, of those who gave one of the five.",
    },
    of: ({ distribution }) => distribution[i] ?? null,
  })),
];

/** The figures as columns. `name` stands before each: `weighted_mean`, »Vægtet: gennemsnit«. */
export function figureColumns<Row>(
  id: string,
  name: Bilingual,
  estimates: (row: Row) => Estimates | null,
): Column<Row>[] {
  return FIGURES.map(({ of, ...figure }) => ({
    ...figure,
    id: `${id}_${figure.id}`,
    width: 13,
    label: { da: `${name.da}: ${figure.label.da}`, en: `${name.en}: ${figure.label.en}` },
    value: (row) => {
      const found = estimates(row);
      return found && of(found);
    },
  }));
}
