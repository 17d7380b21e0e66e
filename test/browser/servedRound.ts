/** A whole round on this machine for a test: the built site, the real Worker and D1, and citizens with codes. */
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import type { Database } from "#db/database.ts";
import { deriveKeys, tokenFor } from "#db/keys.ts";
import { listSealed } from "#db/queries/listSealed.ts";
import { listStatus, type RespondentStatus } from "#db/queries/listStatus.ts";
import { loadRespondents } from "#db/queries/loadRespondents.ts";
import { rowIds } from "#db/rowId.ts";
import { open } from "#db/seal.ts";
import { formatCode, parseCode } from "#survey/code.ts";
import type { RoundInput } from "#survey/round.ts";
import { openDatabase } from "../../scripts/io/d1.ts";
import { buildSite } from "../../scripts/io/siteBuild.ts";
import { startWorker } from "../../scripts/io/worker.ts";
import { edgeFixture } from "../site/edge.ts";

const CITIZENS_A_MUNICIPALITY = 40;

export interface StoredAnswers {
  client: string;
  version: number;
  /** Sent, not a draft. */
  final: boolean;
  answers: unknown;
}

export interface ServedRound {
  /** `http://localhost:41234` */
  url: string;
  /** A code, `XXXX-XXXX-XXXX-XXXX`, that no other test has. */
  newCode: (municipality: string) => string;
  /** What is stored for a code, opened with the round's key. */
  stored: (code: string) => Promise<StoredAnswers[]>;
  status: (code: string) => Promise<RespondentStatus | undefined>;
  /** A hash of the database, byte for byte. */
  fileHash: () => Promise<string>;
  stop: () => Promise<void>;
}

export async function serveRound(change: Partial<RoundInput> = {}): Promise<ServedRound> {
  const folder = await mkdtemp(path.join(tmpdir(), "borgersvar-browser-"));
  const keys = await deriveKeys(new Uint8Array(32).fill(7));
  const edge = edgeFixture(change, { publicKey: keys.publicKey, keyId: keys.keyId });
  const edgeFile = path.join(folder, "edge.json");
  await writeFile(edgeFile, JSON.stringify(edge));
  const site = path.join(folder, "site");
  await buildSite({ edge: edgeFile, out: site });

  const rowIdOf = await rowIds(keys.pepper);
  const citizens = await Promise.all(
    edge.municipalities.flatMap(({ code: municipality }) =>
      Array.from({ length: CITIZENS_A_MUNICIPALITY }, async (_, i) => {
        const code = await tokenFor(keys.tokenKey, `${municipality}-${i}`);
        return { municipality, code, rowId: await rowIdOf(code) };
      }),
    ),
  );
  const persistTo = path.join(folder, "d1");
  const { db, close } = await openDatabase({ persistTo });
  await loadRespondents(db, citizens);
  await close();
  const worker = await startWorker({ persistTo, assets: site, pepper: keys.pepper, port: 0 });

  const unused = [...citizens];
  const rowOf = async (code: string) => {
    const parsed = parseCode(code);
    return parsed.ok ? rowIdOf(parsed.code) : "";
  };
  return {
    url: worker.url,
    newCode(municipality) {
      const next = unused.findIndex((citizen) => citizen.municipality === municipality);
      const [citizen] = next < 0 ? [] : unused.splice(next, 1);
      if (!citizen) throw new RangeError(`no more citizens in ${municipality}`);
      return formatCode(citizen.code);
    },
    async stored(code) {
      const wanted = await rowOf(code);
      const found: StoredAnswers[] = [];
      await withSnapshot(persistTo, async (snapshot) => {
        for await (const row of listSealed(snapshot)) {
          if (row.rowId !== wanted) continue;
          const json = await open(row.sealed, row, { privateKey: keys.privateKey, roundId: edge.id });
          const { client, version, final } = row;
          found.push({ client, version, final, answers: JSON.parse(json ?? "null") });
        }
      });
      return found;
    },
    async status(code) {
      const wanted = await rowOf(code);
      return withSnapshot(persistTo, async (snapshot) => {
        for await (const row of listStatus(snapshot)) if (row.rowId === wanted) return row;
        return undefined;
      });
    },
    fileHash: () => fileHash(persistTo),
    async stop() {
      await worker.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const D1_FILES = "v3/d1/miniflare-D1DatabaseObject";

/** What SQLite's own backup makes of the database at this moment: the Worker owns the file, and need not let anybody in. */
async function copyDatabase(persistTo: string): Promise<{ folder: string; file: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), "borgersvar-d1-"));
  const from = path.join(persistTo, D1_FILES);
  const [name] = (await readdir(from)).filter((file) => /^[0-9a-f]{64}\.sqlite$/.test(file));
  if (name === undefined) throw new RangeError(`no database in ${from}`);
  const file = path.join(folder, D1_FILES, name);
  await mkdir(path.dirname(file), { recursive: true });
  const source = new DatabaseSync(path.join(from, name), { readOnly: true, timeout: 30_000 });
  try {
    await backup(source, file);
  } finally {
    source.close();
  }
  return { folder, file };
}

/** One piece of reading, as the scripts read, in a copy of the database. */
async function withSnapshot<T>(persistTo: string, work: (db: Database) => Promise<T>): Promise<T> {
  const copy = await copyDatabase(persistTo);
  try {
    const { db, close } = await openDatabase({ persistTo: copy.folder });
    try {
      return await work(db);
    } finally {
      await close();
    }
  } finally {
    await rm(copy.folder, { recursive: true, force: true });
  }
}

/** D1 counts every query, also one that only reads: that counter alone is set to 0 first. */
async function fileHash(persistTo: string): Promise<string> {
  const { folder, file } = await copyDatabase(persistTo);
  try {
    const database = new DatabaseSync(file);
    database.exec("update _cf_METADATA set value = 0; pragma wal_checkpoint(truncate)");
    database.close();
    return createHash("sha256")
      .update(await readFile(file))
      .digest("hex");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
