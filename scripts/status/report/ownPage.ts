/**
 * `status/report-<code>.html`: one municipality's own page. It goes to people who may know who was asked, so small counts are
 * withheld, and what could be found from them by subtraction (`survey/disclosure/partition.ts`).
 */
import { targetGroups } from "#survey/texts/da.ts";
import { stepped, withheldParts } from "#survey/disclosure/partition.ts";
import { dayNumber, type IsoDate } from "#survey/dates.ts";
import type { Disposition } from "#survey/dispositions/disposition.ts";
import type { Round } from "#survey/round.ts";
import { TARGET_GROUPS } from "#survey/targetGroups.ts";
import { date, number, percent } from "../../report/danish.ts";
import { keyFigures } from "../../report/figures.ts";
import { html, type Html } from "../../report/html.ts";
import { reportPage } from "../../report/page.ts";
import { table } from "../../report/table.ts";
import type { BatchPlan } from "../contactPlans.ts";
import type { PersonStatus } from "../dispositions.ts";
import type { MunicipalityPart } from "../overview.ts";
import { curveOf } from "./curve.ts";
import { curveCharts, CURVE_STYLE } from "./curveChart.ts";
import { chance, interval, rate } from "./words.ts";

export interface OwnReport {
  round: Round;
  part: MunicipalityPart;
  /** The people of the municipality. */
  statuses: readonly PersonStatus[];
  plans: readonly BatchPlan[];
  /** Smallest count that is shown: stricter where everybody was invited. */
  threshold: number;
  target: number;
  asOf: IsoDate;
}

const few = (threshold: number): string => `under ${number(threshold)}`;
const WITHHELD = "vises ikke";

function intro({ part, asOf, round, threshold, target }: OwnReport): Html {
  const shown = part.progress.answers >= threshold;
  const outlook =
    shown && part.forecast
      ? html`<p>
          Når der lukkes, venter vi ${interval(part)} svar. Chancen for at nå ${number(target)} svar er
          ${chance(part, target)}.
        </p>`
      : html``;
  return html`<p>Opgjort den ${date(asOf)}. Der kan svares til og med den ${date(round.field.closes)}.</p>
    ${keyFigures([
      { value: number(part.progress.invited), label: "inviterede" },
      { value: shown ? number(part.progress.answers) : few(threshold), label: "svar" },
      { value: shown ? rate(part) : "–", label: "svarprocent" },
    ])}
    ${outlook}
    <p class="note">
      Tal under ${number(threshold)} vises ikke, og heller ikke tal, som de kunne regnes ud fra. Ingen i
      kommunen må kunne se, hvem der har svaret.
    </p>`;
}

function groupTable({ part, threshold }: OwnReport): Html {
  const rows = TARGET_GROUPS.map((group) => ({ group, ...part.groups[group] }));
  const answersWithheld = withheldParts(
    rows.map(({ progress }) => progress.answers),
    threshold,
  );
  const invitedWithheld = withheldParts(
    rows.map(({ progress }) => progress.invited),
    threshold,
  );
  const all = rows.map((row, i) => ({
    ...row,
    invited: invitedWithheld[i] ? WITHHELD : number(row.progress.invited),
    answers: answersWithheld[i] ? WITHHELD : number(row.progress.answers),
    share: answersWithheld[i] || invitedWithheld[i] || row.rate === null ? "–" : percent(row.rate),
  }));
  return table({
    id: "malgrupper-tabel",
    caption: "Svar i hver målgruppe",
    columns: [
      { heading: "Målgruppe", cell: (row) => targetGroups[row.group] },
      { heading: "Inviterede", align: "right", cell: (row) => row.invited },
      { heading: "Svar", align: "right", cell: (row) => row.answers },
      { heading: "Svarprocent", align: "right", cell: (row) => row.share },
    ],
    rows: all,
  });
}

/** Classes wide enough to say nothing about single people; the answers are one, since they stand elsewhere as one. */
const CLASSES: readonly { name: string; of: readonly Disposition[] }[] = [
  { name: "Har svaret", of: ["complete", "partial"] },
  { name: "Vil ikke være med eller er holdt op", of: ["refusal", "breakOff"] },
  { name: "Kan ikke nås", of: ["deceased", "moved", "undeliverable"] },
  { name: "Har vi ikke hørt fra", of: ["nothingReturned", "notInvited"] },
];

function outcomeTable({ statuses, threshold }: OwnReport): Html {
  const counts = CLASSES.map(({ of }) => statuses.filter((s) => of.includes(s.disposition)).length);
  const withheld = withheldParts(counts, threshold, new Set([0]));
  return table({
    id: "udfald-tabel",
    caption: "Hvad der er blevet af stikprøven",
    columns: [
      { heading: "Udfald", cell: (row) => row.name },
      { heading: "Personer", align: "right", cell: (row) => row.n },
    ],
    rows: CLASSES.map(({ name }, i) => ({ name, n: withheld[i] ? WITHHELD : number(counts[i] ?? 0) })),
  });
}

function curveOfOwn({ part, statuses, plans, round, asOf, threshold }: OwnReport): Html {
  if (part.forecast === null) return html`<p>Ingen er inviteret endnu.</p>`;
  const curve = curveOf(part.name, statuses, { round, plans, today: dayNumber(asOf) });
  const sent = stepped(curve.sent, threshold, part.progress.answers);
  return html`<p>
      Linjen vokser i trin på mindst ${number(threshold)} svar, så ingen kan se, hvornår den enkelte svarede.
    </p>
    ${curveCharts([{ ...curve, sent, stepped: true }])}`;
}

/** The whole text of the page. */
export const ownReport = (report: OwnReport): string =>
  reportPage({
    title: `Status for ${report.part.name}`,
    over: `${report.round.title}, ${report.round.period.label}`,
    intro: intro(report),
    style: CURVE_STYLE,
    sections: [
      { id: "dage", heading: "Svar dag for dag", body: curveOfOwn(report) },
      { id: "malgrupper", heading: "Målgrupperne", body: groupTable(report) },
      { id: "udfald", heading: "Udfald", body: outcomeTable(report) },
    ],
  });
