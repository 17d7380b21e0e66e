/** `status --delivery <file>`: takes in what a municipality reports about its letters; all of the file, or nothing of it. */
import { createHash } from "node:crypto";
import path from "node:path";
import { deriveKeys } from "#db/keys.ts";
import { DELIVERY_OUTCOMES, type DeliveryOutcome } from "#survey/contact/delivery.ts";
import {
  deliveryHeader,
  readDelivery,
  type DeliveryFault,
  type ReadDelivery,
} from "#survey/contact/readDelivery.ts";
import { DELIVERY_WORDS } from "#survey/contact/deliveryWords.ts";
import type { IsoDate } from "#survey/dates.ts";
import type { Sheet } from "#survey/frame/cells.ts";
import { FILE_PROBLEMS } from "#survey/frame/fileProblems.ts";
import { CliError } from "../../errors.ts";
import { openExtract, extractType } from "../../io/extract.ts";
import { openCsv } from "../../io/extractCsv.ts";
import { readRoundKey } from "../../keys.ts";
import { readIdentities } from "../../letters/identities.ts";
import type { Run } from "../../run.ts";
import { copenhagenDay } from "../today.ts";
import { peopleIndex, peopleOf, type MatchFault } from "./match.ts";
import { reportFile, reportTable, type ReportLine } from "./store.ts";

/** What was taken in. */
export interface TakenReport {
  /** The municipality's file, without its folder. */
  file: string;
  /** It was taken in before; nothing has changed. */
  known: boolean;
  lines: ReportLine[];
  counts: Record<DeliveryOutcome, number>;
}

/** What is wrong with one row and with several. */
const FAULTS: Record<DeliveryFault | MatchFault, readonly [one: string, several: string]> = {
  nobody: ["names nobody", "name nobody"],
  cpr: [
    "has something in the CPR column that is no CPR number",
    "have something in the CPR column that is no CPR number",
  ],
  code: ["has a code that is none", "have a code that is none"],
  phone: [
    "has a phone number that is none, and nothing else to know the person by",
    "have a phone number that is none, and nothing else to know the person by",
  ],
  empty: ["has no status", "have no status"],
  words: ["has a status that is not known", "have a status that is not known"],
  remark: [
    "has a remark beside the status that is no known status",
    "have a remark beside the status that is no known status",
  ],
  date: [
    "has a date that cannot be read or lies in the future",
    "have a date that cannot be read or lies in the future",
  ],
  unknown: ["names somebody who is not in the sample", "name somebody who is not in the sample"],
  two: ["names two different people", "name two different people"],
  shared: [
    "names a phone that several people in the sample share",
    "name a phone that several people in the sample share",
  ],
};
const SHOWN = 10;

/** One word for each outcome: what a row may say. */
const KNOWN_WORDS = DELIVERY_OUTCOMES.map((outcome) => `»${DELIVERY_WORDS[outcome][0]}«`).join(", ");

function inWords(rows: readonly number[], [one, several]: readonly [string, string]): string {
  const more = rows.length > SHOWN ? ` and ${rows.length - SHOWN} more` : "";
  return rows.length === 1
    ? `row ${rows[0]} ${one}`
    : `rows ${rows.slice(0, SHOWN).join(", ")}${more} ${several}`;
}

/** @throws CliError with the numbers of the rows, never what stands in them. */
function refuse(faults: readonly { row: number; fault: DeliveryFault | MatchFault }[], where: string): void {
  if (faults.length === 0) return;
  const kinds = [...new Set(faults.map(({ fault }) => fault))];
  const lines = kinds.map((kind) =>
    inWords(
      faults.filter(({ fault }) => fault === kind).map(({ row }) => row),
      FAULTS[kind],
    ),
  );
  throw new CliError({
    what: `${faults.length} row${faults.length === 1 ? "" : "s"} of the report cannot be used: ${lines.join("; ")}`,
    where,
    how: `Nothing of the file was taken in. Mend or delete what is named, and read the file again.${kinds.includes("words") || kinds.includes("remark") ? ` A status can be ${KNOWN_WORDS}; all words are in survey/contact/deliveryWords.ts.` : ""}`,
  });
}

async function openReport(file: string, bytes: Uint8Array, where: string): Promise<Sheet> {
  const opened =
    extractType(file) === "csv"
      ? openCsv(bytes, (rows) => deliveryHeader(rows)?.columns.size ?? 0)
      : await openExtract(file, bytes);
  if (!opened.ok) {
    const { what } = FILE_PROBLEMS[opened.problem.code].en;
    throw new CliError({
      what,
      where,
      how: "Ask the municipality to save it as .xlsx or CSV and send it again.",
    });
  }
  const sheet = opened.sheets.find((s) => !s.hidden && deliveryHeader(s.rows) !== null);
  if (sheet) return sheet;
  throw new CliError({
    what: "no row of the file is a header with a status and a CPR number, a code or a phone",
    where,
    how: "The columns are called for example »CPR«, »Kode« or »Telefon«, and »Status«; »Dato« may be there too.",
  });
}

function linesOf(
  { rows, faults }: ReadDelivery,
  index: Parameters<typeof peopleOf>[1],
  read: { today: IsoDate; readAt: string; where: string },
): ReportLine[] {
  const matched = rows.map((row) => ({ row, people: peopleOf(row, index) }));
  const unmatched = matched.flatMap(({ row, people }) =>
    typeof people === "string" ? [{ row: row.row, fault: people }] : [],
  );
  refuse(
    [...faults, ...unmatched].toSorted((a, b) => a.row - b.row),
    read.where,
  );
  return matched.flatMap(({ row, people }) =>
    typeof people === "string"
      ? []
      : people.map((respondent) => ({
          respondent,
          outcome: row.outcome,
          reportedOn: row.date ?? read.today,
          readAt: read.readAt,
          row: row.row,
        })),
  );
}

function countsOf(lines: readonly ReportLine[]): Record<DeliveryOutcome, number> {
  const counts = {
    delivered: 0,
    notRegistered: 0,
    returned: 0,
    phoneDead: 0,
    refused: 0,
    moved: 0,
    deceased: 0,
    reachable: 0,
  } satisfies Record<DeliveryOutcome, number>;
  for (const outcome of DELIVERY_OUTCOMES) {
    counts[outcome] = lines.filter((line) => line.outcome === outcome).length;
  }
  return counts;
}

/** Reads the file and stages it, unless it has been taken in before. @throws CliError when any row cannot be used */
export async function takeReport(run: Run, file: string): Promise<TakenReport> {
  const where = path.resolve(file);
  const bytes = await run.readBytes(
    path.relative(run.folder, where),
    "Give the path of the municipality's file.",
  );
  const name = reportFile(createHash("sha256").update(bytes).digest("hex"));
  const sheet = await openReport(file, bytes, where);
  const header = deliveryHeader(sheet.rows);
  if (!header) throw new RangeError("the sheet was chosen by its header");
  const now = run.effects.now();
  const today = copenhagenDay(now);
  const report = readDelivery(sheet, header, today);
  const { tokenKey } = await deriveKeys(await readRoundKey(run));
  const needsCodes = report.rows.some((row) => row.code !== null);
  const index = await peopleIndex(await readIdentities(run), tokenKey, needsCodes, run.effects);
  const readAt = `${now.toISOString().slice(0, 19)}Z`;
  const lines = linesOf(report, index, { today, readAt, where });
  const known = await run.exists(name);
  if (!known) await run.write(name, reportTable(lines), { rows: lines.length });
  return { file: path.basename(file), known, lines: known ? [] : lines, counts: countsOf(lines) };
}
