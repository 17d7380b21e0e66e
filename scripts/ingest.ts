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
import { FLOW_COLUMNS, FRAME_COLUMNS, type Exclusion } from "#survey/files.ts";
import { findDuplicates } from "#survey/frame/duplicates.ts";
import { flowOf, type FlowRow } from "#survey/frame/flow.ts";
import { extractsByMunicipality, type MunicipalityExtract } from "#survey/frame/municipalityExtract.ts";
import { withDuplicates } from "#survey/frame/quality.ts";
import { municipalityOf } from "#survey/municipalities.ts";
import type { Round } from "#survey/round.ts";
import type { Command, OptionValues } from "./command.ts";
import { acceptedProblems, parseAcceptances } from "./ingest/accept.ts";
import { FrameEntry } from "./ingest/framePeople.ts";
import { inParallel } from "./ingest/inParallel.ts";
import { readPasswords } from "./ingest/passwords.ts";
import { qualityWorkbook } from "./ingest/qualityWorkbook.ts";
import { FOLDER, readExtracts } from "./ingest/readExtracts.ts";
import { ingestResult } from "./ingest/result.ts";
import { writeTable } from "./io/table.ts";
import { readRound } from "./round.ts";
import type { Run } from "./run.ts";

/** While some are compressed, and the frame is on its way to the disk, the next is laid out. */
const WRITTEN_AT_A_TIME = 8;

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
    const delivered = extractsByMunicipality(files);
    const usable = delivered.filter((extract) => !extract.blocked);
    const people = usable.flatMap((extract) => extract.parts.flatMap((part) => part.people));
    const duplicates = findDuplicates(people);
    const exclusionOf = (person: FrameEntry): Exclusion | null =>
      duplicates.has(person) ? "duplicate" : person.exclusion;
    const flow = usable.flatMap((extract) => flowOfExtract(extract, exclusionOf));
    const extracts = delivered.map((extract) => withDuplicates(extract, duplicates));

    const writes = extracts.map((extract) => () => writeQuality(run, round, extract, flow));
    if (usable.length > 0) writes.unshift(() => writeFrame(run, people, exclusionOf, flow));
    await inParallel(writes, (write) => write(), WRITTEN_AT_A_TIME);
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

const flowOfExtract = (
  { code, parts, leftOut }: MunicipalityExtract<FrameEntry>,
  exclusionOf: (person: FrameEntry) => Exclusion | null,
): FlowRow[] => {
  const fates = parts.flatMap(({ people }) =>
    people.map((person) => ({ targetGroup: person.targetGroup, exclusion: exclusionOf(person) })),
  );
  return flowOf(code, fates, leftOut);
};

const listOption = (value: OptionValues[string]): readonly string[] => (Array.isArray(value) ? value : []);
const textOption = (value: OptionValues[string]): string | undefined =>
  typeof value === "string" ? value : undefined;

async function writeFrame(
  run: Run,
  people: readonly FrameEntry[],
  exclusionOf: (person: FrameEntry) => Exclusion | null,
  flow: readonly FlowRow[],
): Promise<void> {
  const frame = `${FRAME_COLUMNS.join(",")}\n${FrameEntry.lines(people, exclusionOf)}`;
  await run.write("frame/frame.csv", frame, { rows: people.length });
  await run.write("frame/flow.csv", writeTable(FLOW_COLUMNS, flow), { rows: flow.length });
}

async function writeQuality(
  run: Run,
  { referenceDate }: Round,
  extract: MunicipalityExtract,
  flow: readonly FlowRow[],
): Promise<void> {
  const { code } = extract;
  const municipality = municipalityOf(code);
  if (municipality === null) throw new RangeError(`unknown municipality ${code}`);
  const own = flow.filter((row) => row.municipality === code);
  const bytes = await qualityWorkbook({ municipality, extract, flow: own, referenceDate });
  await run.write(`frame/quality-${code}.xlsx`, bytes);
}
