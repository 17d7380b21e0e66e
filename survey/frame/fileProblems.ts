/** What can be wrong with a whole file or sheet; each blocks it. Texts as in `problems.ts`. */

export interface FileProblemText {
  en: { what: string; how: string };
  da: { what: string; how: string };
  /** How the file is read when the analyst accepts the problem; without it the problem cannot be accepted. */
  accepted?: string;
}

const RENAME = {
  en: "Put the name or the four-digit code of exactly one municipality of the round into the file name.",
  da: "Skriv kommunens navn i filnavnet, f.eks. »udtraek-lemvig.xlsx«.",
};
const SAVE_AGAIN = "Åbn filen i Excel, gem den som Excel-projektmappe (.xlsx), og send den igen.";

const ASK_AGAIN = "Ask the municipality to send it again.";

export const FILE_PROBLEMS = {
  empty_file: {
    en: { what: "the file is empty (0 bytes)", how: "Ask the municipality to send it again." },
    da: { what: "Filen er tom (0 byte).", how: "Gem udtrækket, og send det igen." },
  },
  encrypted: {
    en: {
      what: "the workbook is protected by a password",
      how: "Give the password when `ingest` asks for it, or put it into a file and use --password-file.",
    },
    da: {
      what: "Filen er beskyttet med en adgangskode, som vi ikke har.",
      how: "Giv os adgangskoden ad en anden vej end filen, eller send filen uden adgangskode med sikker mail.",
    },
  },
  password_wrong: {
    en: {
      what: "the password does not open the workbook",
      how: "Check capitals and blanks; ask the municipality for the password if it still does not fit.",
    },
    da: {
      what: "Adgangskoden passer ikke til filen.",
      how: "Giv os den rigtige adgangskode, eller send filen uden adgangskode med sikker mail.",
    },
  },
  encryption_unsupported: {
    en: {
      what: "the file is encrypted in a way that is not read",
      how: "Open it with the password and save it as .xlsx, with the same password or without.",
    },
    da: {
      what: "Filen er krypteret på en måde, som vi ikke kan læse.",
      how: "Gem filen som Excel-projektmappe (.xlsx), og send den med sikker mail.",
    },
  },
  file_too_large: {
    en: { what: "the file is larger than 48 MB; no extract is", how: ASK_AGAIN },
    da: {
      what: "Filen er større end 48 MB. Så stort er intet udtræk.",
      how: "Kopiér kun tabellen over i en ny projektmappe, uden billeder og andre ark, og send den.",
    },
  },
  bomb: {
    en: {
      what: "the file unfolds to far more than any extract holds (a file made to exhaust memory)",
      how: "Do not open it. Ask the municipality where it comes from, and for a new extract.",
    },
    da: {
      what: "Filen fylder langt mere, når den pakkes ud, end et udtræk kan gøre. Vi har ikke åbnet den.",
      how: "Åbn ikke filen igen. Lav udtrækket på ny, og send det i en ny fil.",
    },
  },
  unsafe: {
    en: {
      what: "the file holds what no spreadsheet program writes (a document type, or names that are paths)",
      how: "Do not open it. Ask the municipality where it comes from, and for a new extract.",
    },
    da: {
      what: "Filen indeholder noget, som Excel aldrig skriver. Vi har ikke åbnet den.",
      how: "Lav udtrækket på ny i fagsystemet, og send det i en ny fil.",
    },
  },
  reading_stopped: {
    en: {
      what: "reading the file took more time or memory than any extract does, and was stopped",
      how: "Ask the municipality to copy the table alone into a new workbook.",
    },
    da: {
      what: "Filen er så tung at læse, at vi stoppede.",
      how: "Kopiér kun tabellen over i en ny projektmappe, og send den.",
    },
  },
  formula_uncalculated: {
    en: {
      what: "cells hold formulas that were never calculated ({value}); their values are not in the file",
      how: "Open the file in Excel, save it, and try again; or ask for values instead of formulas.",
    },
    da: {
      what: "Der står formler uden resultat i tabellen ({value}).",
      how: "Åbn filen i Excel, så formlerne bliver regnet ud, og gem den. Bedst er det at indsætte værdier i stedet.",
    },
  },
  formula_external: {
    en: {
      what: "cells take their values from another file ({value})",
      how: "Ask for values instead of formulas, or accept the values that the file was saved with.",
    },
    da: {
      what: "Tabellen henter værdier fra en anden fil ({value}).",
      how: "Kopiér tabellen, og indsæt den som værdier i en ny projektmappe.",
    },
    accepted: "the values that the file was saved with are taken",
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
      what: "this type of file is not read (only .xlsx, .ods and .csv)",
      how: "Save it as .xlsx, .ods or CSV, or move it out of the folder.",
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

/** The text of a problem; the table's own type is narrower than a reader needs. */
export const fileProblem = (code: FileProblemCode): FileProblemText => FILE_PROBLEMS[code];

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
