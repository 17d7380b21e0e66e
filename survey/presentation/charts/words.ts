/** The words of the charts. What things are called stands in labels.ts. */
import type { ResultLanguage } from "../language.ts";

const da = {
  uncertain: "Hule prikker er usikre tal.",
  /** Said to those whose browser draws nothing. */
  fallback: "De samme tal står i tabellen.",
  keys: "Brug piletasterne til at gå fra tal til tal.",
  save: "Hent figuren som",
  municipalities: {
    title: (measure: string) => `${measure} i kommunerne`,
    subtitle: "Andel positive svar i procent, med 95\u00a0%-konfidensinterval.",
    strip: (everybody: string) => `Den lodrette stribe er »${everybody}«.`,
    order: "Rækkefølgen er ingen rangliste: Hvor stregerne overlapper, er forskellen usikker.",
    none: "Ingen kommune kan sammenlignes med alle under ét.",
    finding: (n: number, higher: number, lower: number): string => {
      const who = n === 1 ? "Den ene kommune, der kan sammenlignes, ligger" : `Af ${n} kommuner ligger`;
      if (higher + lower === 0)
        return `${who} ${n === 1 ? "ikke" : "ingen"} sikkert over eller under alle under ét.`;
      if (n === 1) return `${who} sikkert ${higher > 0 ? "over" : "under"} alle under ét.`;
      const rest = higher + lower < n ? " For resten er forskellen usikker." : "";
      return `${who} ${higher || "ingen"} sikkert over og ${lower || "ingen"} sikkert under alle under ét.${rest}`;
    },
  },
  items: {
    title: (name: string) => `${name}: positive svar på hvert spørgsmål`,
    subtitle: "I procent, med 95\u00a0%-konfidensinterval.",
    strip: (everybody: string) => `Mærket i det grå felt er »${everybody}«.`,
    none: "Ingen af spørgsmålene kan sammenlignes med alle under ét.",
    finding: (n: number, higher: number, lower: number): string => {
      const of = n === 1 ? "Ved det ene spørgsmål, der kan sammenlignes," : `Ved ${n} spørgsmål`;
      if (higher + lower === 0) return `${of} er der ingen sikker forskel fra alle under ét.`;
      if (n === 1)
        return `${of} er andelen sikkert ${higher > 0 ? "højere" : "lavere"} end hos alle under ét.`;
      const rest = higher + lower < n ? " Ved resten er forskellen usikker." : "";
      return `Af ${n} spørgsmål ligger ${higher || "ingen"} sikkert over og ${lower || "ingen"} sikkert under alle under ét.${rest}`;
    },
  },
  trend: {
    title: (measure: string) => `${measure} over tid`,
    subtitle: "Andel positive svar i procent i hver runde, med 95\u00a0%-konfidensinterval.",
    round: "Runde",
    share: "Positive svar",
    change: "Ændring til denne runde",
    finding: {
      higher: (since: string, points: string) => `Andelen er steget ${points} siden ${since}.`,
      lower: (since: string, points: string) => `Andelen er faldet ${points} siden ${since}.`,
      same: (since: string) => `Der er ingen sikker ændring siden ${since}.`,
    },
  },
  response: {
    title: "Svarene dag for dag",
    subtitle:
      "Antal sendte svar i alt i hele runden. De lodrette mærker er invitationen og påmindelserne. Dage med få svar er lagt sammen.",
    day: "Til og med",
    answers: "Svar i alt",
    share: "Af de inviterede",
    waves: ["Invitation", "1. påmindelse", "2. påmindelse"],
    finding: (day: string, answers: string) =>
      `Halvdelen af de ${answers} sendte svar var kommet senest ${day}.`,
  },
  source: (title: string, period: string) => `Kilde: ${title}, ${period}. Vægtede tal. borgersvar`,
  counts: (title: string, period: string) => `Kilde: ${title}, ${period}. borgersvar`,
  uncertaintyNote:
    "Tallene bygger på svar fra nogle af borgerne og er usikre inden for de viste intervaller.",
} as const;

