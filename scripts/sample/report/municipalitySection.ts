/** Expected answers of each municipality against the target, and what it would take where that is out of reach. */
import type { MunicipalityPlan } from "#survey/sample/plan.ts";
import type { Tone } from "../../report/bars.ts";
import { number, percent, probability } from "../../report/danish.ts";
import { html, noHtml, type Html } from "../../report/html.ts";
import { intervalChart } from "../../report/intervals.ts";
import type { ReportSection } from "../../report/page.ts";
import { table } from "../../report/table.ts";
import { nameOf, type SampleFacts } from "./facts.ts";

/** Under one half the target is out of sight, over it a matter of luck. */
const toneOf = (plan: MunicipalityPlan): Tone => {
  if (plan.verdict === "reachable") return "good";
  return plan.probability >= 0.5 ? "warn" : "bad";
};

const verdictOf = (plan: MunicipalityPlan): string => {
  if (plan.verdict === "reachable") return plan.census ? "Nås, alle inviteres" : "Nås";
  if (plan.verdict === "short") return "Ikke sikkert, budgettet rækker ikke";
  return plan.census ? "Ikke sikkert, alle inviteres" : "Ikke sikkert, største stikprøve";
};

function requiredOf(plan: MunicipalityPlan): Html {
  if (plan.verdict === "reachable") return noHtml;
  const required =
    plan.requiredRate === null ? "kan ikke nås" : `kræver svarprocent ${percent(plan.requiredRate, 1)}`;
  return html`<br /><span class="note">${required}</span>`;
}

function chart({ plans, round }: SampleFacts): Html {
  const { targetAnswers } = round.sampling;
  return intervalChart({
    caption: "Forventede svar i hver kommune med 5 og 95 procent-grænser",
    mark: { value: targetAnswers, label: `${number(targetAnswers)} svar` },
    tones: [
      { tone: "good", label: "nås med den ønskede sikkerhed" },
      { tone: "warn", label: "mere sandsynligt end ikke" },
      { tone: "bad", label: "mindre sandsynligt end ikke" },
    ],
    rows: plans.map((plan) => ({
      label: nameOf(plan.code),
      low: plan.likelyAnswers.low,
      middle: plan.expectedAnswers,
      high: plan.likelyAnswers.high,
      text: `${number(plan.expectedAnswers)} (${number(plan.likelyAnswers.low)}–${number(plan.likelyAnswers.high)})`,
      tone: toneOf(plan),
    })),
  });
}

function municipalityTable({ plans, round }: SampleFacts): Html {
  const { targetAnswers, targetProbability } = round.sampling;
  return table<MunicipalityPlan>({
    id: "t-kommuner",
    caption: `Stikprøve, forventede svar og sandsynlighed for ${number(targetAnswers)} svar`,
    columns: [
      { heading: "Kommune", cell: (plan) => nameOf(plan.code) },
      { heading: "I målgruppen", align: "right", cell: (plan) => number(plan.population) },
      { heading: "Inviteres", align: "right", cell: (plan) => number(plan.sample) },
      {
        heading: "Andel",
        align: "right",
        cell: (plan) => percent(plan.population > 0 ? plan.sample / plan.population : 0),
      },
      { heading: "Forventede svar", align: "right", cell: (plan) => number(plan.expectedAnswers) },
      {
        heading: "5–95 %",
        align: "right",
        cell: (plan) => `${number(plan.likelyAnswers.low)}–${number(plan.likelyAnswers.high)}`,
      },
      {
        heading: `P(≥\u00a0${targetAnswers})`,
        align: "right",
        cell: (plan) => probability(plan.probability),
      },
      {
        heading: "Vurdering",
        cell: (plan) =>
          html`<span class="verdict ${toneOf(plan)}">${verdictOf(plan)}</span>${requiredOf(plan)}`,
      },
    ],
    rows: plans,
    note: html`»Nås« betyder mindst ${percent(targetProbability)} sandsynlighed ved de forventede
    svarprocenter. Den krævede svarprocent er den, der samlet skal til for at nå samme sikkerhed med den samme
    stikprøve.`,
  });
}

export function municipalitySection(facts: SampleFacts): ReportSection {
  const unreachable = facts.plans.some((plan) => plan.verdict === "unreachable");
  const short = facts.plans.some((plan) => plan.verdict === "short");
  return {
    id: "kommuner",
    heading: "Kommunerne",
    body: html`<p>
        Tallene er forventninger før undersøgelsen. Antallet af svar vil i ni af ti tilfælde ligge inden for
        de viste grænser, hvis forudsætningerne holder.
        ${unreachable ? "Hvor målet ikke kan nås, kan påmindelser og SMS hjælpe. En større stikprøve kan ikke." : ""}
        ${short ? "Hvor budgettet ikke rækker, ville en større stikprøve kunne nå målet." : ""}
      </p>
      ${facts.plans.length === 0 ? noHtml : chart(facts)} ${municipalityTable(facts)}`,
  };
}
