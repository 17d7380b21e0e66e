/**
 * `canary`: made-up answers go the whole way, over HTTP through the Worker into the database, and the round's key opens
 * them. It finds a Worker with another key, another secret or another database before a letter goes out.
 */
import type { Database } from "#db/database.ts";
import { canaryRowId } from "#db/canary.ts";
import { deriveKeys } from "#db/keys.ts";
import { clearAnswers } from "#db/queries/clearAnswers.ts";
import { listAnswersOf } from "#db/queries/listAnswersOf.ts";
import { open } from "#db/seal.ts";
import type { Edge } from "#survey/edge.ts";
import { sendCanary, type CanaryAnswers } from "./canary/visit.ts";
import type { Command, CommandResult, OptionValues } from "./command.ts";
import { CliError } from "./errors.ts";
import { startWorker } from "./io/worker.ts";
import { sha256In } from "./journal.ts";
import { readRoundKey } from "./keys.ts";
import { DATABASE_FOLDER } from "./publish/database.ts";
import { EDGE_FILE, readEdge } from "./publish/publicKey.ts";
import { readRound } from "./round.ts";
import type { Run } from "./run.ts";
import { readSealingKeys, type SealingKeys } from "./sealingKeys.ts";
import { databaseName, withDatabase } from "./status/database.ts";

const REDEPLOY =
  "No letter may go out. Run publish, site and the deployment again, with this round's key and secret; then run canary again.";

/** Where the Worker is: the deployed one, or one started here on the round's own site and database. */
async function withWorker<T>(
  run: Run,
  remote: boolean,
  pepper: string,
  work: (base: string) => Promise<T>,
): Promise<T> {
  if (remote) return work((await readRound(run)).baseUrl);
  if (!(await run.exists("dist/edge.json"))) {
    throw new CliError({
      what: "the site is not built",
      where: run.path("dist"),
      how: "Run `npx borgersvar site <round>` first.",
    });
  }
  const place = { persistTo: run.path(DATABASE_FOLDER), assets: run.path("dist") };
  const worker = await startWorker({ ...place, pepper, port: 0 });
  try {
    return await work(worker.url);
  } finally {
    await worker.stop();
  }
}

async function sendAll(run: Run, base: string, edge: Edge, pepper: string): Promise<CanaryAnswers[]> {
  const progress = run.effects.progress("Canary", edge.municipalities.length);
  const sent: CanaryAnswers[] = [];
  try {
    for (const { code } of edge.municipalities) {
      sent.push(await sendCanary(run, { base, edge, pepper, municipality: code }));
      progress.update(sent.length);
    }
    return sent;
  } finally {
    progress.stop();
  }
}

/** @throws CliError when what was sent is not there, or does not open. */
async function openOne(
  db: Database,
  rowId: string,
  { municipality, text }: CanaryAnswers,
  keys: SealingKeys,
  place: { roundId: string; database: string },
): Promise<void> {
  const where = `${place.database}, the canary of ${municipality}`;
  const row = (await listAnswersOf(db, rowId)).find(({ final }) => final);
  if (!row) {
    const what = "the Worker took the answers, and they are not in this database";
    throw new CliError({ what, where, how: REDEPLOY });
  }
  const privateKey = keys.privateKeyOf(row.keyId);
  if (!privateKey) {
    throw new CliError({
      what: `the Worker seals answers to key ${row.keyId}, which no key of this round opens; the round's own is ${keys.current.keyId}`,
      where,
      how: REDEPLOY,
    });
  }
  if (row.keyId !== keys.current.keyId) {
    const what = `the Worker still seals answers to the old key ${row.keyId}`;
    throw new CliError({ what, where, how: REDEPLOY });
  }
  const json = await open(row.sealed, row, { privateKey, roundId: place.roundId });
  if (json?.includes(text) === true) return;
  const what =
    json === null ? "the round's key does not open what the Worker sealed" : "other answers came back";
  throw new CliError({ what, where, how: REDEPLOY });
}

async function fly(run: Run, options: OptionValues): Promise<CommandResult> {
  const remote = options["remote"] === true;
  const edge = await readEdge(run);
  const { pepper } = await deriveKeys(await readRoundKey(run));
  const keys = await readSealingKeys(run);
  const rowIds = await Promise.all(edge.municipalities.map(({ code }) => canaryRowId(pepper, code)));
  const clearAll = async (db: Database): Promise<void> => {
    for (const rowId of rowIds) await clearAnswers(db, rowId);
  };
  // What a flight that was broken off has sent would make the Worker refuse this one's draft, for ever.
  await withDatabase(run, remote, clearAll);
  const { sent, url } = await withWorker(run, remote, pepper, async (base) => ({
    sent: await sendAll(run, base, edge, pepper),
    url: base,
  }));
  const place = { roundId: edge.id, database: databaseName(run, remote) };
  await withDatabase(run, remote, async (db) => {
    try {
      for (const one of sent)
        await openOne(db, await canaryRowId(pepper, one.municipality), one, keys, place);
    } finally {
      await clearAll(db);
    }
  });
  run.note("canary", { remote, keyId: keys.current.keyId, edge: sha256In(run.readSoFar, EDGE_FILE) });
  await run.commit();
  const n = sent.length;
  return {
    lines: [
      `${n} canaries, one a municipality, went through ${remote ? url : "the Worker on this machine"} into ${place.database}.`,
      `The round's key ${keys.current.keyId} opened what they answered; nothing of it is left.`,
    ],
    data: { remote, canaries: n, keyId: keys.current.keyId },
  };
}

export const canaryCommand: Command = {
  name: "canary",
  summary: "Send made-up answers through the Worker and open them with the round key",
  example: "npx borgersvar canary rounds/2027-q2 --remote",
  options: [{ flags: "--remote", description: "through the deployed Worker, at baseUrl in round.json" }],
  run: fly,
};
