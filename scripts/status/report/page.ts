/** `status/report.html`: the field work as a page in Danish, readable on a phone. Internal: small counts are shown. */
import { targetGroups } from "#survey/texts/da.ts";
import { dayNumber, type IsoDate } from "#survey/dates.ts";
import type { Round } from "#survey/round.ts";
import { TARGET_GROUPS } from "#survey/targetGroups.ts";
import { date, number } from "../../report/danish.ts";
import { keyFigures } from "../../report/figures.ts";
import { html, noHtml, type Html } from "../../report/html.ts";
import { reportPage } from "../../report/page.ts";
import type { BatchPlan } from "../contactPlans.ts";
import type { PersonStatus } from "../dispositions.ts";
import type { Overview } from "../overview.ts";
import { byMunicipality } from "../sampledPeople.ts";
import { curveOf, type CurveInput } from "./curve.ts";
import { curveCharts, CURVE_STYLE } from "./curveChart.ts";
import { groupSection } from "./groupSection.ts";
import { municipalitySection } from "./municipalitySection.ts";
import { outcomeSection } from "./outcomeSection.ts";
import { rate } from "./words.ts";

export interface StatusReport {
  round: Round;
  overview: Overview;
  statuses: readonly PersonStatus[];
  plans: readonly BatchPlan[];
  census: (code: string) => boolean;
  /** The day the status was read. */
  asOf: IsoDate;
  /** Stored answers that could not be read. */
  unreadable: number;
}

function intro({ overview, asOf, unreadable, round }: StatusReport): Html {
  const { total, target, municipalities } = overview;
  const green = municipalities.filter((m) => m.flag === "green").length;
  const warning =
    unreadable === 0
      ? noHtml
      : html`<p class="warning">${number(unreadable)} gemte svar kunne ikke læses og er ikke talt med.</p>`;
  return html`<p>
      Opgjort den ${date(asOf)}. Der kan svares til og med den ${date(round.field.closes)}. Et svar er mindst
      7 af de 13 spørgsmål, sendt eller gemt. Siden er kun til brug internt: den viser små tal.
    </p>
    ${warning}
    ${keyFigures([
      { value: number(total.progress.invited), label: "inviterede" },
      { value: number(total.progress.answers), label: "svar" },
      { value: rate(total), label: "svarprocent" },
      {
        value: `${number(green)} af ${number(municipalities.length)}`,
        label: `kommuner, der næsten sikkert når ${number(target)} svar`,
      },
    ])}`;
}

function curveSection({ statuses, round, plans, asOf, overview }: StatusReport): Html {
  if (plans.length === 0) return html`<p>Ingen er inviteret endnu.</p>`;
  const input: CurveInput = { round, plans, today: dayNumber(asOf) };
  const groups = TARGET_GROUPS.map((group) =>
    curveOf(
      targetGroups[group],
      statuses.filter((s) => s.targetGroup === group),
      input,
    ),
  );
  const byCode = byMunicipality(statuses);
  const municipalities = overview.municipalities
    .filter(({ forecast }) => forecast !== null)
    .map(({ code, name }) => curveOf(name, byCode.get(code) ?? [], input));
  return html`<p>
      En ubrudt linje over den stiplede betyder flere svar end ventet. Gemte svar, som ikke er sendt, har
      ingen dag og er ikke med i linjen.
    </p>
    ${curveCharts([curveOf("Alle kommuner", statuses, input)])}
    <h3>Målgrupperne</h3>
    ${curveCharts(groups)}
    <h3>Kommunerne</h3>
    ${curveCharts(municipalities)}`;
}

/** The whole text of the page. */
export const statusReport = (report: StatusReport): string =>
  reportPage({
    title: "Status på indsamlingen",
    over: `${report.round.title}, ${report.round.period.label}`,
    intro: intro(report),
    style: CURVE_STYLE,
    sections: [
      { id: "kommuner", heading: "Kommunerne", body: municipalitySection(report) },
      { id: "dage", heading: "Svar dag for dag", body: curveSection(report) },
      { id: "malgrupper", heading: "Målgrupperne", body: groupSection(report.overview) },
      { id: "udfald", heading: "Udfald", body: outcomeSection(report.statuses) },
    ],
  });
