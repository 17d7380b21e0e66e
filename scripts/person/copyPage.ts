/** The copy as a page that the citizen can read, in Danish. The JSON file beside it holds the same for machines. */
import { NO_INTERVIEW } from "#survey/bands.ts";
import { dayNumber, type IsoDate } from "#survey/dates.ts";
import {
  CLOSED_ITEM_IDS,
  CODE_DONT_KNOW,
  CODE_NO_INTERVIEW,
  questionnaireOf,
  TEXT_ITEM_IDS,
} from "#survey/questionnaire.ts";
import type { Round } from "#survey/round.ts";
import { closedItems, dontKnow, noInterview, scales, targetGroups, textItems } from "#survey/texts/da.ts";
import { withTerm } from "#survey/texts/fill.ts";
import { date, percent } from "../report/danish.ts";
import { html, type Html } from "../report/html.ts";
import { reportPage, type ReportSection } from "../report/page.ts";
import type { HeldAnswers, PersonCopy } from "./copy.ts";

type Line = readonly [label: string, value: string];

/** Of the extract and the sample only what is filled in. */
const EXTRACT_LABELS: readonly (readonly [string, string])[] = [
  ["benefit", "Ydelse"],
  ["weeks", "Uger på ydelsen"],
  ["latest_interview", "Dato for seneste samtale"],
  ["finished", "Forløbet er afsluttet (1 er ja)"],
  ["age", "Alder"],
  ["sex", "Køn (m er mand, f er kvinde)"],
  ["file", "Kommunens fil"],
  ["row", "Række i filen"],
];
const SAMPLE_LABELS: readonly (readonly [string, string])[] = [
  ["age_band", "Aldersgruppe"],
  ["duration_band", "Uger på ydelsen, gruppe"],
  ["interview_band", "Måneder siden seneste samtale, gruppe"],
];
const OUTCOMES: Readonly<Record<string, string>> = {
  erased: "Svarene er slettet, fordi du bad om det",
  withdrawn: "Svarene er slettet, fordi du trak dem tilbage på siden",
  no_reminders: "Du vil ikke have flere breve",
};

const list = (lines: readonly Line[]): Html =>
  html`<dl>
    ${lines.map(
      ([label, value]) =>
        html`<dt>${label}</dt>
          <dd>${value}</dd> `,
    )}
  </dl>`;

const named = (
  row: Readonly<Record<string, string>>,
  labels: readonly (readonly [string, string])[],
): Line[] =>
  labels.flatMap(([key, label]) => ((row[key] ?? "") === "" ? [] : [[label, row[key] ?? ""] as const]));

/** `under-30`, `30-39`, `60-` and `none` as a reader says them. */
const bandText = (band: string): string =>
  band === NO_INTERVIEW
    ? "ingen samtale"
    : band
        .replace(/^under-/, "under ")
        .replace(/-$/, " og derover")
        .replace("-", " til ");

const day = (moment: string): string => date(moment.slice(0, 10));

const optionOf = (question: string, value: unknown, version: string): string => {
  if (value === CODE_DONT_KNOW) return dontKnow;
  if (value === CODE_NO_INTERVIEW) return noInterview;
  const item = questionnaireOf(version)
    ?.parts.flatMap((part) => part.items)
    .find(({ id }) => id === question);
  const code = typeof value === "number" ? value : 0;
  return (item?.kind === "closed" ? scales[item.scale][code - 1] : undefined) ?? String(value);
};

function answerLines(held: HeldAnswers, round: Round, municipality: string): Line[] {
  const { answers, questionnaire } = held;
  if (answers === null) return [["Svar", "kan ikke åbnes"]];
  const own = round.municipalities.find(({ code }) => code === municipality);
  const term = own?.term ?? "jobcentret";
  return Object.entries(answers).map(([id, value]): Line => {
    const closed = CLOSED_ITEM_IDS.find((item) => item === id);
    if (closed) return [withTerm(closedItems[closed], term), optionOf(closed, value, questionnaire)];
    const text = TEXT_ITEM_IDS.find((item) => item === id);
    if (text) return [withTerm(textItems[text].neutral, term), String(value)];
    if (id === "no_interview") return ["Samtale", noInterview];
    const local = own?.localQuestions.find((question) => question.id === id);
    const option = typeof value === "number" ? local?.options?.[value - 1] : undefined;
    return [local?.text ?? id, option ?? String(value)];
  });
}

