/** `status/report.html`: the field work as a page in Danish, readable on a phone. Internal: small counts are shown. */
import { DISPOSITIONS, type Disposition } from "#survey/dispositions.ts";
import type { IsoDate } from "#survey/dates.ts";
import type { Round } from "#survey/round.ts";
import { targetGroups } from "#survey/texts/da.ts";
import { TARGET_GROUPS, type TargetGroup } from "#survey/targetGroups.ts";
import { barChart, type Bar, type Tone } from "../report/bars.ts";
import { date, number, percent, probability } from "../report/danish.ts";
import { keyFigures } from "../report/figures.ts";
import { html, type Html } from "../report/html.ts";
import { reportPage } from "../report/page.ts";
import { table } from "../report/table.ts";
import type { PersonStatus } from "./dispositions.ts";
import type { MunicipalityPart, Overview, Part } from "./overview.ts";

export interface StatusReport {
  round: Round;
  overview: Overview;
  statuses: readonly PersonStatus[];
  /** The day the status was read. */
  asOf: IsoDate;
  /** Stored answers that could not be read. */
  unreadable: number;
}

const rate = (part: Part): string => (part.rate === null ? "–" : percent(part.rate, 1));

function intro({ overview, asOf, unreadable, round }: StatusReport): Html {
  const { total, target, municipalities } = overview;
  const reached = municipalities.filter((m) => m.missing === 0).length;
  const warning =
    unreadable === 0
      ? html``
      : html`<p class="warning">${number(unreadable)} gemte svar kunne ikke læses og er ikke talt med.</p>`;
  return html`<p>
      Opgjort den ${date(asOf)}. Der kan svares til og med den ${date(round.field.closes)}. Et svar er mindst
      7 af de 13 spørgsmål, sendt eller gemt.
    </p>
    ${warning}
    ${keyFigures([
      { value: number(total.progress.invited), label: "inviterede" },
      { value: number(total.progress.answers), label: "svar" },
      { value: rate(total), label: "svarprocent" },
      {
        value: `${number(reached)} af ${number(municipalities.length)}`,
        label: `kommuner med ${number(target)} svar`,
      },
    ])}`;
}

const toneOf = ({ missing, rateNeeded }: MunicipalityPart): Tone => {
  if (missing === 0) return "good";
  return rateNeeded === null || rateNeeded > 1 ? "bad" : "warn";
};

function needed({ missing, rateNeeded }: MunicipalityPart): string {
  if (missing === 0) return "nået";
  if (rateNeeded === null || rateNeeded > 1) return "kan ikke nås";
  return percent(rateNeeded, 1);
}

function municipalitySection({ municipalities, target, total }: Overview): Html {
  const bars = municipalities.map((m): Bar => ({
    label: m.name,
    value: m.progress.answers,
    text: `${number(m.progress.answers)} (${rate(m)})`,
    tone: toneOf(m),
  }));
  return html`${barChart({
      caption: "Svar i hver kommune, med svarprocent",
      bars,
      mark: { value: target, label: `${number(target)} svar` },
    })}
    <p class="note">
      Grøn: har nået ${number(target)} svar. Gul: mangler svar. Rød: kan ikke nå det, selv om alle andre
      svarer.
    </p>
    ${table<MunicipalityPart | null>({
      id: "kommuner-tabel",
      caption: "Kommunerne i tal",
      columns: [
        { heading: "Kommune", cell: (m) => m?.name ?? "I alt" },
        { heading: "Inviterede", align: "right", cell: (m) => number((m ?? total).progress.invited) },
        { heading: "Svar", align: "right", cell: (m) => number((m ?? total).progress.answers) },
        { heading: "Svarprocent", align: "right", cell: (m) => rate(m ?? total) },
        {
          heading: `Mangler til ${number(target)}`,
          align: "right",
          cell: (m) => (m ? number(m.missing) : ""),
        },
        { heading: "Så mange af resten skal svare", align: "right", cell: (m) => (m ? needed(m) : "") },
        {
          heading: `Planlagt chance for ${number(target)}`,
          align: "right",
          cell: (m) => (m ? probability(m.plannedChance) : ""),
        },
      ],
      rows: municipalities,
      total: null,
      note: `»Resten« er de inviterede, som hverken har svaret eller sagt nej. Den planlagte chance er regnet ud fra stikprøven og de forventede svarprocenter, før nogen havde svaret. Den ændrer sig ikke undervejs.`,
    })}`;
}

const answersOf = ({ progress }: Part): string =>
  `${number(progress.answers)} af ${number(progress.invited)}`;

function groupSection({ groups, municipalities }: Overview): Html {
  const bars = TARGET_GROUPS.map((group): Bar => ({
    label: targetGroups[group],
    value: groups[group].rate ?? 0,
    text: `${rate(groups[group])} (ventet ${percent(groups[group].expectedRate)})`,
    tone: (groups[group].rate ?? 0) >= groups[group].expectedRate ? "good" : "warn",
  }));
  return html`${barChart({ caption: "Svarprocent i hver målgruppe", bars })}
  ${table<MunicipalityPart | null>({
    id: "malgrupper-tabel",
    caption: "Svar af inviterede i hver målgruppe",
    columns: [
      { heading: "Kommune", cell: (m) => m?.name ?? "I alt" },
      ...TARGET_GROUPS.map((group: TargetGroup) => ({
        heading: targetGroups[group],
        align: "right" as const,
        cell: (m: MunicipalityPart | null) => answersOf((m?.groups ?? groups)[group]),
      })),
    ],
    rows: municipalities,
    total: null,
    note: "Tallene er til internt brug: små tal kan pege på enkelte personer. Send dem ikke videre.",
  })}`;
}

const DISPOSITION_NAMES: Record<Disposition, string> = {
  complete: "Svar, sendt",
  partial: "Svar, gemt uden at være sendt",
  refusal: "Har sagt nej eller trukket sit svar tilbage",
  breakOff: "Begyndt, men under 7 af 13 spørgsmål",
  notInvited: "Ikke inviteret endnu",
  nothingReturned: "Inviteret, intet hørt",
};
const ORDER: readonly Disposition[] = [
  "complete",
  "partial",
  "refusal",
  "breakOff",
  "nothingReturned",
  "notInvited",
];

function dispositionSection(statuses: readonly PersonStatus[]): Html {
  const rows = ORDER.map((disposition) => ({
    disposition,
    n: statuses.filter((s) => s.disposition === disposition).length,
  }));
  return table({
    id: "udfald-tabel",
    caption: "Hvad der er blevet af stikprøven",
    columns: [
      { heading: "Udfald", cell: (row) => DISPOSITION_NAMES[row.disposition] },
      { heading: "AAPOR", cell: (row) => DISPOSITIONS[row.disposition] },
      { heading: "Personer", align: "right", cell: (row) => number(row.n) },
      { heading: "Andel", align: "right", cell: (row) => percent(row.n / statuses.length, 1) },
    ],
    rows,
    note: "Koderne er dem i AAPOR, Standard Definitions (2016), for webundersøgelser af navngivne personer.",
  });
}

/** The whole text of the page. */
export const statusReport = (report: StatusReport): string =>
  reportPage({
    title: "Status på indsamlingen",
    over: `${report.round.title}, ${report.round.period.label}`,
    intro: intro(report),
    sections: [
      { id: "kommuner", heading: "Kommunerne", body: municipalitySection(report.overview) },
      { id: "malgrupper", heading: "Målgrupperne", body: groupSection(report.overview) },
      { id: "udfald", heading: "Udfald", body: dispositionSection(report.statuses) },
    ],
  });
