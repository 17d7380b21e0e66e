/** The finished letters of a wave as PDF: all in one file, or one file a letter with a list of whose it is. */
import { lines } from "./mergeFiles.ts";
import { letterPdf, type LetterText } from "./pdf/letterPdf.ts";
import type { LetterFields } from "./letterFields.ts";
import type { WaveFile } from "./waveFiles.ts";

export interface PdfLetter {
  respondent: string;
  cpr: string;
  fields: LetterFields;
}

/** `breve.pdf`: every letter with a bookmark, in the order of the list. */
export async function letterBundle(
  name: string,
  text: LetterText,
  letters: readonly PdfLetter[],
): Promise<WaveFile> {
  const data = await letterPdf(
    text,
    letters.map(({ respondent, fields }) => ({ bookmark: respondent, ...fields })),
  );
  return { name, data, rows: letters.length };
}

/** `breve/<respondent>.pdf` and `breve/oversigt.csv`, which says whose each file is. */
export async function singleLetters(text: LetterText, letters: readonly PdfLetter[]): Promise<WaveFile[]> {
  const files: WaveFile[] = [];
  for (const { respondent, fields } of letters) {
    const data = await letterPdf(text, [{ bookmark: respondent, ...fields }]);
    files.push({ name: `breve/${respondent}.pdf`, data });
  }
  const rows = letters.map(({ respondent, cpr }) => [cpr, `${respondent}.pdf`]);
  files.push({ name: "breve/oversigt.csv", data: lines(";", ["CPR", "Fil"], rows), rows: rows.length });
  return files;
}
