/** The results this build shows: the file named by BORGERSVAR_RESULTS, or `null` while there are none yet. */
import { readFileSync } from "node:fs";
import { resultsSchema, type Results } from "#survey/results.ts";

function read(): Results | null {
  const file = process.env["BORGERSVAR_RESULTS"];
  return file ? resultsSchema.parse(JSON.parse(readFileSync(file, "utf8"))) : null;
}

export const results: Results | null = read();
