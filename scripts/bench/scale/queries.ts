/** What each thing that happens to the database costs there, on the local D1, by the queries that the Worker and the scripts use. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { D1Database } from "@cloudflare/workers-types";
import { databaseOf, type Database } from "#db/database.ts";
import { deriveKeys, importPublicKey, tokenFor, type RoundKeys } from "#db/keys.ts";
import { listSealed } from "#db/queries/listSealed.ts";
import { listStatus } from "#db/queries/listStatus.ts";
import { loadRespondents } from "#db/queries/loadRespondents.ts";
import { saveDraft } from "#db/queries/saveDraft.ts";
import type { SealedAnswers } from "#db/queries/sealedAnswers.ts";
import { submitFinal } from "#db/queries/submitFinal.ts";
import { rowIds } from "#db/rowId.ts";
import { seal } from "#db/seal.ts";
import { CLOSED_ITEM_IDS } from "#survey/questionnaire.ts";
import { applyMigrations } from "../../io/d1.ts";
import { loadWrangler, stateFolder, WRANGLER_CONFIG } from "../../io/wrangler.ts";
import { Meter, type Cost } from "./meter.ts";

/** The costs of one citizen, one after the other. */
export interface QueryCosts {
  load: Cost;
  save: Cost;
  final: Cost;
  status: Cost;
  pull: Cost;
  /** What a respondent without, and what answers add to the database. */
  respondentBytes: number;
  answersBytes: number;
}

const MUNICIPALITY = "0751";
/** Autosaves of an interview: one a part. */
export const SAVES = 5;
/** Everything answered, with two short texts: as in most seals, within 1 KiB. */
const ANSWERS = {
  ...Object.fromEntries(CLOSED_ITEM_IDS.map((id) => [id, "2"])),
  q14: "De lyttede, og jeg fik hjælp til at komme videre.",
  q15: "Kortere ventetid på svar.",
};

const per = (cost: Cost, n: number): Cost => ({
  statements: cost.statements / n,
  rowsRead: cost.rowsRead / n,
  rowsWritten: cost.rowsWritten / n,
  ms: cost.ms / n,
});

/** @param invited respondents in the database; the first `answering` of them answer */
export async function queryCosts(invited: number, answering: number): Promise<QueryCosts> {
  const folder = await mkdtemp(path.join(tmpdir(), "borgersvar-scale-"));
  const { getPlatformProxy } = await loadWrangler();
  const platform = await getPlatformProxy<{ DB: D1Database }>({
    configPath: WRANGLER_CONFIG,
    persist: { path: stateFolder(folder) },
    envFiles: [],
    remoteBindings: false,
  });
  try {
    await applyMigrations(platform.env.DB);
    return await measure(new Meter(platform.env.DB), invited, answering);
  } finally {
    await platform.dispose();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(meter: Meter, invited: number, answering: number): Promise<QueryCosts> {
  const db = databaseOf([meter.binding]);
  const keys = await deriveKeys(new Uint8Array(32).fill(7));
  const rowIdOf = await rowIds(keys.pepper);
  const codes = Array.from({ length: invited }, (_, i) => tokenFor(keys.tokenKey, `${MUNICIPALITY}-${i}`));
  const people = await Promise.all(codes.map(async (code) => rowIdOf(await code)));
  const rows = people.map((rowId) => ({ rowId, municipality: MUNICIPALITY }));
  const load = await meter.costOf(() => loadRespondents(db, rows));
  const loadedBytes = meter.sizeBytes;
  const sealed = await Promise.all(people.slice(0, answering).map((rowId) => sealedInterview(keys, rowId)));
  const save = await meter.costOf(() => inTurn(sealed, (drafts) => saveAll(db, drafts)));
  const final = await meter.costOf(() => inTurn(sealed, (drafts) => send(db, drafts)));
  const answersBytes = (meter.sizeBytes - loadedBytes) / answering;
  const status = await meter.costOf(() => exhaust(listStatus(db)));
  const pull = await meter.costOf(() => exhaust(listSealed(db)));
  return {
    load: per(load, invited),
    save: per(save, answering * SAVES),
    final: per(final, answering),
    status: per(status, invited),
    pull: per(pull, answering),
    respondentBytes: loadedBytes / invited,
    answersBytes,
  };
}

async function sealedInterview(keys: RoundKeys, rowId: string): Promise<SealedAnswers[]> {
  const publicKey = await importPublicKey(keys.publicKey);
  const drafts = Array.from({ length: SAVES + 1 }, async (_, i) => {
    const context = {
      rowId,
      client: rowId.slice(0, 22),
      version: i + 1,
      questionnaire: "2026-1",
      keyId: keys.keyId,
    };
    const sealed = await seal(ANSWERS, context, { publicKey, roundId: "scale" });
    if (sealed === null) throw new Error("the interview does not fit");
    return { ...context, municipality: MUNICIPALITY, sealed };
  });
  return Promise.all(drafts);
}

async function inTurn<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  for (const one of all) await work(one);
}

async function saveAll(db: Database, drafts: readonly SealedAnswers[]): Promise<void> {
  for (const draft of drafts.slice(0, SAVES)) {
    const outcome = await saveDraft(db, draft);
    if (outcome !== "stored") throw new Error(`a draft was not stored: ${outcome}`);
  }
}

async function send(db: Database, drafts: readonly SealedAnswers[]): Promise<void> {
  const last = drafts.at(-1);
  const outcome = last && (await submitFinal(db, last, "2026-09-01"));
  if (outcome !== "stored") throw new Error(`the final was not stored: ${outcome}`);
}

async function exhaust(rows: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of rows);
}
