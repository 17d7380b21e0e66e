/** Opens the sealed answers in memory and takes for each person those that count: the final ones, else the fullest draft. */
import type { Database } from "#db/database.ts";
import { isCanary } from "#db/canary.ts";
import { listSealed, type StoredSealedAnswers } from "#db/queries/listSealed.ts";
import { open } from "#db/seal.ts";
import { answerParser, type AnswerParser } from "#survey/answerParser.ts";
import { isEmpty } from "#survey/answers.ts";
import { countedAnswers, type StoredAnswers } from "#survey/countedAnswers.ts";
import { questionnaireOf } from "#survey/questionnaire.ts";
import type { Round } from "#survey/round.ts";
import type { Effects } from "../effects.ts";
import type { SealingKeys } from "../sealingKeys.ts";
import type { RowIndex } from "../status/rowIndex.ts";

export interface CountedInterview extends StoredAnswers {
  respondent: string;
  municipality: string;
}

/** `seal`: another key, round or changed bytes. `questionnaire`: what is inside does not fit the round's questions. */
export type Unreadable = { respondent: string; reason: "seal" | "questionnaire" };

export interface OpenedAnswers {
  /** By respondent number; nobody whose stored answers are all empty. */
  interviews: ReadonlyMap<string, CountedInterview>;
  /** Rows that could not be read, in the order of the respondent numbers. */
  unreadable: Unreadable[];
}

export interface Opener {
  round: Pick<Round, "id" | "municipalities">;
  keys: Pick<SealingKeys, "privateKeyOf">;
  index: RowIndex;
  effects: Pick<Effects, "progress">;
  /** How many rows are expected, for the progress bar. */
  expected: number;
}

/** Rows of people who are not in the sample are passed over: `readStandings` counts them. */
export async function openAnswers(db: Database, opener: Opener): Promise<OpenedAnswers> {
  const parserOf = parsers(opener.round);
  const stored = new Map<string, CountedInterview[]>();
  const unreadable: Unreadable[] = [];
  const progress = opener.effects.progress("Svar", opener.expected);
  let done = 0;
  for await (const row of listSealed(db)) {
    progress.update((done += 1));
    const respondent = opener.index.get(row.rowId);
    if (respondent === undefined || isCanary(respondent)) continue;
    const opened = await openRow(row, respondent, opener, parserOf);
    if (typeof opened === "string") unreadable.push({ respondent, reason: opened });
    else stored.set(respondent, [...(stored.get(respondent) ?? []), opened]);
  }
  progress.stop();
  return { interviews: counted(stored), unreadable: unreadable.toSorted(byRespondent) };
}

const byRespondent = (a: { respondent: string }, b: { respondent: string }): number =>
  a.respondent < b.respondent ? -1 : 1;

async function openRow(
  row: StoredSealedAnswers,
  respondent: string,
  { keys, round }: Opener,
  parserOf: ParserOf,
): Promise<CountedInterview | Unreadable["reason"]> {
  const privateKey = keys.privateKeyOf(row.keyId);
  const plaintext = privateKey && (await open(row.sealed, row, { privateKey, roundId: round.id }));
  if (plaintext === null) return "seal";
  const questionnaire = questionnaireOf(row.questionnaire);
  const answers = parserOf(row.municipality, row.questionnaire)?.fromCanonical(plaintext);
  if (!answers || !questionnaire) return "questionnaire";
  const { client, version, final, municipality } = row;
  return { respondent, municipality, client, version, final, answers, questionnaire };
}

type ParserOf = (municipality: string, version: string) => AnswerParser | null;

/** One parser for each municipality and version of the questionnaire, made when it is first needed. */
function parsers(round: Opener["round"]): ParserOf {
  const made = new Map<string, AnswerParser>();
  return (code, version) => {
    const key = `${code} ${version}`;
    const known = made.get(key);
    if (known) return known;
    const questionnaire = questionnaireOf(version);
    const municipality = round.municipalities.find((m) => m.code === code);
    if (!questionnaire || !municipality) return null;
    const parser = answerParser({ questionnaire, localQuestions: municipality.localQuestions });
    made.set(key, parser);
    return parser;
  };
}

function counted(stored: ReadonlyMap<string, readonly CountedInterview[]>): Map<string, CountedInterview> {
  const interviews = [...stored.values()].flatMap((rows) => countedAnswers(rows) ?? []);
  return new Map(
    interviews
      .filter((interview) => !isEmpty(interview.answers))
      .toSorted(byRespondent)
      .map((interview) => [interview.respondent, interview]),
  );
}
