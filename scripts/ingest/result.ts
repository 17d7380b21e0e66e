/** What `ingest` says at the end: each municipality's numbers, and one message a problem that must be mended. */
import { FIELD_LABELS } from "#survey/frame/fieldLabels.ts";
import { fileProblemHow, fileProblemSays } from "#survey/frame/fileProblems.ts";
import type { FlowRow } from "#survey/frame/flow.ts";
import type { MunicipalityExtract } from "#survey/frame/municipalityExtract.ts";
import { SEVERITIES, type Severity } from "#survey/frame/problems.ts";
import { groupProblems, type ProblemGroup } from "#survey/frame/quality.ts";
import { nameOf } from "#survey/frame/readSheet.ts";
import type { Round } from "#survey/round.ts";
import type { CommandResult } from "../command.ts";
import type { AcceptedProblem } from "./accept.ts";
import type { IngestedFile } from "./threads.ts";

export interface Outcome {
  round: Round;
  files: readonly IngestedFile[];
  extracts: readonly MunicipalityExtract[];
  flow: readonly FlowRow[];
  /** The folder of the extracts, for messages. */
  folder: string;
  accepted: readonly AcceptedProblem[];
}

interface Message {
  code: string;
  what: string;
  where: string;
  how: string;
}

const FIRST_ROWS = 5;
/** A wrong column makes every row a problem of its own: more kinds than this are counted, not listed. */
const LISTED_KINDS = 20;

export function ingestResult(outcome: Outcome): CommandResult {
  const messages = [
    ...fileMessages(outcome),
    ...outcome.extracts.flatMap((e) => rowMessages(e, outcome.folder)),
  ];
  const delivered = new Set(outcome.extracts.map(({ code }) => code));
  const missing = outcome.round.municipalities.map(({ code }) => code).filter((code) => !delivered.has(code));
  const blocked = outcome.extracts.filter((extract) => extract.blocked);
  const municipalities = outcome.extracts.filter((e) => !e.blocked).map((e) => summaryOf(e, outcome.flow));
  const lines = municipalities.map(
    (m) =>
      `${nameOf(m.code).padEnd(24)} ${number(m.received)} received, ${number(m.eligible)} eligible` +
      (m.leftOut > 0 ? `, ${m.leftOut} left out` : "") +
      `; ${m.warnings} warnings and ${m.notes} notes in frame/quality-${m.code}.xlsx` +
      (m.files.length > 1 ? `; from ${m.files.length} files: ${m.files.join(", ")}` : ""),
  );
  lines.push(...outcome.files.flatMap(hiddenLines));
  for (const { code, municipality, count, says, by } of outcome.accepted)
    lines.push(
      count > 0
        ? `Accepted by ${by}: ${code} of ${nameOf(municipality)}, ${count}×: ${says}`
        : `Nothing to accept: ${nameOf(municipality)} has no ${code}`,
    );
  if (missing.length > 0) lines.push(`No file yet: ${missing.toSorted().map(nameOf).join(", ")}`);
  for (const { code } of blocked)
    lines.push(`Not in the frame: ${nameOf(code)}; send back frame/quality-${code}.xlsx`);
  lines.push(...messages.map((m) => `${m.what}\n  where: ${m.where}\n  how:   ${m.how}`));
  if (municipalities.length === 0) lines.push("No municipality is usable: frame.csv was not written.");
  return {
    lines,
    data: {
      municipalities,
      blocked: blocked.map((e) => ({ code: e.code, problems: reasonsOf(e) })),
      missing,
      accepted: outcome.accepted,
      hiddenSheets: outcome.files.flatMap(({ file, hiddenTables }) =>
        hiddenTables.map((sheet) => `${file}/${sheet}`),
      ),
      problems: messages,
    },
    exitCode: messages.length > 0 ? 1 : 0,
  };
}

function hiddenLines({ file, hiddenTables, tables }: IngestedFile): string[] {
  const columns = tables.flatMap(({ hiddenFields }) => hiddenFields.map((field) => FIELD_LABELS[field]));
  return [
    ...hiddenTables.map((sheet) => `${file}: the hidden sheet »${sheet}« holds a table and was not read`),
    ...(columns.length > 0 ? [`${file}: read from hidden columns: ${columns.join(", ")}`] : []),
  ];
}

function summaryOf(extract: MunicipalityExtract, flow: readonly FlowRow[]) {
  const own = flow.filter((row) => row.municipality === extract.code);
  const n = (stage: FlowRow["stage"]): number =>
    own.filter((row) => row.stage === stage).reduce((sum, row) => sum + row.n, 0);
  const count = (severity: Severity): number =>
    groupProblems(extract)
      .filter((group) => group.severity === severity)
      .reduce((sum, { rows }) => sum + rows.length, 0);
  return {
    code: extract.code,
    files: extract.files,
    received: n("received"),
    eligible: n("eligible"),
    leftOut: extract.leftOut,
    warnings: count("warning"),
    notes: count("note"),
  };
}

/** The codes of everything that blocks an extract. */
function reasonsOf(extract: MunicipalityExtract): string[] {
  const ofRows = blocking(extract).map(({ problem }) => problem.code);
  return [...new Set([...extract.fileProblems.map(({ problem }) => problem.code), ...ofRows])];
}

const blocking = (extract: MunicipalityExtract): ProblemGroup[] =>
  groupProblems(extract).filter(({ severity }) => severity === SEVERITIES[0]);

const fileMessages = ({ files, folder }: Outcome): Message[] =>
  files.flatMap(({ file, problems }) =>
    problems.map((problem) => ({
      code: problem.code,
      what: fileProblemSays(problem, "en"),
      where: `${folder}/${file}${problem.sheet ? `, sheet »${problem.sheet}«` : ""}`,
      how: fileProblemHow(problem.code, "en"),
    })),
  );

/** One message for each kind of blocking problem: how many rows, and the first of them. */
function rowMessages(extract: MunicipalityExtract, folder: string): Message[] {
  const groups = blocking(extract);
  const messages = groups.slice(0, LISTED_KINDS).map(({ problem, text, rows }) => {
    const value = problem.value === undefined ? "" : `: »${problem.value}«`;
    const places = [...new Set(rows.map(({ place }) => place))].map((place) => {
      const numbers = rows.filter((row) => row.place === place).map(({ row }) => row);
      const more = numbers.length > FIRST_ROWS ? ", …" : "";
      return `${folder}/${place}, row ${numbers.slice(0, FIRST_ROWS).join(", ")}${more}`;
    });
    return {
      code: problem.code,
      what: `${nameOf(extract.code)}: ${text.en.what}${value} (${rows.length} ${rows.length === 1 ? "row" : "rows"})`,
      where: places.join("; "),
      how: text.en.how,
    };
  });
  const [unlisted] = groups.slice(LISTED_KINDS);
  if (unlisted === undefined) return messages;
  const more = groups.length - LISTED_KINDS;
  const rest = {
    code: unlisted.problem.code,
    what: `${nameOf(extract.code)}: ${more} more kinds of problems`,
    where: `frame/quality-${extract.code}.xlsx`,
    how: "So many kinds usually mean that a heading stands over the wrong column.",
  };
  return [...messages, rest];
}

const number = (n: number): string => n.toLocaleString("en").padStart(7);