function sectionsOf(copy: PersonCopy, round: Round): ReportSection[] {
  const { identity, sample, standing } = copy;
  const municipality = copy.respondent.slice(0, 4);
  const group = Object.entries(targetGroups).find(([id]) => id === sample["target_group"])?.[1];
  const person: Line[] = identity
    ? [
        ["CPR-nummer", `${identity.cpr.slice(0, 6)}-${identity.cpr.slice(6)}`],
        ["Navn", identity.name || "vi har det ikke"],
        ["Telefon", identity.phone || "vi har den ikke"],
      ]
    : [["CPR-nummer, navn og telefon", "er slettet"]];
  const days: Line[] = [
    ["Svar sendt", standing?.submittedOn],
    ["Ingen flere påmindelser fra", standing?.noRemindersOn],
    ["Svar slettet", standing?.withdrawnOn],
  ].flatMap(([label, on]) => (label && on ? [[label, date(on)] as const] : []));
  return [
    {
      id: "person",
      heading: "Hvem du er",
      body: list([...person, ["Nummer i undersøgelsen", copy.respondent]]),
    },
    {
      id: "udtraek",
      heading: "Hvad kommunen har sendt os",
      body:
        copy.extract.length === 0
          ? html`<p>Kommunens udtræk er slettet hos os.</p>`
          : html`${copy.extract.map((row) => list(named(row, EXTRACT_LABELS)))}`,
    },
    {
      id: "stikproeve",
      heading: "Hvad vi bruger til statistik",
      body: list([
        ["Målgruppe", group ?? ""],
        ...named(sample, SAMPLE_LABELS).map(([label, band]): Line => [label, bandText(band)]),
        ["Chance for at blive udtrukket", percent(Number(sample["inclusion_probability"]))],
      ]),
    },
    {
      id: "breve",
      heading: "Breve og beskeder",
      body: list([
        ...copy.contacts.map(({ contact, channel, asOf }): Line => [
          contact === "0" ? "Invitation" : contact === "sms" ? "Ekstra SMS" : `Påmindelse ${contact}`,
          `${channel === "paper" ? "brev på papir" : channel === "sms" ? "SMS" : "Digital Post"}${asOf === null ? "" : `, liste fra ${day(asOf)}`}`,
        ]),
        ...copy.delivery.map(({ outcome, reportedOn }): Line => [
          `Kommunen har meldt: ${outcome}`,
          date(reportedOn),
        ]),
        ...copy.wishes.map(({ wish, recorded }): Line => [OUTCOMES[wish] ?? wish, day(recorded)]),
      ]),
    },
    {
      id: "svar",
      heading: "Dine svar",
      body: html`${list(days)}
      ${
        copy.answers.length === 0
          ? html`<p>Vi har ingen svar fra dig.</p>`
          : copy.answers.map(
              (held) =>
                html`<h3>${held.sent ? "Sendt" : "Kladde, der ikke er sendt"}</h3>
                  ${list(answerLines(held, round, municipality))} `,
            )
      }`,
    },
  ];
}

/** The whole page. */
export function copyPage(copy: PersonCopy, round: Round): string {
  const madeOn: IsoDate = copy.madeAt.slice(0, 10);
  if (!Number.isFinite(dayNumber(madeOn))) throw new RangeError("the copy has no date");
  return reportPage({
    over: round.title,
    title: "Det, vi har om dig",
    intro: html`<p>
      Her er alt, hvad undersøgelsen har om dig den ${date(madeOn)}. Du kan bede om at få dine svar slettet,
      når du vil. Det har ingen betydning for din sag eller din ydelse.
    </p>`,
    sections: sectionsOf(copy, round),
    style: "dt { font-weight: 600; margin-top: 0.6rem } dd { margin: 0 }",
    footer: html`<p>
      ${round.privacy.processor} har lavet kopien for din kommune. Dine svar bliver slettet senest
      ${date(round.privacy.deletionDate)}. Du kan klage til Datatilsynet: www.datatilsynet.dk.
    </p>`,
  });
}
