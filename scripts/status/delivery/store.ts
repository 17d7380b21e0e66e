/**
 * `status/delivery/*.csv`: what municipalities have reported about their letters, a file for each that was read. A file is
 * named after the bytes it came from and never changed: reading the same report twice adds nothing, and a crash leaves
 * either the whole of it or none.
 */
import { isIsoDate } from "#survey/dates.ts";
import {
  DELIVERY_OUTCOMES,
  reachabilityOf,
  type DeliveryReport,
  type Reachability,
} from "#survey/contact/delivery.ts";
import { CliError } from "../../errors.ts";
import { readTable, writeTable, type TableRow } from "../../io/table.ts";
import type { Run } from "../../run.ts";

const FOLDER = "status/delivery";
const COLUMNS = ["respondent", "outcome", "reported_on", "read_at", "row"] as const;
const RESTORE = "Put the file back from your backup, or read the municipality's report again.";

/** One line of a municipality's report. */
export interface ReportLine extends DeliveryReport {
  respondent: string;
  /** Row in the municipality's file. */
  row: number;
}

/** The name of the stored report in the round folder. @param sha256 of the municipality's file */
export const reportFile = (sha256: string): string => `${FOLDER}/${sha256.slice(0, 16)}.csv`;

export const reportTable = (lines: readonly ReportLine[]): string =>
  writeTable(
    COLUMNS,
    lines.map(({ respondent, outcome, reportedOn, readAt, row }) => ({
      respondent,
      outcome,
      reported_on: reportedOn,
      read_at: readAt,
      row,
    })),
  );

function lineOf(cells: TableRow<(typeof COLUMNS)[number]>, where: string): ReportLine {
  const outcome = DELIVERY_OUTCOMES.find((known) => known === cells.outcome);
  if (outcome && isIsoDate(cells.reported_on)) {
    const { respondent, reported_on: reportedOn, read_at: readAt } = cells;
    return { respondent, outcome, reportedOn, readAt, row: Number(cells.row) };
  }
  throw new CliError({ what: "the row is no line of a delivery report", where, how: RESTORE });
}

/** Every report on every respondent. @throws CliError when a stored report was edited */
export async function readReports(run: Run): Promise<Map<string, ReportLine[]>> {
  const reports = new Map<string, ReportLine[]>();
  for (const file of await run.list(FOLDER)) {
    if (!file.endsWith(".csv")) continue;
    const name = `${FOLDER}/${file}`;
    const rows = readTable(await run.readText(name, RESTORE), COLUMNS, run.path(name));
    run.readRows(name, rows.length);
    rows.forEach((cells, i) => {
      const line = lineOf(cells, `${run.path(name)}, row ${i + 2}`);
      reports.set(line.respondent, [...(reports.get(line.respondent) ?? []), line]);
    });
  }
  return reports;
}

/** How each respondent that a report names can be reached. */
export const reachOf = (reports: ReadonlyMap<string, readonly DeliveryReport[]>): Map<string, Reachability> =>
  new Map(Array.from(reports, ([respondent, lines]) => [respondent, reachabilityOf(lines)]));
