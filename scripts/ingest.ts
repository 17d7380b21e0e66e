/**
 * `ingest`: the municipalities' extracts become the sampling frame.
 *
 * A blocking problem stops the municipality it is about and no other: the frame holds everybody from the municipalities
 * whose files are good, so that work on them goes on, and the exit code is 1 as long as something must be mended. The
 * blocked municipality gets its quality workbook, is left out of frame and flow, and stands in the journal with its
 * reasons; `check` refuses to open a round with a municipality missing. When no municipality is usable only the quality
 * workbooks are written and an earlier frame stays as it was.
 */
import { userInfo } from "node:os";
import { FLOW_COLUMNS, FRAME_COLUMNS } from "#survey/files.ts";
import type { PersonRow } from "#survey/frame/duplicates.ts";
import { flowOf, type FlowRow } from "#survey/frame/flow.ts";
import { buildFrame, type FrameRow } from "#survey/frame/frame.ts";
import { extractsByMunicipality, type MunicipalityExtract } from "#survey/frame/municipalityExtract.ts";
import { withDuplicates } from "#survey/frame/quality.ts";
import { municipalityOf } from "#survey/municipalities.ts";
import type { Round } from "#survey/round.ts";
import type { Command, OptionValues } from "./command.ts";
import { acceptedProblems, parseAcceptances } from "./ingest/accept.ts";
import { readPasswords } from "./ingest/passwords.ts";
import { qualityWorkbook } from "./ingest/qualityWorkbook.ts";
import { FOLDER, readExtracts } from "./ingest/readExtracts.ts";
import { ingestResult } from "./ingest/result.ts";
import { writeTable } from "./io/table.ts";
import { readRound } from "./round.ts";
import type { Run } from "./run.ts";

export const ingestCommand: Command = {
  name: "ingest",
  summary: "Read the municipalities' extracts into the sampling frame",
  example: "npx borgersvar ingest rounds/2026-2",
  options: [
    {
      flags: "--accept <problem>",
      description:
        "let a municipality in with this problem, or with `<problem>:<code>` only that municipality",
      repeated: true,
    },
    { flags: "--by <name>", description: "who accepts; default: the user of this machine" },
    {
      flags: "--password-file <file>",
      description: "passwords of protected workbooks: one a line, or `file name<tab>password`",
    },
  ],
  async run(run, options) {
    const round = await readRound(run);
    const acceptances = parseAcceptances(listOption(options["accept"]), round);
    const passwords = await readPasswords(textOption(options["passwordFile"]));
    const files = await readExtracts(run, round, { acceptances, passwords });
    const delivered = extractsByMunicipality(files, acceptances);
    const usable = delivered.filter((extract) => !extract.blocked);
    const received = usable.flatMap((extract) => extract.rows.filter(isPersonRow));
    const frame = buildFrame(received, { referenceDate: round.referenceDate, periodTo: round.period.to });
    const flow = flowOf(frame.rows);
    const extracts = delivered.map((extract) => withDuplicates(extract, frame.duplicates));

    await writeQuality(run, round, extracts, flow);
    if (usable.length > 0) await writeFrame(run, frame.rows, flow);
    const by = textOption(options["by"]) ?? userInfo().username;
    const accepted = acceptedProblems(acceptances, delivered, by);
    const outcome = { round, files, extracts, flow, folder: run.path(FOLDER), accepted };
    const result = ingestResult(outcome);
    run.note("municipalities", result.data["municipalities"]);
    if (accepted.length > 0) run.note("accepted", accepted);
    run.note("blocked", result.data["blocked"]);
    run.note("missing", result.data["missing"]);
    await run.commit();
    return result;
  },
};

const isPersonRow = (row: MunicipalityExtract["rows"][number]): row is PersonRow => row.person !== null;

const listOption = (value: OptionValues[string]): readonly string[] => (Array.isArray(value) ? value : []);
const textOption = (value: OptionValues[string]): string | undefined =>
  typeof value === "string" ? value : undefined;

async function writeQuality(
  run: Run,
  round: Round,
  extracts: readonly MunicipalityExtract[],
  flow: readonly FlowRow[],
): Promise<void> {
  for (const extract of extracts) {
    const municipality = municipalityOf(extract.code);
    if (municipality === null) throw new RangeError(`unknown municipality ${extract.code}`);
    const bytes = await qualityWorkbook({
      municipality,
      extract,
      flow: flow.filter((row) => row.municipality === extract.code),
      referenceDate: round.referenceDate,
    });
    await run.write(`frame/quality-${extract.code}.xlsx`, bytes);
  }
}

async function writeFrame(run: Run, rows: readonly FrameRow[], flow: readonly FlowRow[]): Promise<void> {
  const frame = writeTable(FRAME_COLUMNS, rows.map(frameCells));
  await run.write("frame/frame.csv", frame, { rows: rows.length });
  await run.write("frame/flow.csv", writeTable(FLOW_COLUMNS, flow), { rows: flow.length });
}

/** A person as frame.csv writes it: yes is 1, no is 0, nothing is empty. */
const frameCells = (row: FrameRow): Record<(typeof FRAME_COLUMNS)[number], string | number | null> => ({
  municipality: row.municipality,
  cpr: row.cpr,
  sex: row.sex,
  age: row.age,
  benefit: row.benefit,
  target_group: row.targetGroup,
  weeks: row.weeks,
  latest_interview: row.latestInterview,
  finished: row.finished ? 1 : 0,
  phone: row.phone,
  name: row.name,
  eligible: row.exclusion === null ? 1 : 0,
  exclusion: row.exclusion,
  file: row.file,
  row: row.row,
});
