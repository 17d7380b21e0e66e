/** Every item of a municipality, each beside the result of all of them together. */
import { labelsIn } from "../labels.ts";
import type { ResultLanguage } from "../language.ts";
import type { Reading, Where } from "../reading.ts";
import { clearDifferences } from "./clearDifferences.ts";
import { dotRow } from "./dotRow.ts";
import type { DotPlot } from "./plot.ts";
import { sourceOf } from "./source.ts";
import { chartTextsIn } from "./words.ts";

/** In the order of the questionnaire. @param name whose results they are */
export function itemDots(reading: Reading, where: Where, name: string, language: ResultLanguage): DotPlot {
  const [words, labels] = [chartTextsIn(language), labelsIn(language)];
  const { items: texts } = words;
  const [here, all] = [reading.domain(where), reading.domain({})];
  const cells = reading.items.map(({ id }) => ({ id, cell: here.cell(id) }));
  const { compared, higher, lower } = clearDifferences(
    cells.map(({ cell }) => cell),
    all.id,
  );
  const rows = cells.map(({ id, cell }) => dotRow(labels.short(id), cell, language, all.cell(id)));
  return {
    kind: "dots",
    title: texts.title(name),
    subtitle: [
      texts.subtitle,
      texts.strip(labels.everybody(reading.whole)),
      ...(rows.some(({ uncertain }) => uncertain) ? [words.uncertain] : []),
    ].join(" "),
    finding: compared === 0 ? texts.none : texts.finding(compared, higher, lower),
    source: sourceOf(reading, language),
    rows,
    all: null,
  };
}
