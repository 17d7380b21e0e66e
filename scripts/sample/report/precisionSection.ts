/** What the weights are expected to cost in precision. */
import { expectedPrecision, type ExpectedPrecision } from "#survey/sample/expectedPrecision.ts";
import { number } from "../../report/danish.ts";
import { html } from "../../report/html.ts";
import type { ReportSection } from "../../report/page.ts";
import { table } from "../../report/table.ts";
import { nameOf, sumOf, type SampleFacts } from "./facts.ts";

interface PrecisionRow {
  label: string;
  answers: number;
  precision: ExpectedPrecision | null;
}

const shown = (row: PrecisionRow, text: (precision: ExpectedPrecision) => string): string =>
  row.precision === null ? "ingen svar" : text(row.precision);

export function precisionSection({ plans }: SampleFacts): ReportSection {
  const rowOf = (label: string, own: typeof plans): PrecisionRow => ({
    label,
    answers: sumOf(own, (plan) => plan.expectedAnswers),
    precision: expectedPrecision(own.flatMap((plan) => plan.groups)),
  });
  return {
    id: "praecision",
    heading: "Forventet præcision",
    body: html`<p>
        Når svarene vægtes, så målgrupperne fylder som i befolkningen, tæller nogle svar mere end andre. Det
        koster præcision. Designeffekten (Kish) siger hvor meget: Ved 1,25 er 250 svar lige så sikre som 200
        uvægtede. Usikkerheden er halvdelen af et 95 procent-interval for en andel på 50 procent, hvis
        målgrupperne svarer som forventet.
      </p>
      ${table({
        id: "t-praecision",
        caption: "Forventet designeffekt, effektivt antal svar og usikkerhed på vægtede resultater",
        columns: [
          { heading: "Kommune", cell: (row) => row.label },
          { heading: "Forventede svar", align: "right", cell: (row) => number(row.answers) },
          {
            heading: "Designeffekt",
            align: "right",
            cell: (row) => shown(row, (p) => number(p.designEffect, 2)),
          },
          {
            heading: "Effektivt antal svar",
            align: "right",
            cell: (row) => shown(row, (p) => number(p.effectiveAnswers)),
          },
          {
            heading: "Usikkerhed, procentpoint",
            align: "right",
            cell: (row) => shown(row, (p) => `± ${number(p.margin * 100, 1)}`),
          },
        ],
        rows: plans.map((plan) => rowOf(nameOf(plan.code), [plan])),
        total: rowOf("Alle", plans),
        note: "For alle kommuner tilsammen er designeffekten størst, fordi små kommuner fylder meget i stikprøven. Usikkerheden er mindre, hvor en stor del af målgruppen svarer.",
      })}`,
  };
}
