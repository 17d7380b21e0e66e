/** `results/weights.csv`: the weights of each municipality in figures, for analysts. */
import type { WeightQuality } from "#survey/weights/weightQuality.ts";
import { writeTable } from "../../io/table.ts";

const COLUMNS = [
  "municipality",
  "answers",
  "sum",
  "smallest",
  "median",
  "largest",
  "design_effect",
  "effective_answers",
  "design_effect_before_margins",
] as const;

const digits = (value: number): number => Math.round(value * 1e6) / 1e6;

/** One row for all (`all`) and one a municipality. */
export const weightsCsv = (quality: readonly WeightQuality[]): string =>
  writeTable(
    COLUMNS,
    quality.map((row) => ({
      municipality: row.municipality ?? "all",
      answers: row.answers,
      sum: digits(row.sum),
      smallest: digits(row.smallest),
      median: digits(row.median),
      largest: digits(row.largest),
      design_effect: digits(row.designEffect),
      effective_answers: digits(row.effectiveAnswers),
      design_effect_before_margins: digits(row.designEffectBefore),
    })),
  );
