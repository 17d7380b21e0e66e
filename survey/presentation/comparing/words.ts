/** The words of the page that compares municipalities, and of what its script writes. */
import type { ResultLanguage } from "../language.ts";

const da = {
  title: "Sammenlign kommuner",
  description: (period: string) =>
    `Vælg kommuner, målgruppe og spørgsmål, og se resultaterne ved siden af hinanden. Tal med usikkerhed, ${period}.`,
  lead: "Her kan du se et spørgsmål i alle kommuner eller vælge op til seks af dem. Adressen i browseren følger dit valg, så du kan sende den videre.",
  plain: "Uden scripts viser siden samlet tilfredshed i alle kommuner. Alle andre tal står på siderne for",
  or: "og",
  form: "Vælg, hvad du vil se",
  question: "Spørgsmål",
  wholeTheme: "Temaet under ét",
  allOfTheme: "Alle temaets spørgsmål",
  group: "Målgruppe",
  everybody: "Alle målgrupper",
  order: "Rækkefølge",
  orders: { navn: "Alfabetisk", andel: "Efter andel positive svar" },
  municipalities: "Kommuner",
  municipalitiesNote: "Vælg op til 6. Vælger du ingen, vises alle.",
  reset: "Begynd forfra",
  caption: (measure: string, group: string) => `${measure}: andel positive svar (${group})`,
  name: "Kommune",
  share: "Positive svar",
  answers: "Svar",
  standing: "Forskel fra alle",
  next: "Forskel til den næste",
  standings: {
    h: "sikkert højere",
    l: "sikkert lavere",
    s: "ikke sikkert forskellig",
    u: "kan ikke sammenlignes",
  },
  overlap: "usikker",
  apart: "intervallerne er adskilt",
  status: (municipalities: number, group: string) =>
    `${municipalities === 1 ? "1 kommune vises" : `${municipalities} kommuner vises`}: ${group}.`,
  orderUncertain: (overlapping: number, neighbours: number) =>
    `Rækkefølgen er usikker: I ${overlapping} af ${neighbours} tilfælde overlapper en kommunes interval med den næstes, og forskellen er usikker.`,
  orderApart: "Ingen kommunes interval overlapper med den næstes.",
  failed: "Tallene kunne ikke hentes. Prøv igen, eller brug siderne for kommunerne.",
} as const;

type Words<T> = T extends string
  ? string
  : T extends (...values: infer Values) => infer Text
    ? (...values: Values) => Words<Text>
    : { readonly [K in keyof T]: Words<T[K]> };
export type CompareTexts = Words<typeof da>;

const en: CompareTexts = {
  title: "Compare municipalities",
  description: (period) =>
    `Choose municipalities, target group and question, and see the results side by side. Figures with their uncertainty, ${period}.`,
  lead: "See one question in every municipality, or choose up to six of them. The address in the browser follows your choice, so you can pass it on.",
  plain:
    "Without scripts the page shows overall satisfaction in all municipalities. All other figures are on the pages on",
  or: "and",
  form: "Choose what you want to see",
  question: "Question",
  wholeTheme: "The theme as a whole",
  allOfTheme: "All questions of the theme",
  group: "Target group",
  everybody: "All target groups",
  order: "Order",
  orders: { navn: "Alphabetical", andel: "By share of positive answers" },
  municipalities: "Municipalities",
  municipalitiesNote: "Choose up to 6. If you choose none, all are shown.",
  reset: "Start again",
  caption: (measure, group) => `${measure}: share of positive answers (${group})`,
  name: "Municipality",
  share: "Positive answers",
  answers: "Answers",
  standing: "Difference from all",
  next: "Difference from the next",
  standings: { h: "clearly higher", l: "clearly lower", s: "not clearly different", u: "cannot be compared" },
  overlap: "uncertain",
  apart: "the intervals are apart",
  status: (municipalities, group) =>
    `${municipalities === 1 ? "1 municipality" : `${municipalities} municipalities`} shown: ${group}.`,
  orderUncertain: (overlapping, neighbours) =>
    `The order is uncertain: in ${overlapping} of ${neighbours} cases the interval of a municipality overlaps with that of the next, and the difference is uncertain.`,
  orderApart: "No interval overlaps with the next one.",
  failed: "The figures could not be fetched. Try again, or use the pages of the municipalities.",
};

const COMPARE_TEXTS: Readonly<Record<ResultLanguage, CompareTexts>> = { da, en };
export const compareTextsIn = (language: ResultLanguage): CompareTexts => COMPARE_TEXTS[language];
