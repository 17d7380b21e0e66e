/** `purge`: deletes what names people, or the answers and keys too, and leaves a receipt and a search as proof. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseCsv } from "hucre/csv";
import { deleteAll } from "#db/queries/deleteAll.ts";
import type { Command, CommandResult, OptionValues } from "./command.ts";
import { CliError } from "./errors.ts";
import { JOURNAL_FILE } from "./journal.ts";
import { deleteEmptyFolders, deleteFiles, filesUnder } from "./purge/folder.ts";
import { goesAt, kindOf, PURGE_STAGES, type PurgeStage } from "./purge/kinds.ts";
import { DATABASE_FOLDER, openRoundDatabase } from "./publish/database.ts";
import { NamedPeople, readNamedPeople } from "./purge/namedPeople.ts";
import { searchFiles, type Leftover } from "./purge/search.ts";
import { ROUND_FILE } from "./round.ts";
import type { Run } from "./run.ts";

interface KindCount {
  kind: string;
  files: number;
  /** Data rows in the CSV files of this kind; `null` when it has none. */
  rows: number | null;
}

function stageOf(option: OptionValues[string]): PurgeStage {
  const stage = PURGE_STAGES.find((name) => name === option);
  if (stage) return stage;
  throw new CliError({
    what: "no such stage",
    where: "--stage",
    how: "Give --stage delivered (letters and extracts), identities (CPR numbers, phones, names), key (no answer opens after it) or all.",
  });
}

/** Nothing is ever deleted in a folder that is no round. */
async function requireRound(run: Run): Promise<void> {
  if ((await run.exists(ROUND_FILE)) || (await run.exists(JOURNAL_FILE))) return;
  throw new CliError({
    what: "this folder is no round",
    where: run.folder,
    how: "Name the folder that has round.json in it.",
  });
}

const CONSEQUENCES: Record<PurgeStage, string> = {
  delivered: "letters, extracts and quality reports, which stand in clear: have they been sent?",
  identities: "extracts, frame, identities and letters: no reminder can be sent after this",
  key: "the keys that open the answers: no stored answer can be opened after this, in no copy; tear up the paper copies too",
  all: "everything but settings, counts, published results and the journal; the keys too: no answer can be opened after this, and the next round cannot use this draw.key",
};

async function confirm(run: Run, stage: PurgeStage, files: number): Promise<void> {
  const name = path.basename(run.folder);
  const answer = await run.effects.ask(
    `This deletes ${files} files for good: ${CONSEQUENCES[stage]}.\nType the name of the folder (${name}) to go on:`,
  );
  if (answer?.trim() === name) return;
  throw new CliError({
    what:
      answer === null ? "nobody is at the keyboard to confirm" : "the name does not fit: nothing was deleted",
    where: run.folder,
    how: "Run the command in a terminal and type the name, or give --yes.",
  });
}

async function rowsOf(file: string): Promise<number | null> {
  if (!file.endsWith(".csv")) return null;
  const rows = parseCsv(await readFile(file, "utf8"), { skipEmptyRows: true });
  return Math.max(0, rows.length - 1);
}

async function countByKind(run: Run, files: readonly string[]): Promise<KindCount[]> {
  const counts = new Map<string, KindCount>();
  for (const file of files) {
    const kind = kindOf(file);
    const count = counts.get(kind) ?? { kind, files: 0, rows: null };
    const rows = await rowsOf(run.path(file));
    counts.set(kind, {
      kind,
      files: count.files + 1,
      rows: rows === null ? count.rows : (count.rows ?? 0) + rows,
    });
  }
  return [...counts.values()];
}

/** Empties the databases of the round, the deployed one first: if it cannot be reached, nothing has been deleted yet. */
async function emptyDatabases(run: Run, remote: boolean): Promise<KindCount[]> {
  const counts: KindCount[] = [];
  const locations = [
    ...(remote ? [{ kind: "deployed database", remote: true }] : []),
    ...((await run.exists(DATABASE_FOLDER)) ? [{ kind: "database", remote: false }] : []),
  ];
  for (const location of locations) {
    const { db, close } = await openRoundDatabase(run, location.remote);
    try {
      const deleted = await deleteAll(db);
      counts.push({ kind: `${location.kind}: respondents`, files: 0, rows: deleted.respondents });
      counts.push({ kind: `${location.kind}: answers`, files: 0, rows: deleted.answers });
    } finally {
      await close();
    }
  }
  return counts;
}

