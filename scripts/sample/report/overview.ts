/** The first section: what the sample is, in six figures and three sentences. */
import { number, percent } from "../../report/danish.ts";
import { keyFigures } from "../../report/figures.ts";
import { html, noHtml } from "../../report/html.ts";
import type { ReportSection } from "../../report/page.ts";
import { nameOf, sumOf, type SampleFacts } from "./facts.ts";

const listOf = new Intl.ListFormat("da-DK", { type: "conjunction" });

export function overview({ round, plans, absent }: SampleFacts): ReportSection {
  const population = sumOf(plans, (plan) => plan.population);
  const sample = sumOf(plans, (plan) => plan.sample);
  const expected = sumOf(plans, (plan) => plan.expectedAnswers);
  const unreachable = plans.filter((plan) => plan.verdict === "unreachable");
  const tooFew = plans.filter((plan) => plan.verdict === "short");
  const { targetAnswers, targetProbability } = round.sampling;
  const missing =
    absent.length === 0
      ? noHtml
      : html`<p class="warning">
          Der er ikke modtaget udtræk fra ${listOf.format(absent.map(nameOf))}. De er ikke med i stikprøven.
        </p>`;
  const budget =
    tooFew.length === 0
      ? noHtml
      : html`<p>
          Budgettet rækker ikke til ${number(targetAnswers)} svar med ${percent(targetProbability)}
          sandsynlighed i ${listOf.format(tooFew.map((plan) => nameOf(plan.code)))}.
        </p>`;
  const short =
    unreachable.length + tooFew.length === 0
      ? html`<p>
          Alle kommuner når efter planen ${number(targetAnswers)} svar med mindst
          ${percent(targetProbability)} sandsynlighed.
        </p>`
      : unreachable.length === 0
        ? noHtml
        : html`<p>
            ${listOf.format(unreachable.map((plan) => nameOf(plan.code)))} kan ikke ventes at nå
            ${number(targetAnswers)} svar med ${percent(targetProbability)} sandsynlighed, heller ikke med den
            største tilladte stikprøve. Det ved vi nu, før undersøgelsen går i gang. Deres resultater vil
            blive mærket som usikre, hvis svarene udebliver.
          </p>`;
  return {
    id: "overblik",
    heading: "Overblik",
    body: html`${keyFigures([
      { value: number(plans.length), label: "kommuner" },
      { value: number(population), label: "borgere i målgruppen" },
      { value: number(sample), label: "inviteres" },
      { value: number(plans.filter((plan) => plan.census).length), label: "kommuner, hvor alle inviteres" },
      { value: number(expected), label: `forventede svar (${percent(expected / sample, 1)})` },
      {
        value: number(unreachable.length + tooFew.length),
        label: `kommuner uden sikkerhed for ${number(targetAnswers)} svar`,
      },
    ])}${missing}${short}${budget}`,
  };
}
