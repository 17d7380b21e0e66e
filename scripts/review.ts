/**
 * `review`: a human reads the masked free texts in a workbook and accepts, edits or rejects each. With `--reviewer` the
 * workbook is read back; `review/texts.json` then holds what a report may quote, and nothing else does.
 */
import { createHash } from "node:crypto";
import {
  acceptedMunicipalities,
  acceptedTextsSchema,
  DECISIONS,
  type AcceptedTexts,
} from "#survey/freetext/acceptedTexts.ts";
import type { Round } from "#survey/round.ts";
import type { Command, CommandResult, OptionValues } from "./command.ts";
import { CliError } from "./errors.ts";
import { lastWritten, readJournal } from "./journal.ts";
import { readKnownPeople, unknownPeopleLines } from "./pull/knownPeople.ts";
import {
  DECISIONS_FILE,
  decisionsTable,
  mergedDecisions,
  readDecisions,
  standing,
  type RecordedDecision,
} from "./review/decisions.ts";
import { readReviewed } from "./review/readWorkbook.ts";
import { readTextsToReview, type TextsToReview } from "./review/texts.ts";
import { reviewWorkbook } from "./review/workbook.ts";
import { readRound } from "./round.ts";
import type { Run } from "./run.ts";

const WORKBOOK = "review/freetext.xlsx";
const TEXTS = "review/texts.json";

/** Decisions that somebody has written into the workbook must not be lost by making it again. */
async function refuseUnread(run: Run): Promise<void> {
  if (!(await run.exists(WORKBOOK))) return;
  const written = lastWritten(await readJournal(run)).get(WORKBOOK);
  const bytes = await run.readBytes(WORKBOOK, "");
  if (written === undefined || createHash("sha256").update(bytes).digest("hex") === written) return;
  throw new CliError({
    what: "somebody has written in the workbook, and it has not been read yet",
    where: run.path(WORKBOOK),
    how: "Read it with `npx borgersvar review <round> --reviewer <name>`, or delete it to begin anew.",
  });
}

function acceptedTexts(
  round: Round,
  { texts }: TextsToReview,
  decisions: ReadonlyMap<string, RecordedDecision>,
): AcceptedTexts {
  const { id, title, field, disclosure } = round;
  return acceptedTextsSchema.parse({
    schemaVersion: 1,
    round: { id, title, closes: field.closes },
    threshold: disclosure.threshold,
    censusThreshold: disclosure.censusThreshold,
    municipalities: acceptedMunicipalities(texts, decisions),
  } satisfies AcceptedTexts);
}

/** Writes the workbook with every decision so far, the decisions, and the texts that were accepted. */
async function writeReview(
  run: Run,
  round: Round,
  review: TextsToReview,
  decisions: ReadonlyMap<string, RecordedDecision>,
): Promise<Record<string, number>> {
  const table = decisionsTable(decisions);
  const { texts } = review;
  await run.write(WORKBOOK, await reviewWorkbook(round, texts, decisions), { rows: texts.length });
  await run.write(DECISIONS_FILE, table.text, { rows: table.rows });
  await run.write(TEXTS, `${JSON.stringify(acceptedTexts(round, review, decisions), null, 2)}\n`);
  const counts = DECISIONS.map((name) => [
    name,
    [...decisions.values()].filter((d) => d.decision === name).length,
  ]);
  return {
    texts: texts.length,
    ...Object.fromEntries(counts),
    pending: texts.length - decisions.size,
    fromSmallCells: review.fromSmallCells,
  };
}

const countLines = (run: Run, counts: Record<string, number>): string[] => [
  `${counts["texts"]} texts: ${counts["accept"]} accepted, ${counts["edit"]} edited, ${counts["reject"]} rejected, ${counts["pending"]} waiting`,
  `${counts["fromSmallCells"]} texts are from groups with too few answers; nobody reads them and no report may quote them`,
  `In ${run.path("review")}`,
];

async function makeWorkbook(run: Run): Promise<CommandResult> {
  const round = await readRound(run);
  const review = await readTextsToReview(run, round);
  await refuseUnread(run);
  const decisions = standing(await readDecisions(run), review.texts);
  const counts = await writeReview(run, round, review, decisions);
  run.note("review", counts);
  await run.commit();
  return { lines: countLines(run, counts), data: counts };
}

async function readBack(run: Run, reviewer: string): Promise<CommandResult> {
  const round = await readRound(run);
  const review = await readTextsToReview(run, round);
  const bytes = await run.readBytes(WORKBOOK, "Make the workbook first: `npx borgersvar review <round>`.");
  const workbook = await readReviewed(bytes, review.texts, run.path(WORKBOOK));
  const { lapsed } = workbook;
  const known = await readKnownPeople(run);
  const reviewedOn = run.effects.now().toISOString().slice(0, 10);
  const by = { reviewer, reviewedOn, people: known ?? new Map() };
  const earlier = standing(await readDecisions(run), review.texts);
  const { decisions, maskedAgain } = mergedDecisions(earlier, workbook, by);
  const counts = { ...(await writeReview(run, round, review, decisions)), maskedAgain, lapsed };
  run.note("reviewer", reviewer);
  run.note("review", counts);
  await run.commit();
  return {
    lines: [
      ...(maskedAgain > 0
        ? [`${maskedAgain} edited texts held a number or a name again: it was masked`]
        : []),
      ...(lapsed > 0 ? [`${lapsed} rows are about texts that were withdrawn or changed: passed over`] : []),
      ...unknownPeopleLines(known),
      ...countLines(run, counts),
    ],
    data: counts,
  };
}

function reviewTexts(run: Run, options: OptionValues): Promise<CommandResult> {
  const { reviewer } = options;
  if (reviewer === undefined) return makeWorkbook(run);
  const name = typeof reviewer === "string" ? reviewer.trim() : "";
  if (name !== "") return readBack(run, name);
  throw new CliError({
    what: "the reviewer has no name",
    where: "--reviewer",
    how: "Give the name of who has read the texts.",
  });
}

export const reviewCommand: Command = {
  name: "review",
  summary: "lets a human accept, edit or reject the free texts; only those can be quoted",
  example: 'npx borgersvar review rounds/2026-2 --reviewer "Karin Prøve"',
  options: [
    { flags: "--reviewer <name>", description: "read the workbook back; the name of who has read the texts" },
  ],
  run: reviewTexts,
};
