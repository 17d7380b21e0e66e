/** Reads the earlier rounds that changes are counted from: what they published and, while it exists, what was answered. */
import path from "node:path";
import { trendSince, type EarlierRound, type Trend } from "#survey/estimate/trend.ts";
import { tabulate, versionsOf, type Tabulation } from "#survey/estimate/tabulate.ts";
import { IDENTITY_COLUMNS } from "#survey/files.ts";
import { questionnaireOf } from "#survey/questionnaire.ts";
import { resultsSchema, type Results } from "#survey/results.ts";
import type { Round } from "#survey/round.ts";
import { CliError } from "../errors.ts";
import { readTable } from "../io/table.ts";
import { listIssues, parseJson, readRound } from "../round.ts";
import { Run } from "../run.ts";
import { readRoundTables } from "./inputs.ts";
import { readMargins } from "./margins.ts";

const RESULTS_FILE = "results/results.json";
const ANSWERS_FILE = "answers/answers.csv";
const IDENTITIES_FILE = "sample/identities.csv";
const HOW = "Name the folder of a round with results in `earlier` of round.json, or take it out.";

/** The earlier rounds of round.json, ready to be compared with. @throws CliError naming the file that does not fit. */
export async function readTrends(run: Run, round: Round, now: Tabulation): Promise<Trend[]> {
  const trends: Trend[] = [];
  for (const { folder } of round.earlier) {
    const before = new Run(path.resolve(run.folder, folder), run.command, run.effects);
    const earlier = await readEarlierRound(run, before);
    if (earlier.results.round.id === round.id) {
      throw new CliError({ what: "this is the round itself", where: before.path(RESULTS_FILE), how: HOW });
    }
    trends.push(trendSince(now, earlier));
  }
  run.note(
    "earlier",
    trends.map(({ head }) => ({ round: head.since, source: head.source })),
  );
  return trends;
}

async function readEarlierRound(run: Run, before: Run): Promise<EarlierRound> {
  const results = await readResults(before);
  const version = questionnaireOf(results.questionnaireVersion);
  const published = {
    results,
    questionnaires: version ? [version] : [],
    tabulation: null,
    samePeople: new Map(),
  };
  if (!(await before.exists(ANSWERS_FILE))) return published;
  const round = await readRound(before);
  const tables = await readRoundTables(before, round);
  const margins = await readMargins(before, round, tables.allocation);
  const tabulation = tabulate(margins ? { ...tables, margins } : tables);
  return {
    ...published,
    questionnaires: versionsOf(round),
    tabulation,
    samePeople: await samePeople(run, before),
  };
}

async function readResults(before: Run): Promise<Results> {
  const where = before.path(RESULTS_FILE);
  const parsed = resultsSchema.safeParse(parseJson(await before.readText(RESULTS_FILE, HOW), where));
  if (parsed.success) return parsed.data;
  throw new CliError({ what: `the file does not fit:\n${listIssues(parsed.error)}`, where, how: HOW });
}

/** Who was asked in both rounds, by CPR number; nobody where one of the two has deleted them. Kept in memory only. */
async function samePeople(run: Run, before: Run): Promise<Map<string, string>> {
  const both = (await run.exists(IDENTITIES_FILE)) && (await before.exists(IDENTITIES_FILE));
  if (!both) return new Map();
  const earlier = new Map((await identities(before)).map(({ cpr, respondent }) => [cpr, respondent]));
  return new Map(
    (await identities(run)).flatMap(({ cpr, respondent }): [string, string][] => {
      const then = earlier.get(cpr);
      return then === undefined ? [] : [[respondent, then]];
    }),
  );
}

const identities = async (run: Run) =>
  readTable(await run.readText(IDENTITIES_FILE, HOW), IDENTITY_COLUMNS, run.path(IDENTITIES_FILE));
