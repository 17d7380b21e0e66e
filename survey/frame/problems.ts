/**
 * What can be wrong with an extract, as a closed list. `block` stops the municipality's file, `warning` should be mended,
 * `note` is said. English is for the analyst's screen, Danish for the workbook that goes back to the municipality.
 * `{value}` is put in where a text has it; personal data never is.
 */
import type { Field } from "./fields.ts";

export const SEVERITIES = ["block", "warning", "note"] as const;
export type Severity = (typeof SEVERITIES)[number];

/**
 * `left_out`: nobody can be asked from the row, so it is not in the frame, and counted as such. `excluded`: the person is in
 * the frame and not eligible. `taken`: the person is in the frame as `says` tells.
 */
export interface Acceptance {
  rule: "left_out" | "excluded" | "taken";
  says: string;
}

export interface ProblemText {
  severity: Severity;
  /** The cell in question; null for the row or the file. */
  field: Field | null;
  en: { what: string; how: string };
  da: { what: string; how: string };
  /** What becomes of the row when the analyst accepts a blocking problem. */
  accepted?: Acceptance;
  /** Counted in the summary, but not listed row by row: it is how many systems leave a field. */
  unlisted?: true;
}

const CPR_HOW = {
  en: "Ask the municipality for the number, as text of 10 digits.",
  da: "Skriv borgerens CPR-nummer med 10 cifre, eller slet rækken.",
};
const LEFT_OUT: Acceptance = { rule: "left_out", says: "the rows are left out" };
const NO_DURATION: Acceptance = {
  rule: "excluded",
  says: "the people are in the frame, excluded because nobody knows how long they have been on the benefit",
};
const DATE_DA = "Skriv datoen som dag-måned-år med fire cifre i året, f.eks. 15-03-2026.";

