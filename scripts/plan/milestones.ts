/** The days of a round: who does what when, in Danish, from the dates of `round.json`. */
import { filesDay, reportDay } from "#survey/contact/workingDays.ts";
import type { IsoDate } from "#survey/dates.ts";
import type { Round } from "#survey/round.ts";

export const ACTORS = ["Kommunen", "Konsulenten", "Borgerne"] as const;
export type Actor = (typeof ACTORS)[number];

export interface Milestone {
  /** Names the day for good, so that a calendar knows a day that has moved. */
  key: string;
  day: IsoDate;
  who: Actor;
  /** A few words, as a calendar shows them. */
  what: string;
  detail: string;
  /** Nobody need be at work on the day: citizens act, or it is a last day for what can be done before. */
  anyDay?: true;
  /** Hours it takes a municipality, where that is known from the pilot. */
  hours?: string;
}

/** Every day of the round, the earliest first. */
export function milestonesOf(round: Round): Milestone[] {
  const { deadlines, field, privacy } = round;
  const days: Milestone[] = [
    {
      key: "agreement",
      day: deadlines.agreement,
      who: "Kommunen",
      what: "Databehandleraftalen er underskrevet",
      detail: "Senest denne dag. Uden aftale må kommunen ikke sende oplysninger om borgere.",
      hours: "1-2",
    },
    {
      key: "extract",
      day: deadlines.extract,
      who: "Kommunen",
      what: "Udtrækket er sendt",
      detail: `Senest denne dag, med sikker post og i den skabelon, I har fået. Udtrækket har alle ledige og sygemeldte i ${round.period.label}.`,
      hours: "1-3",
    },
    ...wavesOf(round),
    {
      key: "opens",
      day: field.opens,
      who: "Borgerne",
      what: "Spørgeskemaet åbner",
      detail: "Fra denne dag kan borgerne svare.",
      anyDay: true,
    },
    ...extraRound(round),
    {
      key: "closes",
      day: field.closes,
      who: "Borgerne",
      what: "Sidste dag at svare",
      detail: "Spørgeskemaet lukker ved midnat.",
      anyDay: true,
    },
    {
      key: "first-results",
      day: deadlines.firstResults,
      who: "Konsulenten",
      what: "Første resultater",
      detail: "Resultater for hele landet og for hver kommune på undersøgelsens side.",
    },
    {
      key: "final-report",
      day: deadlines.finalReport,
      who: "Konsulenten",
      what: "Endelig rapport",
      detail: "Hver kommune får sin egen rapport.",
    },
    {
      key: "deletion",
      day: privacy.deletionDate,
      who: "Konsulenten",
      what: "Oplysningerne er slettet",
      detail: "Svar og oplysninger om borgere er slettet senest denne dag. Kommunen får en kvittering.",
      anyDay: true,
    },
  ];
  return days.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

const WAVES = [
  { key: "invitation", what: "Invitationen sendes" },
  { key: "reminder-1", what: "Første påmindelse sendes" },
  { key: "reminder-2", what: "Anden og sidste påmindelse sendes" },
] as const;

function wavesOf({ field }: Round): Milestone[] {
  return WAVES.flatMap(({ key, what }, wave): Milestone[] => {
    const day = field.waves[wave];
    if (day === undefined) return [];
    const files: Milestone = {
      key: `${key}-files`,
      day: filesDay(day),
      who: "Konsulenten",
      what: `Filer til ${wave === 0 ? "invitationen" : "påmindelsen"} er klar`,
      detail:
        wave === 0
          ? "Kommunen får breve, flettefiler og en vejledning."
          : "Kommunen får kun dem på listen, der ikke har svaret. Brug ikke en ældre liste.",
    };
    const send: Milestone = {
      key,
      day,
      who: "Kommunen",
      what,
      detail: "Med Digital Post, og på papir til dem, der ikke har Digital Post.",
      ...(wave === 0 ? { hours: "3-9 i alt" } : {}),
    };
    return [...reported(key, field.waves[wave - 1], day), files, send];
  });
}

function reported(key: string, sent: IsoDate | undefined, next: IsoDate): Milestone[] {
  const day = sent === undefined ? null : reportDay(sent, next);
  if (day === null) return [];
  return [
    {
      key: `${key}-report`,
      day,
      who: "Kommunen",
      what: "Liste over breve, der ikke kom frem",
      detail: "Senest denne dag til konsulenten, med sikker post. Vejledningen siger hvordan.",
    },
  ];
}

const extraRound = ({ field }: Round): Milestone[] =>
  field.extraSms === undefined
    ? []
    : [
        ...reported("extra-sms", field.waves.at(-1), field.extraSms),
        {
          key: "extra-sms-files",
          day: filesDay(field.extraSms),
          who: "Konsulenten",
          what: "Liste til den ekstra sms er klar",
          detail: "Kun de borgere, der ikke har svaret eller sagt nej.",
        },
        {
          key: "extra-sms",
          day: field.extraSms,
          who: "Kommunen",
          what: "Ekstra sms",
          detail: "Kun i de kommuner, der mangler svar, og som sender sms.",
        },
      ];
