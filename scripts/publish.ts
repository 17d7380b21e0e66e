/**
 * `publish`: the public part of the round in edge.json, and a row for every respondent in D1. It can be repeated: rows are
 * only added, and no answer is ever touched.
 */
import { deriveKeys } from "#db/keys.ts";
import { loadRespondents } from "#db/queries/loadRespondents.ts";
import { municipalityOfCanary } from "#db/canary.ts";
import type { RespondentKey } from "#db/queries/optOut.ts";
import { edgeOf } from "#survey/edge.ts";
import type { Round } from "#survey/round.ts";
import type { Command, CommandResult, OptionValues } from "./command.ts";
import { CliError } from "./errors.ts";
import { commitFiles, discardFiles } from "./io/atomic.ts";
import { readRoundKey } from "./keys.ts";
import { applyInDatabase } from "./person/erasures.ts";
import { refuseUnapproved } from "./publish/approvals.ts";
import { DATABASE_FOLDER, openRoundDatabase } from "./publish/database.ts";
import { EDGE_FILE, refuseOtherKey } from "./publish/publicKey.ts";
import { deployLines, stageSecrets } from "./publish/secretsFile.ts";
import { readRound } from "./round.ts";
import type { Run } from "./run.ts";
import { readSealingKeys } from "./sealingKeys.ts";
import { rowIndex } from "./status/rowIndex.ts";
import { readSampledPeople, SAMPLE_FILE, type SampledPerson } from "./status/sampledPeople.ts";

/** Rows between two looks at the progress bar; `loadRespondents` puts as many in one statement. */
const STEP = 10_000;

/** @throws CliError when somebody was sampled in a municipality that has no page. */
function refuseStrangers(run: Run, round: Round, people: readonly SampledPerson[]): void {
  const known = new Set(round.municipalities.map((m) => m.code));
  const strangers = new Set(people.map((person) => person.municipality).filter((code) => !known.has(code)));
  if (strangers.size === 0) return;
  throw new CliError({
    what: `the sample has municipalities that the round has not: ${[...strangers].join(", ")}`,
    where: run.path(SAMPLE_FILE),
    how: "Add them to round.json, or draw the sample again without them.",
  });
}

/** Loads the rows of the respondents, and after them those of the canaries, which are not counted. */
async function load(
  run: Run,
  remote: boolean,
  rows: readonly RespondentKey[],
  respondents: number,
): Promise<number> {
  const { db, close } = await openRoundDatabase(run, remote);
  const progress = run.effects.progress("Rows", rows.length);
  try {
    let added = 0;
    for (let start = 0; start < respondents; start += STEP) {
      added += await loadRespondents(db, rows.slice(start, Math.min(start + STEP, respondents)));
      progress.update(Math.min(start + STEP, respondents));
    }
    await loadRespondents(db, rows.slice(respondents));
    await applyInDatabase(run, db);
    return added;
  } finally {
    progress.stop();
    await close();
  }
}

async function publish(run: Run, options: OptionValues): Promise<CommandResult> {
  const remote = options["remote"] === true;
  const round = await readRound(run);
  refuseUnapproved(run, round);
  const people = await readSampledPeople(run);
  refuseStrangers(run, round, people);
  const keys = await deriveKeys(await readRoundKey(run));
  const sealing = await readSealingKeys(run);
  const { publicKey, keyId } = sealing.current;
  const edge = edgeOf(round, { publicKey, keyId });
  await refuseOtherKey(run, edge, sealing);
  const municipalities = new Map(people.map((person) => [person.respondent, person.municipality]));
  const index = await rowIndex(keys, [...municipalities.keys()], run.effects);
  const rows = [...index].map(([rowId, respondent]) => ({
    rowId,
    municipality: municipalities.get(respondent) ?? municipalityOfCanary(respondent),
  }));
  const respondents = municipalities.size;
  await run.write(EDGE_FILE, `${JSON.stringify(edge, null, 2)}\n`);
  const secrets = await stageSecrets(options["secretsFile"], keys.pepper);
  try {
    const added = await load(run, remote, rows, respondents);
    if (secrets) await commitFiles([secrets.staged]);
    run.note("database", { remote, respondents, added });
    await run.commit();
    const where = remote ? "the deployed database" : run.path(DATABASE_FOLDER);
    return {
      lines: [
        `${added} of ${respondents} respondents are new in ${where}; the others were there already.`,
        `The public part of the round is in ${run.path(EDGE_FILE)} (key ${keyId}).`,
        ...(remote || secrets ? deployLines(run.folder, secrets) : []),
      ],
      data: { remote, respondents, added, keyId },
    };
  } finally {
    if (secrets) await discardFiles([secrets.staged]);
  }
}

export const publishCommand: Command = {
  name: "publish",
  summary: "Write edge.json and put the respondents' row ids in D1",
  example: "npx borgersvar publish rounds/2027-q2 --remote --secrets-file pepper.json",
  options: [
    { flags: "--remote", description: "the deployed database instead of the local one" },
    { flags: "--secrets-file <file>", description: "write the Worker's secret to a file for wrangler" },
  ],
  run: publish,
};
