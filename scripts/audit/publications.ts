/** Every results.json that has been shown is kept in the round's folder: the next one must not give away what it withheld. */
import { resultsSchema, type Results } from "#survey/results.ts";
import { CliError } from "../errors.ts";
import { listIssues, parseJson } from "../round.ts";
import type { Run } from "../run.ts";
import { sha256 } from "./verdict.ts";

const FOLDER = "results/published";
const HOW = "Put back the file from your backup: what has been shown cannot be made unknown.";

export interface Publication {
  /** Its file in the round's folder. */
  file: string;
  text: string;
  results: Results;
}

/** Earlier publications of the round, the first one first. @throws CliError when one was changed. */
export async function readPublications(run: Run): Promise<Publication[]> {
  const names = (await run.list(FOLDER)).filter((name) => name.endsWith(".json"));
  return Promise.all(
    names.map(async (name) => {
      const file = `${FOLDER}/${name}`;
      const where = run.path(file);
      const text = await run.readText(file, HOW);
      const parsed = resultsSchema.safeParse(parseJson(text, where));
      if (!parsed.success) throw new CliError({ what: listIssues(parsed.error), where, how: HOW });
      if (name.includes(sha256(text).slice(0, 16))) return { file, text, results: parsed.data };
      throw new CliError({ what: "the file is not as it was when it was shown", where, how: HOW });
    }),
  );
}

/** Keeps results that are about to be shown, unless the same ones were before. Its name carries its hash. */
export async function keepPublication(run: Run, text: string): Promise<void> {
  const before = await readPublications(run);
  if (before.some((publication) => publication.text === text)) return;
  const number = String(before.length + 1).padStart(3, "0");
  await run.write(`${FOLDER}/${number}-${sha256(text).slice(0, 16)}.json`, text);
}
