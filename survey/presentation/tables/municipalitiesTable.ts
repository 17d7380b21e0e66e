/** The table of municipalities: who was asked, who answered. The first row is all of them together. */
import type { Results } from "../../results.ts";
import { tableOf, type Bilingual, type Column, type PublicTable } from "./column.ts";

type Entry = Results["municipalities"][number];
/** A municipality, or all of them: that one has no code, and is neither a census nor uncertain. */
type Row = Omit<Entry, "slug" | "census" | "uncertain"> & Partial<Pick<Entry, "census" | "uncertain">>;

const flag = (value: boolean | undefined): number | null => (value === undefined ? null : Number(value));

const OR_WITHHELD: Bilingual = {
  da: "Tom, når tallet er skjult.",
  en: "Empty when the figure is withheld.",
};

const COLUMNS: readonly Column<Row>[] = [
  {
    id: "municipality",
    kind: "code",
    width: 15,
    label: { da: "Kommunekode", en: "Municipality code" },
    meaning: {
      da: "Kommunens kode på fire cifre; all er alle deltagende kommuner under ét.",
      en: "The municipality's code of four digits; all is everybody that takes part together.",
    },
    value: ({ code }) => code,
  },
  {
    id: "municipality_name",
    kind: "text",
    width: 26,
    label: { da: "Kommune", en: "Municipality" },
    meaning: { da: "Kommunens navn.", en: "The municipality's name." },
    value: ({ name }) => name,
  },
  {
    id: "population",
    kind: "count",
    width: 14,
    label: { da: "Borgere i målgrupperne", en: "Citizens in the target groups" },
    meaning: {
      da: "Borgere i de fire målgrupper i kvartalet.",
      en: "Citizens in the four target groups in the quarter.",
    },
    value: ({ population }) => population,
  },
  {
    id: "invited",
    kind: "count",
    width: 12,
    label: { da: "Inviterede", en: "Invited" },
    meaning: { da: "Borgere, der er inviteret.", en: "Citizens who were invited." },
    value: ({ invited }) => invited,
  },
  {
    id: "census",
    kind: "flag",
    codes: "flag",
    width: 12,
    label: { da: "Alle er inviteret", en: "All were invited" },
    meaning: {
      da: "Om alle borgere i målgrupperne er inviteret. Der er grænsen for at skjule tal højere.",
      en: "Whether all citizens in the target groups were invited. There the threshold for withholding is higher.",
    },
    value: ({ census }) => flag(census),
  },
  {
    id: "answers",
    kind: "count",
    width: 10,
    label: { da: "Svar", en: "Answers" },
    meaning: {
      da: `Borgere, der har svaret på mindst 7 af de 13 spørgsmål. ${OR_WITHHELD.da}`,
      en: `Citizens who have answered at least 7 of the 13 items. ${OR_WITHHELD.en}`,
    },
    value: ({ answers }) => answers,
  },
  {
    id: "answers_status",
    kind: "code",
    codes: "status",
    width: 13,
    label: { da: "Svar: status, kode", en: "Answers: status, code" },
    meaning: {
      da: "Om antallet af svar og svarprocenten vises.",
      en: "Whether the number of answers and the response rate are shown.",
    },
    value: ({ answers }) => (answers === null ? "withheld" : "published"),
  },
  {
    id: "response_rate",
    kind: "percent",
    width: 12,
    label: { da: "Svarprocent", en: "Response rate" },
    meaning: {
      da: `Svar i procent af de inviterede. ${OR_WITHHELD.da}`,
      en: `Answers in percent of the invited. ${OR_WITHHELD.en}`,
    },
    value: ({ responseRate }) => responseRate,
  },
  {
    id: "uncertain",
    kind: "flag",
    codes: "flag",
    width: 12,
    label: { da: "Usikre tal", en: "Uncertain" },
    meaning: {
      da: "Om kommunen har færre svar end grænsen for sikre tal (normalt 200).",
      en: "Whether the municipality has fewer answers than reliable figures need (200 as a rule).",
    },
    value: ({ uncertain }) => flag(uncertain),
  },
  {
    id: "design_effect",
    kind: "ratio",
    width: 12,
    label: { da: "Designeffekt", en: "Design effect" },
    meaning: {
      da: "Hvor meget vægtene øger usikkerheden (Kish); 1 er ingenting. Tom, når tallet er skjult, eller ingen har svaret.",
      en: "How much the weights add to the uncertainty (Kish); 1 is nothing. Empty when withheld, or nobody has answered.",
    },
    value: ({ designEffect }) => designEffect,
  },
  {
    id: "effective_answers",
    kind: "count",
    width: 13,
    label: { da: "Effektivt antal svar", en: "Effective answers" },
    meaning: {
      da: "Antal svar delt med designeffekten. Tom som den.",
      en: "Answers divided by the design effect. Empty as that is.",
    },
    value: ({ effectiveAnswers }) => effectiveAnswers,
  },
];

export const municipalitiesTable = ({ national, municipalities }: Results): PublicTable =>
  tableOf<Row>(
    {
      id: "kommuner",
      title: { da: "Kommuner", en: "Municipalities" },
      about: {
        da: "Borgere, inviterede, svar og svarprocent i hver kommune.",
        en: "Citizens, invited, answers and response rate in each municipality.",
      },
    },
    COLUMNS,
    [{ code: "all", name: "Alle deltagende kommuner", ...national }, ...municipalities],
  );
