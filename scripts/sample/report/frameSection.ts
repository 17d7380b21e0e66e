/** From received to target group: every person counted once. */
import { FLOW_EXCLUSIONS } from "#survey/files.ts";
import { TARGET_GROUPS } from "#survey/targetGroups.ts";
import { targetGroups } from "#survey/texts/da.ts";
import { barChart } from "../../report/bars.ts";
import { date, number, percent } from "../../report/danish.ts";
import { html } from "../../report/html.ts";
import type { ReportSection } from "../../report/page.ts";
import { table, type TableColumn } from "../../report/table.ts";
import { totalFlow, type Flow } from "../flowFile.ts";
import { EXCLUSION_WORDS, nameOf, sumOf, type SampleFacts } from "./facts.ts";

const eligibleOf = (flow: Flow): number => sumOf(TARGET_GROUPS, (group) => flow.eligible[group]);

const columns: TableColumn<Flow>[] = [
  { heading: "Kommune", cell: (flow) => (flow.municipality === "" ? "Alle" : nameOf(flow.municipality)) },
  { heading: "Modtaget", align: "right", cell: (flow) => number(flow.received) },
  ...FLOW_EXCLUSIONS.map((reason): TableColumn<Flow> => ({
    heading: EXCLUSION_WORDS[reason],
    align: "right",
    cell: (flow) => number(flow.excluded[reason]),
  })),
  { heading: "I målgruppen", align: "right", cell: (flow) => number(eligibleOf(flow)) },
];

function flowChart(total: Flow) {
  const share = (n: number): string =>
    `${number(n)} (${percent(total.received > 0 ? n / total.received : 0, 1)})`;
  return barChart({
    caption: "Fra modtaget til målgruppe, alle kommuner",
    max: total.received,
    bars: [
      { label: "Modtaget i alt", value: total.received, text: number(total.received), tone: "quiet" },
      ...FLOW_EXCLUSIONS.map((reason) => ({
        label: EXCLUSION_WORDS[reason],
        value: total.excluded[reason],
        text: share(total.excluded[reason]),
        tone: "warn" as const,
      })),
      ...TARGET_GROUPS.map((group) => ({
        label: `I målgruppen: ${targetGroups[group].toLowerCase()}`,
        value: total.eligible[group],
        text: share(total.eligible[group]),
      })),
    ],
  });
}

export function frameSection({ round, flows }: SampleFacts): ReportSection {
  const total = totalFlow(flows);
  return {
    id: "ramme",
    heading: "Stikprøverammen",
    body: html`<p>
        Rammen er alle borgere i kommunernes udtræk for ${round.period.label}. Alder, varighed og status er
        opgjort pr. ${date(round.referenceDate)}; for borgere, der har forladt ydelsen, er varigheden opgjort
        til periodens udløb. Hver person tælles én gang. Passer flere grunde på samme person, tæller den
        første i rækkefølgen.
      </p>
      ${flowChart(total)}
      ${table({
        id: "t-ramme",
        caption: "Modtagne, udeladte og borgere i målgruppen efter kommune",
        columns,
        rows: flows,
        total,
      })}`,
  };
}
