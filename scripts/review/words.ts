/** The Danish words of the review workbook: what writes it and what reads it back use the same. */
import { DECISIONS, type Decision } from "#survey/freetext/acceptedTexts.ts";

export const SHEET = "Tekster";
export const COLUMNS = {
  id: "Nr.",
  municipality: "Kommune",
  targetGroup: "Målgruppe",
  question: "Spørgsmål",
  text: "Tekst",
  look: "Se især efter",
  decision: "Afgørelse",
  edited: "Rettet tekst",
} as const;
export type ReviewColumn = keyof typeof COLUMNS;
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets that these are the columns
export const COLUMN_ORDER = Object.keys(COLUMNS) as ReviewColumn[];

export const DECISION_WORDS: Record<Decision, string> = { accept: "godkend", edit: "ret", reject: "afvis" };

/** The decision that a cell holds; null when it holds something else. */
export const decisionOf = (word: string): Decision | null =>
  DECISIONS.find((decision) => DECISION_WORDS[decision] === word.trim().toLowerCase()) ?? null;

export const GUIDE: readonly (readonly [heading: string, ...lines: string[]])[] = [
  [
    "Hvad du skal",
    "Læs hver tekst i arket Tekster. Vælg i kolonnen Afgørelse, hvad der skal ske med den. Gem filen samme sted.",
    "Kun tekster, som du godkender eller retter, kan komme med i en rapport. En tekst uden afgørelse kommer ikke med.",
  ],
  [
    "De tre afgørelser",
    "godkend: Ingen kan genkendes. Teksten kan gengives, som den står.",
    "ret: Teksten er god, men noget peger på en person. Skriv hele den nye tekst i kolonnen Rettet tekst.",
    "afvis: Teksten kan ikke gengives, uden at nogen kan genkendes, eller den hænger nogen ud.",
  ],
  [
    "Hvad du skal se efter",
    "Navne på borgere, børn, sagsbehandlere og læger. Adresser, arbejdspladser, sjældne sygdomme, særlige hændelser.",
    "Spørg dig selv: Ville en nabo eller en kollega kunne se, hvem det er? I en lille kommune skal der mindre til.",
    "Kolonnen Se især efter er et gæt fra maskinen. Den finder ikke alt.",
  ],
  [
    "Hvad maskinen har gjort",
    "CPR-numre, telefonnumre, e-mails, links, kontonumre, fødselsdatoer og de fleste navne er skiftet ud med mærker som [navn] og [telefon].",
    "Ret ikke i kolonnen Tekst. Det, du skriver i Rettet tekst, bliver gennemset igen for numre og navne.",
    "Tekster fra meget små grupper er slet ikke med her.",
  ],
];
