/** One measure in every municipality, beside all of them together. */
import type { MeasureId } from "../../measures.ts";
import type { TargetGroup } from "../../targetGroups.ts";
import { labelsIn } from "../labels.ts";
import type { ResultLanguage } from "../language.ts";
import type { Reading } from "../reading.ts";
import { clearDifferences } from "./clearDifferences.ts";
import { dotIn, dotRow } from "./dotRow.ts";
import { byEstimate } from "./order.ts";
import type { DotPlot } from "./plot.ts";
import { sourceOf } from "./source.ts";
import { chartTextsIn } from "./words.ts";

export interface MunicipalitiesOf {
  measure: MeasureId;
  /** A target group instead of everybody. */
  targetGroup?: TargetGroup | null;
}

/** The largest first; those without numbers last, by name. */
export function municipalityDots(
  reading: Reading,
  { measure, targetGroup = null }: MunicipalitiesOf,
  language: ResultLanguage,
): DotPlot {
  const [words, labels] = [chartTextsIn(language), labelsIn(language)];
  const { municipalities: texts } = words;
  const all = reading.domain({ targetGroup });
  const cells = reading.municipalities.map(({ code, name }) => ({
    name,
    cell: reading.domain({ municipality: code, targetGroup }).cell(measure),
  }));
  const rows = byEstimate(cells.map(({ name, cell }) => dotRow(name, cell, language)));
  const { compared, higher, lower } = clearDifferences(
    cells.map(({ cell }) => cell),
    all.id,
  );
  return {
    kind: "dots",
    title: texts.title(labels.short(measure)) + (targetGroup ? `: ${labels.targetGroups[targetGroup]}` : ""),
    subtitle: [
      texts.subtitle,
      texts.strip(labels.everybody(reading.whole)),
      texts.order,
      ...(rows.some(({ uncertain }) => uncertain) ? [words.uncertain] : []),
    ].join(" "),
    finding: compared === 0 ? texts.none : texts.finding(compared, higher, lower),
    source: sourceOf(reading, language),
    rows,
    all: dotIn(all.cell(measure)),
  };
}
