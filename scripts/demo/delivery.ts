/**
 * How the municipalities of the demo deliver: each with its own headings, order, formats and habits, as their systems and
 * clerks do. The nine habits stand for the nine municipalities; any other municipality gets one of them by its code.
 */
import type { Field } from "#survey/frame/fields.ts";

export interface Habit {
  /** `{name}` is the municipality's name, as this clerk spells it. */
  fileName: string;
  sheetName: string;
  /** Rows above the header. */
  titles: readonly string[];
  /** Rows under the table. */
  notes: readonly string[];
  /** Field or null (a column that is not asked for), and the heading, in the file's order. */
  columns: readonly (readonly [Field | null, string])[];
  cpr: "digits" | "hyphen" | "number" | "short text";
  dates: readonly ("cell" | "serial" | "danish" | "iso" | "slashes")[];
  yes: readonly (string | number | boolean)[];
  no: readonly (string | number | boolean)[];
  phone: "plain" | "spaced" | "number" | "country";
  /** Which of a benefit's spellings, and whether the visitation category has a column of its own. */
  benefits: { spelling: number; category: "with" | "own column" };
  /** A CSV in Windows-1252 instead of a workbook. */
  csv?: true;
}

const ASKED: readonly (readonly [Field, string])[] = [
  ["cpr", "CPR-nr."],
  ["benefit", "Ydelse"],
  ["transition", "Dato for overgang til aktuel ydelse"],
  ["interview", "Dato for seneste samtale"],
  ["finished", "Afsluttet forløb"],
  ["phone", "Telefonnr."],
  ["passive", "Passiv"],
];

const PLAIN: Habit = {
  fileName: "Udtræk {name} 2. kvartal.xlsx",
  sheetName: "Udtræk",
  titles: [],
  notes: [],
  columns: ASKED,
  cpr: "digits",
  dates: ["cell"],
  yes: ["Ja"],
  no: ["Nej"],
  phone: "plain",
  benefits: { spelling: 0, category: "with" },
};

/** By municipality code. */
export const HABITS: Readonly<Record<string, Habit>> = {
  "0751": {
    ...PLAIN,
    fileName: "Århus_borgerundersøgelse_2026K2.xlsx",
    sheetName: "Data",
    columns: [[null, "Løbenr"], ...ASKED],
    titles: ["Borgerundersøgelse, 2. kvartal 2026", "Dannet 05-08-2026 kl. 10.12", ""],
    dates: ["cell", "cell", "cell", "danish"],
    yes: ["Ja", "ja"],
    no: ["Nej", "nej"],
  },
  "0561": {
    ...PLAIN,
    fileName: "Esbjerg Kommune udtræk.xlsx",
    titles: ["ESBJERG KOMMUNE – Jobcenter", "Ledige og sygemeldte i perioden"],
    columns: [
      ["cpr", "Personnummer"],
      ["phone", "Mobil"],
      ["benefit", "Ydelsestype"],
      ["transition", "Startdato ydelse"],
      ["interview", "Seneste samtale"],
      ["passive", "Passiv (J/N)"],
      ["finished", "Afsluttet (J/N)"],
    ],
    cpr: "number",
    dates: ["serial"],
    yes: ["J"],
    no: ["N"],
    phone: "number",
    benefits: { spelling: 1, category: "with" },
  },
  "0860": {
    ...PLAIN,
    fileName: "Hjoerring_0860.xlsx",
    columns: [
      ["cpr", "CPR nr."],
      ["benefit", "Ydelse"],
      ["category", "Visitationskategori"],
      ["transition", "Ydelse fra dato"],
      ["interview", "Sidste samtale"],
      ["finished", "Afsluttet forløb pr. 1. august 2026"],
      ["passive", "Passiv pr. 1. august 2026"],
      ["phone", "Tlf."],
      [null, "Team"],
    ],
    cpr: "hyphen",
    dates: ["danish"],
    yes: [true, 1],
    no: [false, 0],
    phone: "spaced",
    benefits: { spelling: 2, category: "own column" },
  },
  "0167": {
    ...PLAIN,
    fileName: "hvidovre.csv",
    csv: true,
    cpr: "short text",
    dates: ["danish"],
    yes: ["J", "Ja", "1"],
    no: ["N", "Nej", "0"],
    benefits: { spelling: 1, category: "with" },
  },
  "0169": {
    ...PLAIN,
    fileName: "Høje Taastrup - udtræk til borgerundersøgelse.xlsx",
    columns: [
      ["benefit", "Aktuel ydelse"],
      ["transition", "Overgangsdato"],
      ["cpr", "CPR-nummer (10 cifre)"],
      ["phone", "Telefonnummer"],
      ["passive", "Er passiv"],
      ["finished", "Forløb afsluttet"],
      ["interview", "Dato for sidste samtale"],
      [null, "Bemærkninger"],
    ],
    cpr: "hyphen",
    dates: ["slashes", "danish"],
    yes: ["true", "Ja"],
    no: ["false", "Nej"],
    phone: "country",
    benefits: { spelling: 2, category: "with" },
  },
  "0329": {
    ...PLAIN,
    fileName: "Kopi af extract-template RINGSTED.xlsx",
    cpr: "digits",
    dates: ["cell", "iso"],
    yes: ["ja"],
    no: ["nej"],
  },
  "0665": {
    ...PLAIN,
    fileName: "udtræk beskæftigelse endelig v2.xlsx",
    sheetName: "Ark1",
    titles: ["Udtræk til KL's borgerundersøgelse"],
    columns: [["municipality", "Kommunekode"], ...ASKED],
    cpr: "number",
    dates: ["iso"],
    yes: ["Ja", "J"],
    no: ["Nej", "N", ""],
  },
  "0482": {
    ...PLAIN,
    fileName: "Langeland aug 2026.xlsx",
    columns: [["name", "Navn"], ...ASKED],
    notes: ["I alt: se ovenfor", "Kilde: fagsystemet, trukket 06-08-2026"],
    dates: ["cell", "serial"],
    yes: ["x"],
    no: [""],
    phone: "spaced",
    benefits: { spelling: 1, category: "with" },
  },
  "0825": {
    ...PLAIN,
    fileName: "Øen - alle borgere.xlsx",
    sheetName: "Læsø",
    titles: ["Læsø Kommune"],
    cpr: "hyphen",
    dates: ["danish", "iso", "cell"],
    yes: ["JA", "Ja", "j"],
    no: ["NEJ", "Nej", "n"],
    phone: "spaced",
  },
};

/** The habit of a municipality that has none of its own: one of the nine, with its own name in the file name. */
export function habitOf(code: string, name: string): Habit {
  const own = HABITS[code];
  if (own) return own;
  const habits = Object.values(HABITS);
  const habit = habits[Number(code) % habits.length] ?? PLAIN;
  const columns = habit.columns.filter(([field]) => field !== "municipality");
  const fileName = habit.csv ? `${name}.csv` : PLAIN.fileName.replace("{name}", name);
  return { ...habit, columns, fileName, sheetName: PLAIN.sheetName, titles: [] };
}
