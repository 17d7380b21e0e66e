/** Once letters are out, who was drawn stands: a sample may be made again, and added to, but never become another one. */
import { ALLOCATION_COLUMNS, IDENTITY_COLUMNS, SAMPLE_COLUMNS } from "#survey/files.ts";
import { CliError } from "../errors.ts";
import { readTable } from "../io/table.ts";
import { ERASURES_FILE, readWishes } from "../person/wishes.ts";
import type { Run } from "../run.ts";
import { IDENTITIES_FILE, type SampleTexts } from "./files.ts";
import type { Standing } from "./standing.ts";

const FIRST_WAVE = "waves/0";

/**
 * What must never change, by municipality: the populations, and each person of the batches with letters, with number and
 * background. Only the inclusion probability may: a supplement raises it for the whole stratum.
 */
function heldParts(texts: SampleTexts, { municipalities }: Standing): Map<string, string> {
  const parts = new Map<string, string[]>([...municipalities.keys()].map((code) => [code, []]));
  const held = new Set<string>();
  for (const row of readTable(texts.sample, SAMPLE_COLUMNS, "sample.csv")) {
    if (Number(row.batch) >= (municipalities.get(row.municipality)?.held ?? 0)) continue;
    held.add(row.respondent);
    parts.get(row.municipality)?.push(JSON.stringify({ ...row, inclusion_probability: "" }));
  }
  for (const row of readTable(texts.identities, IDENTITY_COLUMNS, "identities.csv")) {
    if (held.has(row.respondent)) parts.get(row.municipality)?.push(JSON.stringify(row));
  }
  for (const row of readTable(texts.allocation, ALLOCATION_COLUMNS, "allocation.csv")) {
    parts.get(row.municipality)?.push(`${row.target_group} ${row.population}`);
  }
  return new Map([...parts].map(([code, lines]) => [code, lines.join("\n")]));
}

/**
 * @param texts what is about to be written
 * @throws CliError when letters are out in a municipality and these inputs give other people there.
 */
export function refuseOtherSample(run: Run, texts: SampleTexts, standing: Standing): void {
  if (standing.texts === null) return;
  const [before, after] = [heldParts(standing.texts, standing), heldParts(texts, standing)];
  const changed = [...before].filter(([code, part]) => after.get(code) !== part).map(([code]) => code);
  if (changed.length === 0) return;
  throw new CliError({
    what: `letters of wave 0 are out, and these inputs give another sample in ${changed.join(", ")}`,
    where: run.path(FIRST_WAVE),
    how: "Put back the frame, round.json and draw.key that the letters were made from. People who were invited stay in the sample.",
  });
}

const cprByNumber = (identities: string): Map<string, string> =>
  new Map(readTable(identities, IDENTITY_COLUMNS, IDENTITIES_FILE).map((row) => [row.respondent, row.cpr]));

/**
 * Who has asked not to be written to is known by respondent number, here and in the database: the number must stay theirs,
 * also before a letter is out.
 * @param texts what is about to be written
 * @throws CliError when these inputs give such a number to somebody else, or to nobody
 */
export async function refuseOtherNumbers(run: Run, texts: SampleTexts): Promise<void> {
  const wishes = await readWishes(run);
  if (wishes.length === 0 || !(await run.exists(IDENTITIES_FILE))) return;
  const before = cprByNumber(await run.readText(IDENTITIES_FILE, "Put back the file from your backup."));
  const after = cprByNumber(texts.identities);
  const lost = [...new Set(wishes.map(({ respondent }) => respondent))].filter(
    (respondent) => before.has(respondent) && before.get(respondent) !== after.get(respondent),
  );
  if (lost.length === 0) return;
  throw new CliError({
    what: `these inputs give the number of somebody who has asked not to be written to, to somebody else or nobody: ${lost.join(", ")}`,
    where: run.path(ERASURES_FILE),
    how: "Put back the frame, round.json and draw.key that the sample was drawn from. If it must be another sample, begin in a new round folder, and say there again who has asked.",
  });
}
