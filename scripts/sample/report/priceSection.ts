/** The price of oversampling: the same number of invitations shared in three ways. */
import type { Alternative } from "#survey/sample/alternatives.ts";
import type { MunicipalityPlan } from "#survey/sample/plan.ts";
import { barChart } from "../../report/bars.ts";
import { number, percent, probability } from "../../report/danish.ts";
import { html } from "../../report/html.ts";
import type { ReportSection } from "../../report/page.ts";
import { table, type TableColumn } from "../../report/table.ts";
import { nameOf, sumOf, type SampleFacts } from "./facts.ts";

const WAYS = [
  { way: "proportional", label: "Som befolkningen" },
  { way: "chosen", label: "Valgt" },
  { way: "equal", label: "Lige mange" },
] as const;

const cellOf = ({ expectedAnswers, probability: p }: Alternative): string =>
  `${number(expectedAnswers)} (${probability(p)})`;

export function priceSection({ plans, round }: SampleFacts): ReportSection {
  const drawn = plans.filter((plan) => !plan.census);
  const sums = WAYS.map(({ way, label }) => ({
    label,
    value: sumOf(plans, (plan) => plan.alternatives[way].expectedAnswers),
  }));
  const [proportional = 0, chosen = 0] = sums.map((sum) => sum.value);
  const price = proportional - chosen;
  const columns: TableColumn<MunicipalityPlan>[] = [
    { heading: "Kommune", cell: (plan) => nameOf(plan.code) },
    ...WAYS.map(({ way, label }): TableColumn<MunicipalityPlan> => ({
      heading: label,
      align: "right",
      cell: (plan) => cellOf(plan.alternatives[way]),
    })),
  ];
  return {
    id: "pris",
    heading: "Prisen for den skæve fordeling",
    body: html`<p>
        Grupper med lav svarprocent koster svar, når de fylder mere i stikprøven. Her er det samme antal
        invitationer fordelt på tre måder: som grupperne fylder i befolkningen, som valgt, og med lige mange i
        hver gruppe. Den valgte fordeling ${price < 0 ? "giver" : "koster"} ${number(Math.abs(price))}
        ${price < 0 ? "flere" : ""} forventede svar
        (${percent(proportional > 0 ? Math.abs(price) / proportional : 0, 1)}) i forhold til en fordeling som
        befolkningen. Til gengæld kan de små målgrupper vises for sig.
      </p>
      ${barChart({
        caption: "Forventede svar i alt ved tre fordelinger af samme stikprøve",
        bars: sums.map((sum) => ({
          ...sum,
          text: number(sum.value),
          tone: sum.label === "Valgt" ? ("plain" as const) : ("quiet" as const),
        })),
      })}
      ${
        drawn.length === 0
          ? html`<p class="note">Alle inviteres i alle kommuner, så de tre fordelinger er ens.</p>`
          : table({
              id: "t-pris",
              caption: `Forventede svar og sandsynlighed for ${number(round.sampling.targetAnswers)} svar ved tre fordelinger`,
              columns,
              rows: drawn,
              note: "Kommuner, hvor alle inviteres, har ikke noget valg og står her ikke.",
            })
      }`,
  };
}
