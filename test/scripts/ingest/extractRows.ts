/** Small extracts for the tests: people nobody is, and files as municipalities send them. */
import { writeXlsx, type CellValue } from "hucre/xlsx";
import type { RoundInput } from "#survey/round.ts";
import { createRandom } from "../../../scripts/demo/random.ts";
import { demoRound } from "../../../scripts/demo/round.ts";
import { syntheticCpr, type CprSource } from "../../../scripts/demo/syntheticCpr.ts";

export const HEADINGS = [
  "CPR-nr.",
  "Ydelse",
  "Dato for overgang til aktuel ydelse",
  "Dato for seneste samtale",
  "Afsluttet forløb",
  "Telefonnr.",
  "Passiv",
];

/** A round of these municipalities with reference date 1 August 2026. */
export const roundOf = (...municipalities: string[]): RoundInput =>
  demoRound({ today: "2026-08-25", baseUrl: "https://svar.example.dk", municipalities });

/** New CPR numbers, the same in every run. */
export function cprSource(seed: string): () => string {
  const source: CprSource = { random: createRandom(seed), used: new Set() };
  return () => syntheticCpr(source, `19${source.random.int(60, 99)}-05-1${source.random.int(0, 9)}`, "f");
}

/** A row of somebody who is eligible as jobparat. */
export const eligibleRow = (cpr: string): CellValue[] => [
  cpr,
  "Kontanthjælp, jobparat",
  "01-01-2026",
  "01-06-2026",
  "nej",
  "67 12 34 56",
  "nej",
];

export const workbook = (rows: CellValue[][], name = "Ark1"): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name, rows: [HEADINGS, ...rows] }] });

export const csv = (rows: CellValue[][], delimiter = ";"): string =>
  [HEADINGS, ...rows].map((row) => row.map((cell) => `"${String(cell ?? "")}"`).join(delimiter)).join("\n");
