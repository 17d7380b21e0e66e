/** The allocation over target groups: population, sample and inclusion probability of every stratum. */
import type { MunicipalityPlan, PlannedGroup } from "#survey/sample/plan.ts";
import { TARGET_GROUPS, type TargetGroup } from "#survey/targetGroups.ts";
import { targetGroups } from "#survey/texts/da.ts";
import { number, percent } from "../../report/danish.ts";
import { html, noHtml, type Html } from "../../report/html.ts";
import type { ReportSection } from "../../report/page.ts";
import { stackChart } from "../../report/stack.ts";
import { table, type TableColumn } from "../../report/table.ts";
import { nameOf, sumOf, type SampleFacts } from "./facts.ts";

type GroupSums = Pick<PlannedGroup, "population" | "sample" | "expectedAnswers">;

interface AllocationRow {
  label: string;
  groups: Record<TargetGroup, GroupSums>;
}

function sumsOf(plans: readonly MunicipalityPlan[], targetGroup: TargetGroup): GroupSums {
  const own = plans.flatMap((plan) => plan.groups.filter((group) => group.targetGroup === targetGroup));
  return {
    population: sumOf(own, (group) => group.population),
    sample: sumOf(own, (group) => group.sample),
    expectedAnswers: sumOf(own, (group) => group.expectedAnswers),
  };
}

const rowOf = (label: string, plans: readonly MunicipalityPlan[]): AllocationRow => ({
  label,
  groups: {
    dagpenge: sumsOf(plans, "dagpenge"),
    aktivitetsparate: sumsOf(plans, "aktivitetsparate"),
    sygedagpenge: sumsOf(plans, "sygedagpenge"),
    jobparate: sumsOf(plans, "jobparate"),
  },
});

function cellOf({ population, sample, expectedAnswers }: GroupSums): Html {
  if (population === 0) return html`ingen`;
  return html`${number(sample)} af ${number(population)}<br /><span class="note"
      >${percent(sample / population, 1)}, ca. ${number(expectedAnswers)} svar</span
    >`;
}

const columns: TableColumn<AllocationRow>[] = [
  { heading: "Kommune", cell: (row) => row.label },
  ...TARGET_GROUPS.map((group): TableColumn<AllocationRow> => ({
    heading: targetGroups[group],
    align: "right",
    cell: (row) => cellOf(row.groups[group]),
  })),
];

const chart = (total: AllocationRow): Html =>
  stackChart({
    caption: "Målgruppernes andele i rammen, i stikprøven og blandt de forventede svar",
    parts: TARGET_GROUPS.map((group) => targetGroups[group]),
    rows: [
      { label: "I målgruppen", values: TARGET_GROUPS.map((group) => total.groups[group].population) },
      { label: "Inviteres", values: TARGET_GROUPS.map((group) => total.groups[group].sample) },
      { label: "Forventede svar", values: TARGET_GROUPS.map((group) => total.groups[group].expectedAnswers) },
    ],
  });

export function allocationSection({ plans, round }: SampleFacts): ReportSection {
  const total = rowOf("Alle", plans);
  const relaxed = plans.filter((plan) => plan.lowerRelaxed).map((plan) => nameOf(plan.code));
  const note =
    relaxed.length === 0
      ? noHtml
      : html`I ${new Intl.ListFormat("da-DK", { type: "conjunction" }).format(relaxed)} kunne kravet om
        ${number(round.sampling.minimumAnswersPerGroup)} forventede svar i hver målgruppe ikke rummes i
        stikprøven. Kravet er sat forholdsmæssigt ned for alle målgrupper.`;
  return {
    id: "fordeling",
    heading: "Fordeling og udtrækssandsynligheder",
    body: html`<p>
        Udtrækssandsynligheden er antallet af inviterede delt med antallet af borgere i samme målgruppe og
        kommune. Den omvendte værdi er grundvægten. De nøjagtige tal står i
        <code>sample/allocation.csv</code>.
      </p>
      ${chart(total)}
      ${table({
        id: "t-fordeling",
        caption: "Inviterede, udtrækssandsynlighed og forventede svar i hvert stratum",
        columns,
        rows: plans.map((plan) => rowOf(nameOf(plan.code), [plan])),
        total,
        ...(relaxed.length > 0 ? { note } : {}),
      })}`,
  };
}
