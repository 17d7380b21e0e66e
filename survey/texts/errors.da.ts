/** What the Worker's errors say to a citizen, in Danish. `{opens}` and `{closes}` are dates in words. */
import type { EdgeError, FieldErrorCode } from "../edgeErrors.ts";

export const summary = {
  titlePrefix: "Fejl: ",
  heading: "Der er et problem",
  hiddenPrefix: "Fejl: ",
} as const;

export const edgeErrors: Record<EdgeError, string> = {
  code_missing: "Skriv koden fra dit brev.",
  unknown_code: "Vi kender ikke koden her. Tjek, at den er skrevet som i brevet.",
  too_many_codes: "Der er prøvet for mange forkerte koder herfra. Vent et minut, og prøv igen.",
  already_sent: "Vi har fået dine svar. Du behøver ikke gøre mere.",
  not_open: "Din kode virker, men undersøgelsen åbner først den {opens}. Kom tilbage til den tid.",
  closed: "Undersøgelsen sluttede den {closes}. Vi kan ikke tage imod flere svar.",
  withdrawn: "Dine svar er slettet, som du bad om. Derfor kan du ikke svare igen.",
  no_answers: "Du har ikke svaret på nogen spørgsmål endnu. Svar på mindst ét spørgsmål, før du sender.",
  invalid: "Vi kunne ikke læse alle dine svar. Se dem igennem, og send igen.",
  too_many_drafts:
    "Dine svar er begyndt på mange telefoner eller computere. De bliver ikke gemt undervejs her, men du kan stadig sende dem.",
  too_large: "Det, du har skrevet, fylder for meget. Gør teksten kortere, og send igen.",
  unsupported: "Vi kunne ikke læse det, der blev sendt. Åbn siden igen fra linket i dit brev.",
  method: "Siden kan ikke åbnes på den måde. Brug linket i dit brev, eller find din kommune her.",
  cross_site: "Det blev sendt fra et andet websted. Åbn siden igen fra linket i dit brev.",
  not_found: "Siden findes ikke.",
  unavailable: "Det virker ikke lige nu. Det, du har skrevet, står her stadig. Prøv igen om lidt.",
};

export const fieldErrors: Record<FieldErrorCode, string> = {
  choice: "Vælg et af svarene til {field}.",
  too_long: "Din tekst til {field} må højst være 4.000 tegn. Gør den kortere.",
  unknown: edgeErrors.invalid,
  missing: edgeErrors.code_missing,
  unknown_code: edgeErrors.unknown_code,
  unknown_code_here:
    "Vi kender ikke koden her. Tjek, at den er skrevet som i brevet, og at du er på din egen kommunes side.",
};

/** A question as the texts name it: »spørgsmål 14«, »kommunens spørgsmål 1«. */
export const fieldName = (field: string): string =>
  field.startsWith("l") ? `kommunens spørgsmål ${field.slice(1)}` : `spørgsmål ${field.slice(1)}`;

const MONTHS = [
  "januar",
  "februar",
  "marts",
  "april",
  "maj",
  "juni",
  "juli",
  "august",
  "september",
  "oktober",
  "november",
  "december",
] as const;

/** `2026-08-31` as »31. august 2026«. */
export const dateInWords = (date: string): string =>
  `${Number(date.slice(8))}. ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