type Words<T> = T extends string
  ? string
  : T extends (...values: infer Values) => infer Text
    ? (...values: Values) => Words<Text>
    : { readonly [K in keyof T]: Words<T[K]> };
export type ChartTexts = Words<typeof da>;

const en: ChartTexts = {
  uncertain: "Hollow dots are uncertain figures.",
  fallback: "The same figures are in the table.",
  keys: "Use the arrow keys to move from figure to figure.",
  save: "Download the chart as",
  municipalities: {
    title: (measure) => `${measure} in the municipalities`,
    subtitle: "Share of positive answers in per cent, with 95% confidence interval.",
    strip: (everybody) => `The vertical strip is ‘${everybody}’.`,
    order: "The order is no ranking: where the lines overlap, the difference is uncertain.",
    none: "No municipality can be compared with all of them together.",
    finding: (n, higher, lower) => {
      const who = n === 1 ? "The one municipality that can be compared is" : `Of ${n} municipalities,`;
      if (n === 1) {
        const where =
          higher > 0 ? "clearly above" : lower > 0 ? "clearly below" : "not clearly different from";
        return `${who} ${where} all of them together.`;
      }
      if (higher + lower === 0) return `${who} none is clearly above or below all of them together.`;
      const rest = higher + lower < n ? " For the rest the difference is uncertain." : "";
      return `${who} ${higher || "none"} ${higher > 1 ? "are" : "is"} clearly above and ${lower || "none"} clearly below all of them together.${rest}`;
    },
  },
  items: {
    title: (name) => `${name}: positive answers to each question`,
    subtitle: "In per cent, with 95% confidence interval.",
    strip: (everybody) => `The mark in the grey field is ‘${everybody}’.`,
    none: "None of the questions can be compared with everybody together.",
    finding: (n, higher, lower) => {
      const of = n === 1 ? "On the one question that can be compared," : `On ${n} questions`;
      if (higher + lower === 0) return `${of} there is no clear difference from everybody together.`;
      if (n === 1)
        return `${of} the share is clearly ${higher > 0 ? "higher" : "lower"} than for everybody together.`;
      const rest = higher + lower < n ? " On the rest the difference is uncertain." : "";
      return `Of ${n} questions, ${higher || "none"} ${higher > 1 ? "are" : "is"} clearly above and ${lower || "none"} clearly below everybody together.${rest}`;
    },
  },
  trend: {
    title: (measure) => `${measure} over time`,
    subtitle: "Share of positive answers in per cent in each round, with 95% confidence interval.",
    round: "Round",
    share: "Positive answers",
    change: "Change to this round",
    finding: {
      higher: (since, points) => `The share has risen by ${points} since ${since}.`,
      lower: (since, points) => `The share has fallen by ${points} since ${since}.`,
      same: (since) => `There is no clear change since ${since}.`,
    },
  },
  response: {
    title: "Answers day by day",
    subtitle:
      "Answers sent so far in the whole round. The vertical marks are the invitation and the reminders. Days with few answers are joined.",
    day: "Up to and including",
    answers: "Answers so far",
    share: "Of those invited",
    waves: ["Invitation", "First reminder", "Second reminder"],
    finding: (day, answers) => `Half of the ${answers} answers sent had come by ${day}.`,
  },
  source: (title, period) => `Source: ${title}, ${period}. Weighted figures. borgersvar`,
  counts: (title, period) => `Source: ${title}, ${period}. borgersvar`,
  uncertaintyNote:
    "The figures rest on answers from some of the citizens and are uncertain within the intervals shown.",
};

const CHART_TEXTS: Readonly<Record<ResultLanguage, ChartTexts>> = { da, en };
export const chartTextsIn = (language: ResultLanguage): ChartTexts => CHART_TEXTS[language];
