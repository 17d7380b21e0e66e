/** `results/quality.html`: weights, nonresponse and reliability, for analysts. */
import { itemNonresponse } from "#survey/estimate/itemNonresponse.ts";
import type { Tabulation } from "#survey/estimate/tabulate.ts";
import { indexReliabilities } from "#survey/reliability/indexReliability.ts";
import type { WeightQuality } from "#survey/weights/weightQuality.ts";
import { number } from "../../report/danish.ts";
import { keyFigures } from "../../report/figures.ts";
import { html } from "../../report/html.ts";
import { reportPage } from "../../report/page.ts";
import { nonresponseSection } from "./nonresponseSection.ts";
import { reliabilitySection } from "./reliabilitySection.ts";
import { weightsSection } from "./weightsSection.ts";

/** The text of the page. The same round gives the same bytes. */
export function qualityPage(tabulation: Tabulation, quality: readonly WeightQuality[]): string {
  const { round, table, design } = tabulation;
  const all = quality.find(({ municipality }) => municipality === null);
  const indexes = indexReliabilities(table, design.weight);
  const warned = indexes.filter(({ concerns }) => concerns.length > 0).length;
  return reportPage({
    title: "Kvaliteten af vægte og indeks",
    over: `${round.title}, ${round.period.label}`,
    intro: html`<p>
        Kun til analytikere: Små kommuner kan kendes i tallene her. Metoderne står i docs/methodology.md.
      </p>
      ${keyFigures([
        { label: "svar", value: number(all?.answers ?? 0) },
        { label: "designeffekt, alle tilsammen", value: number(all?.designEffect ?? 1, 2) },
        { label: "effektive svar", value: number(all?.effectiveAnswers ?? 0) },
        { label: "indeks med forbehold", value: `${number(warned)} af ${number(indexes.length)}` },
      ])}`,
    sections: [
      weightsSection(tabulation, quality),
      nonresponseSection(itemNonresponse(tabulation)),
      reliabilitySection(indexes),
    ],
    style: ".warnings { padding-inline-start: 1.2em; }",
  });
}
