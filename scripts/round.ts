/** Reads `round.json` of a round folder. */
import * as z from "zod";
import { roundSchema, type Round } from "#survey/round.ts";
import { CliError } from "./errors.ts";
import type { Run } from "./run.ts";

export const ROUND_FILE = "round.json";

/** @throws CliError naming every setting that does not fit. */
export async function readRound(run: Run): Promise<Round> {
  const text = await run.readText(ROUND_FILE, "Make the round folder with `npx borgersvar init <round>`.");
  const parsed = roundSchema.safeParse(parseJson(text, run.path(ROUND_FILE)));
  if (parsed.success) return parsed.data;
  throw new CliError({
    what: `settings do not fit:\n${listIssues(parsed.error)}`,
    where: run.path(ROUND_FILE),
    how: "Mend them in the file; round.schema.json beside it says what each may be.",
  });
}

/** @throws CliError when the text is not JSON. */
export function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliError({
      what: `the file is not JSON: ${reason}`,
      where,
      how: "Mend the file or make it again.",
    });
  }
}

/** One line an issue: the path and what it must be. */
export const listIssues = (error: z.ZodError): string =>
  error.issues.map((issue) => `    ${issue.path.join(".") || "(whole file)"}: ${issue.message}`).join("\n");