export const ROW_PROBLEMS = {
  cpr_missing: {
    severity: "block",
    field: "cpr",
    accepted: LEFT_OUT,
    en: { what: "the CPR number is missing", how: CPR_HOW.en },
    da: { what: "CPR-nummeret mangler.", how: CPR_HOW.da },
  },
  cpr_characters: {
    severity: "block",
    field: "cpr",
    accepted: LEFT_OUT,
    en: { what: "the CPR cell holds something else than a CPR number", how: CPR_HOW.en },
    da: { what: "Feltet indeholder andet end et CPR-nummer.", how: CPR_HOW.da },
  },
  cpr_scientific: {
    severity: "block",
    field: "cpr",
    accepted: LEFT_OUT,
    en: {
      what: "the CPR number was saved rounded (1,01E+09): its digits are lost",
      how: "Ask for a new extract in which the CPR column is text before it is filled.",
    },
    da: {
      what: "CPR-nummeret er gemt som et afrundet tal (f.eks. 1,01E+09), så cifrene er tabt.",
      how: "Gør kolonnen til tekst, før I indsætter CPR-numrene fra fagsystemet igen.",
    },
  },
  cpr_length: {
    severity: "block",
    field: "cpr",
    accepted: LEFT_OUT,
    en: { what: "the CPR number has not 10 digits", how: CPR_HOW.en },
    da: { what: "CPR-nummeret har ikke 10 cifre.", how: CPR_HOW.da },
  },
  cpr_date: {
    severity: "block",
    field: "cpr",
    accepted: LEFT_OUT,
    en: { what: "the CPR number begins with a date that does not exist", how: CPR_HOW.en },
    da: { what: "De første seks cifre i CPR-nummeret er ikke en dato, der findes.", how: CPR_HOW.da },
  },
  cpr_age: {
    severity: "block",
    field: "cpr",
    accepted: LEFT_OUT,
    en: { what: "by the CPR number the person is over 100 years old or not born yet", how: CPR_HOW.en },
    da: { what: "Efter CPR-nummeret er borgeren over 100 år eller ikke født endnu.", how: CPR_HOW.da },
  },
  replacement_cpr: {
    severity: "note",
    field: "cpr",
    en: {
      what: "a replacement number (erstatningsnummer): no Digital Post",
      how: "Nothing; the person is excluded.",
    },
    da: {
      what: "Erstatningsnummer: Borgeren kan ikke få Digital Post og bliver ikke spurgt.",
      how: "Har borgeren nu fået et rigtigt CPR-nummer, så skriv det.",
    },
  },
  duplicate: {
    severity: "note",
    field: "cpr",
    en: {
      what: "the person stands in the file more than once",
      how: "Nothing; the newest transition counts.",
    },
    da: {
      what: "Borgeren står flere gange i jeres udtræk. Rækken med den nyeste overgangsdato tæller.",
      how: "I behøver ikke gøre noget, hvis den nyeste overgangsdato er den rigtige.",
    },
  },
  benefit_missing: {
    severity: "block",
    field: "benefit",
    accepted: LEFT_OUT,
    en: { what: "the benefit is missing", how: "Ask the municipality for it." },
    da: { what: "Ydelsen mangler.", how: "Skriv den ydelse, som borgeren får eller sidst fik." },
  },
  benefit_unknown: {
    severity: "block",
    field: "benefit",
    accepted: LEFT_OUT,
    en: {
      what: "the benefit is not known",
      how: "Ask the municipality which benefit it is; a new spelling belongs in survey/data/benefits.json.",
    },
    da: {
      what: "Ydelsen »{value}« kendes ikke.",
      how: "Skriv ydelsens navn som i skabelonens liste, eller fortæl os, hvad ydelsen dækker.",
    },
  },
  benefit_category: {
    severity: "block",
    field: "benefit",
    accepted: LEFT_OUT,
    en: {
      what: "the visitation category is missing or contradicts the benefit",
      how: "Ask the municipality for the category (jobparat, aktivitetsparat, …).",
    },
    da: {
      what: "Ydelsen »{value}« mangler en visitationskategori, eller kategorien passer ikke.",
      how: "Skriv f.eks. »Kontanthjælp, jobparat«, eller udfyld en kolonne med visitationskategori.",
    },
  },
  benefit_expired: {
    severity: "block",
    field: "benefit",
    accepted: LEFT_OUT,
    en: {
      what: "the benefit does not exist in the period",
      how: "Ask the municipality which benefit the person had in the period.",
    },
    da: {
      what: "Ydelsen »{value}« findes ikke i perioden.",
      how: "Skriv den ydelse, som borgeren fik i perioden.",
    },
  },
  benefit_closed: {
    severity: "warning",
    field: "transition",
    en: {
      what: "nobody starts on this benefit any more, but the transition is later",
      how: "Ask the municipality to check benefit and date; the person stays in.",
    },
    da: {
      what: "Ingen kan begynde på ydelsen »{value}« længere, men overgangsdatoen er senere.",
      how: "Kontrollér både ydelsen og datoen.",
    },
  },
  transition_missing: {
    severity: "block",
    field: "transition",
    accepted: NO_DURATION,
    en: {
      what: "the date of transition is missing",
      how: "Ask the municipality for it; without it nobody knows how long the person has been on the benefit.",
    },
    da: { what: "Dato for overgang til aktuel ydelse mangler.", how: DATE_DA },
  },
  transition_unreadable: {
    severity: "block",
    field: "transition",
    accepted: NO_DURATION,
    en: { what: "the date of transition cannot be read", how: "Ask the municipality for a date." },
    da: { what: "Overgangsdatoen kan ikke læses som en dato.", how: DATE_DA },
  },
  transition_ambiguous: {
    severity: "block",
    field: "transition",
    accepted: NO_DURATION,
    en: {
      what: "the date of transition has two digits for the year and can be read in two ways",
      how: "Ask the municipality for four digits.",
    },
    da: { what: "Overgangsdatoen har kun to cifre i året og kan læses på to måder.", how: DATE_DA },
  },
  transition_implausible: {
    severity: "warning",
    field: "transition",
    en: {
      what: "the date of transition lies before the person was 15 years old",
      how: "Ask the municipality to check the date; the person stays in.",
    },
    da: {
      what: "Overgangsdatoen ligger før borgeren fyldte 15 år.",
      how: "Kontrollér datoen. " + DATE_DA,
    },
  },
  transition_future: {
    severity: "warning",
    field: "transition",
    en: {
      what: "the date of transition lies after the day extracts were due",
      how: "Ask the municipality to check it; the person is excluded by duration.",
    },
    da: {
      what: "Overgangsdatoen ligger efter den dag, udtrækket skulle sendes.",
      how: "Kontrollér datoen. " + DATE_DA,
    },
  },
  interview_unreadable: {
    severity: "warning",
    field: "interview",
    en: { what: "the date of the latest interview cannot be read", how: "It is left empty." },
    da: { what: "Datoen for seneste samtale kan ikke læses som en dato.", how: DATE_DA },
  },
  interview_ambiguous: {
    severity: "warning",
    field: "interview",
    en: { what: "the date of the latest interview can be read in two ways", how: "It is left empty." },
    da: {
      what: "Datoen for seneste samtale har kun to cifre i året og kan læses på to måder.",
      how: DATE_DA,
    },
  },
  interview_future: {
    severity: "warning",
    field: "interview",
    en: {
      what: "the latest interview lies after the day extracts were due",
      how: "It is left empty.",
    },
    da: {
      what: "Seneste samtale ligger efter den dag, udtrækket skulle sendes.",
      how: "Skriv datoen for den seneste samtale, der er holdt, eller lad feltet stå tomt.",
    },
  },
  finished_unreadable: {
    severity: "block",
    field: "finished",
    accepted: { rule: "taken", says: "the field is read as no" },
    en: { what: "»Afsluttet forløb« is neither yes nor no", how: "Ask the municipality for ja or nej." },
    da: { what: "»Afsluttet forløb« er hverken ja eller nej.", how: "Skriv ja eller nej." },
  },
  finished_empty: {
    severity: "note",
    field: "finished",
    unlisted: true,
    en: { what: "»Afsluttet forløb« is empty: read as no", how: "Nothing, if that is meant." },
    da: {
      what: "»Afsluttet forløb« er tomt og læses som nej.",
      how: "Skriv ja, hvis forløbet er afsluttet.",
    },
  },
  passive_unreadable: {
    severity: "block",
    field: "passive",
    accepted: { rule: "excluded", says: "the people are in the frame, excluded as passive" },
    en: { what: "»Passiv« is neither yes nor no", how: "Ask the municipality for ja or nej." },
    da: { what: "»Passiv« er hverken ja eller nej.", how: "Skriv ja eller nej." },
  },
  passive_empty: {
    severity: "note",
    field: "passive",
    unlisted: true,
    en: { what: "»Passiv« is empty: read as no", how: "Nothing, if that is meant." },
    da: { what: "»Passiv« er tomt og læses som nej.", how: "Skriv ja, hvis borgeren er passiv." },
  },
  row_hidden: {
    severity: "note",
    field: null,
    unlisted: true,
    en: { what: "the row is hidden in the sheet (a filter?): it is read all the same", how: "Nothing." },
    da: {
      what: "Rækken er skjult i arket, f.eks. af et filter. Den er læst alligevel.",
      how: "Slet rækken i filen, hvis borgeren ikke hører med.",
    },
  },
  phone_invalid: {
    severity: "note",
    field: "phone",
    en: { what: "the phone number is not one that can get an SMS", how: "Nothing; it is left empty." },
    da: {
      what: "Telefonnummeret kan ikke få en SMS.",
      how: "Kontrollér nummeret, eller lad feltet stå tomt.",
    },
  },
  phone_placeholder: {
    severity: "note",
    field: "phone",
    en: { what: "the phone number is a placeholder", how: "Nothing; it is left empty." },
    da: {
      what: "Telefonnummeret er opfundet (f.eks. 12345678).",
      how: "Skriv det rigtige, eller lad feltet stå tomt.",
    },
  },
  name_unusable: {
    severity: "warning",
    field: "name",
    en: {
      what: "the name begins like a formula or holds a control character",
      how: "Nothing; it is left empty, and the letter greets without a name.",
    },
    da: { what: "Navnet kan ikke bruges i et brev.", how: "Skriv navnet med bogstaver." },
  },
  municipality_other: {
    severity: "block",
    field: "municipality",
    accepted: LEFT_OUT,
    en: {
      what: "the row belongs to another municipality than the file",
      how: "Ask the municipality which rows are its own.",
    },
    da: {
      what: "Rækken hører efter kolonnen til en anden kommune.",
      how: "Slet rækken, eller ret kommunen.",
    },
  },
} as const satisfies Record<string, ProblemText>;

export type RowProblemCode = keyof typeof ROW_PROBLEMS;

/** The text of a problem; the table's own type is narrower than a reader needs. */
export const rowProblem = (code: RowProblemCode): ProblemText => ROW_PROBLEMS[code];

export interface RowProblem {
  code: RowProblemCode;
  /** The column of the cell in question, from 0; null for the row. */
  column: number | null;
  /** What a text's `{value}` stands for: never personal data. */
  value?: string;
  /** The analyst has accepted it: the row is used as the problem's `accepted` says. */
  accepted?: true;
}

/** How grave a problem is for the extract: an accepted one should be mended, and stops nothing. */
export function severityOf({ code, accepted }: RowProblem): Severity {
  const { severity } = rowProblem(code);
  return accepted === true && severity === "block" ? "warning" : severity;
}