async function writeReceipt(run: Run, receipt: Record<string, unknown>): Promise<string> {
  let number = 1;
  while (await run.exists(`purge-receipt-${number}.json`)) number++;
  const name = `purge-receipt-${number}.json`;
  await run.write(name, `${JSON.stringify(receipt, null, 2)}\n`);
  await run.commit();
  return name;
}

function countLine({ kind, files, rows }: KindCount): string {
  const counts = [
    ...(files > 0 ? [`${files} file${files === 1 ? "" : "s"}`] : []),
    ...(rows === null ? [] : [`${rows} row${rows === 1 ? "" : "s"}`]),
  ];
  return `  ${kind}: ${counts.join(", ")}`;
}

const leftLine = ({ file, found, named }: Leftover): string =>
  found === null
    ? `  ${file}: could not be searched`
    : `  ${file}: ${found} numbers that look like CPR numbers, ${named} numbers or names of people in the round`;

/** After these stages nobody may be named anywhere in the folder. */
const namesNobody = (stage: PurgeStage): boolean => stage === "identities" || stage === "all";

/** What is left that names people, and whether the round's own people were looked for. */
async function search(run: Run, people: NamedPeople | null): Promise<{ left: Leftover[]; lines: string[] }> {
  const left = await searchFiles(run.folder, await filesUnder(run.folder), people ?? new NamedPeople());
  const looked =
    people === null || people.size === 0
      ? "numbers that look like CPR numbers (who is in the round is not known here)"
      : `numbers that look like CPR numbers, and the CPR numbers, phones and names of ${people.size} people`;
  return {
    left,
    lines: [
      `The folder was searched for ${looked}.`,
      left.length === 0 ? "Nothing is left." : "Look at these files and delete them if they name anybody:",
      ...left.map(leftLine),
    ],
  };
}

async function deleteStage(run: Run, options: OptionValues): Promise<CommandResult> {
  const stage = stageOf(options["stage"]);
  await requireRound(run);
  const doomedFiles = async (): Promise<string[]> =>
    (await filesUnder(run.folder)).filter((file) => goesAt(file, stage));
  if (options["yes"] !== true) await confirm(run, stage, (await doomedFiles()).length);
  const people = namesNobody(stage) ? await readNamedPeople(run) : null;
  const rows = stage === "all" ? await emptyDatabases(run, options["remote"] === true) : [];
  const doomed = await doomedFiles();
  const deleted = [...(await countByKind(run, doomed)), ...rows];
  await deleteFiles(run.folder, doomed);
  await deleteEmptyFolders(run.folder);
  const { left, lines } = namesNobody(stage) ? await search(run, people) : { left: [], lines: [] };
  const time = run.effects.now().toISOString();
  const name = await writeReceipt(run, {
    stage,
    time,
    deleted,
    searchedFor: namesNobody(stage) ? (people?.size ?? 0) : null,
    left,
  });
  return {
    lines: [
      `Deleted ${doomed.length} files.`,
      ...deleted.map(countLine),
      ...lines,
      `Receipt: ${run.path(name)}`,
      ...(stage === "all" && options["remote"] !== true
        ? ["The deployed database was not touched: run this again with --remote to empty it."]
        : []),
      "Copies elsewhere (backups, secure mail, the municipalities' senders) are not reached by this.",
    ],
    data: { stage, deleted, left, receipt: name },
    exitCode: left.length === 0 ? 0 : 1,
  };
}

export const purgeCommand: Command = {
  name: "purge",
  summary: "Delete identities, or everything and the keys, with a receipt",
  example: "npx borgersvar purge rounds/2027-q2 --stage identities",
  options: [
    {
      flags: "--stage <stage>",
      description: "what is sent, what names people, what opens answers, or everything",
      choices: PURGE_STAGES,
      required: true,
    },
    { flags: "--remote", description: "with all: empty the deployed database too" },
    { flags: "--yes", description: "do not ask" },
  ],
  run: deleteStage,
};
