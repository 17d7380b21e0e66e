/** What can be wrong with a whole file or sheet; each blocks it. Texts as in `problems.ts`. */

interface FileProblemText {
  en: { what: string; how: string };
  da: { what: string; how: string };
}

const RENAME = {
  en: "Put the name or the four-digit code of exactly one municipality of the round into the file name.",
  da: "Skriv kommunens navn i filnavnet, f.eks. »udtraek-lemvig.xlsx«.",
};
const SAVE_AGAIN = "Åbn filen i Excel, gem den som Excel-projektmappe (.xlsx), og send den igen.";

export const FILE_PROBLEMS = {
  empty_file: {
    en: { what: "the file is empty (0 bytes)", how: "Ask the municipality to send it again." },
    da: { what: "Filen er tom (0 byte).", how: "Gem udtrækket, og send det igen." },
  },
  encrypted: {
    en: {
      what: "the workbook is protected by a password",
      how: "Open it with the password, save it without one in this folder, and delete the copy when the round is over.",
    },
    da: {
      what: "Filen er beskyttet med en adgangskode.",
      how: "Gem filen uden adgangskode, og send den med sikker mail.",
    },
  },
  old_excel: {
    en: {
      what: "the file is a workbook of Excel 97–2003 (.xls), whatever its name says",
      how: "Open it in Excel or LibreOffice and save it as .xlsx.",
    },
    da: { what: "Filen er i det gamle Excel-format (.xls).", how: SAVE_AGAIN },
  },
  damaged: {
    en: {
      what: "the workbook is damaged or cut short",
      how: "Ask the municipality to send it again; a transfer that broke off is the usual reason.",
    },
    da: { what: "Filen er beskadiget eller kun kommet delvist frem.", how: SAVE_AGAIN },
  },
  not_a_workbook: {
    en: {
      what: "the file is no Excel workbook, whatever its name says",
      how: "Open it in Excel or LibreOffice and save it as .xlsx.",
    },
    da: { what: "Filen er ikke en Excel-projektmappe.", how: SAVE_AGAIN },
  },
  too_large: {
    en: {
      what: "the workbook reaches far beyond any extract (a stray cell, or a file made to exhaust memory)",
      how: "Ask the municipality to copy the table alone into a new workbook.",
    },
    da: {
      what: "Arket fylder langt mere end en tabel: Der står formentlig noget i en celle langt ude eller langt nede.",
      how: "Kopiér kun tabellen over i en ny projektmappe, og send den.",
    },
  },
  not_text: {
    en: { what: "the file is no CSV text", how: "Give it the right ending, or save it as .xlsx or CSV." },
    da: { what: "Filen er ikke en CSV-fil.", how: SAVE_AGAIN },
  },
  wrong_type: {
    en: {
      what: "this type of file is not read (only .xlsx and .csv)",
      how: "Save it as .xlsx or CSV, or move it out of the folder.",
    },
    da: { what: "Filtypen kan ikke læses.", how: SAVE_AGAIN },
  },
  no_header: {
    en: {
      what: "no row with the headings was found (CPR-nr., Ydelse, …) among the first 40",
      how: "Check that it is the extract; its headings must be those of the template or usual spellings of them.",
    },
    da: {
      what: "Der er ingen række med overskrifter (CPR-nr., Ydelse, …) blandt de første 40.",
      how: "Brug overskrifterne fra skabelonen.",
    },
  },
  no_rows: {
    en: { what: "there are headings, but no rows under them", how: "Ask the municipality for the extract." },
    da: {
      what: "Der er overskrifter, men ingen rækker under dem.",
      how: "Hent udtrækket igen, og send det.",
    },
  },
  column_missing: {
    en: {
      what: "no column was recognised for {value}",
      how: "Rename the column's heading to the one in the template, or ask the municipality for the column.",
    },
    da: {
      what: "Der mangler en kolonne: {value}.",
      how: "Tilføj kolonnen, eller giv den samme overskrift som i skabelonen.",
    },
  },
  column_repeated: {
    en: {
      what: "more than one column is headed {value}",
      how: "Delete or rename the one that is not meant.",
    },
    da: {
      what: "Flere kolonner hedder {value}.",
      how: "Slet eller omdøb den kolonne, der ikke skal bruges.",
    },
  },
  municipality_unknown: {
    en: { what: "nothing says which municipality the file is from", how: RENAME.en },
    da: { what: "Filen siger ikke, hvilken kommune den er fra.", how: RENAME.da },
  },
  municipality_ambiguous: {
    en: { what: "the file points to more than one municipality: {value}", how: RENAME.en },
    da: { what: "Filen peger på mere end én kommune.", how: RENAME.da },
  },
  municipality_rows_unknown: {
    en: {
      what: "the column of municipalities does not name one in row {value}",
      how: "Ask the municipality to fill the column in every row.",
    },
    da: {
      what: "Kommunen mangler eller kan ikke læses i række {value}.",
      how: "Skriv kommunen i alle rækker.",
    },
  },
  municipality_not_in_round: {
    en: {
      what: "{value} is not in this round",
      how: "Move the file away, or add the municipality to round.json.",
    },
    da: { what: "Kommunen er ikke med i undersøgelsen.", how: "Send filen til den rigtige runde." },
  },
} as const satisfies Record<string, FileProblemText>;

export type FileProblemCode = keyof typeof FILE_PROBLEMS;

/** How to mend it. */
export const fileProblemHow = (code: FileProblemCode, language: "en" | "da"): string =>
  FILE_PROBLEMS[code][language].how;

export interface FileProblem {
  code: FileProblemCode;
  /** The sheet, where it is about one. */
  sheet?: string;
  /** What the text's `{value}` stands for: never personal data. */
  value?: string;
  /** Headings that no field is known by; one of them is often the column that is missing. */
  unknownHeadings?: string[];
}

/** What is wrong, in one of the languages, with the headings that were not recognised. */
export function fileProblemSays(
  { code, value, unknownHeadings = [] }: FileProblem,
  language: "en" | "da",
): string {
  const what = withValue(FILE_PROBLEMS[code][language].what, value);
  if (unknownHeadings.length === 0) return what;
  const headings = unknownHeadings.map((heading) => `»${heading}«`).join(", ");
  return language === "en"
    ? `${what}; not recognised: ${headings}`
    : `${what} Vi genkender ikke: ${headings}.`;
}

/** Puts the value into a text. */
export const withValue = (text: string, value: string | undefined): string =>
  text.replaceAll("{value}", value ?? "");
