/** What draft and final answers have in common: who sends, whether the round takes it, what is in it, the seal. */
import type { Context } from "hono";
import type { Database } from "#db/database.ts";
import { findStanding, type Standing } from "#db/queries/standing.ts";
import type { SealedAnswers } from "#db/queries/sealedAnswers.ts";
import { seal } from "#db/seal.ts";
import type { ParsedAnswers } from "#survey/answerParser.ts";
import { isEmpty } from "#survey/answers.ts";
import type { EdgeMunicipality } from "#survey/edge.ts";
import { rowIdOfTyped } from "./code.ts";
import { databaseFor } from "./database.ts";
import type { App } from "./env.ts";
import type { Refusal } from "./errors.ts";
import { dayInDenmark, phaseOn } from "./phase.ts";
import { roundOf, type Round } from "./round.ts";
import type { Submission } from "./submission.ts";
import { codeMissing, unknownCode } from "./unknownCode.ts";

export type Reception =
  /** To be stored; `day` is today in Denmark. */
  | { kind: "sealed"; sealed: SealedAnswers; db: Database; day: string }
  /** The answers that count have been sent before; nothing is to be stored. */
  | { kind: "submitted" }
  /** A page that was opened asks how its code stands; there is nothing to store. */
  | { kind: "opened" }
  | { kind: "refused"; refusal: Refusal };

const refused = (refusal: Refusal): Reception => ({ kind: "refused", refusal });

export async function receive(
  c: Context<App>,
  submission: Submission,
  kind: "draft" | "final",
): Promise<Reception> {
  const round = await roundOf(c.env);
  const municipality = round.municipality(submission.municipality);
  if (!municipality) return refused(await unknownCode(c));
  const parser = round.parser(submission.questionnaire, municipality);
  if (!parser) return refused({ error: "invalid" });

  const parsed = parser.fromFields(submission.fields);
  const wrong = parsed.ok ? [] : parsed.errors;
  const rowId = await rowIdOfTyped(round, submission.code);
  if (rowId === null) return refused(codeMissing(wrong));

  const day = dayInDenmark(c.get("effects").now());
  const db = databaseFor(c, round);
  const ready = await prepare(round, { rowId, municipality, day, submission, parsed, kind });
  const opened = kind === "draft" && submission.version === FIRST_VERSION && isNothing(parsed);
  if ("sealed" in ready && !opened) return { kind: "sealed", sealed: ready, db, day };

  // Only somebody with a valid code learns why it is not taken.
  const standing = await findStanding(db, { ...submission, rowId });
  if (!standing) return refused(await unknownCode(c, wrong));
  if (standing.withdrawnOn !== null) return refused({ error: "withdrawn" });
  if (isSettled(standing, submission, kind)) return { kind: "submitted" };
  return "sealed" in ready ? { kind: "opened" } : refused(ready);
}

/** A page counts the changes of its draft from here; answers that were taken back are a later version. */
const FIRST_VERSION = 1;

const isNothing = (parsed: ParsedAnswers): boolean => parsed.ok && isEmpty(parsed.answers);

/** True when answers are in that this submission cannot change: another client's, or the same or newer of this one. */
function isSettled(standing: Standing, submission: Submission, kind: "draft" | "final"): boolean {
  if (standing.submittedBy === null) return false;
  if (kind === "draft" || standing.submittedBy !== submission.client) return true;
  return standing.storedVersion !== null && submission.version <= standing.storedVersion;
}

interface Received {
  rowId: string;
  municipality: EdgeMunicipality;
  day: string;
  submission: Submission;
  parsed: ParsedAnswers;
  kind: "draft" | "final";
}

/** The sealed answers, or why the round does not take them. */
async function prepare(round: Round, received: Received): Promise<SealedAnswers | Refusal> {
  const { rowId, municipality, day, submission, parsed, kind } = received;
  const phase = phaseOn(day, round.edge.field);
  // The canary proves the way before the first letter goes out, when nobody else may answer.
  if (phase !== "open" && rowId !== (await round.canaryRowId(municipality.code)))
    return { error: phase === "before" ? "not_open" : "closed" };
  if (!parsed.ok) return { error: "invalid", fields: parsed.errors };
  if (kind === "final" && isEmpty(parsed.answers)) return { error: "no_answers" };
  const { client, version, questionnaire } = submission;
  const context = { rowId, client, version, questionnaire, keyId: round.edge.keyId };
  const sealed = await seal(parsed.answers, context, { publicKey: round.publicKey, roundId: round.edge.id });
  return sealed === null ? { error: "too_large" } : { ...context, municipality: municipality.code, sealed };
}
