/**
 * The edge of the answers: zod schemas made from a version of the questionnaire and a municipality's own questions. One
 * reads what a form or a script sends (strings), one reads what came out of the seal.
 */
import * as z from "zod";
import { canonicalJson, withoutHidden, type Answers, type AnswerValue } from "./answers.ts";
import { fits, normaliseText } from "./freeText.ts";
import { CODE_DONT_KNOW, VALUE_CODES, type Questionnaire } from "./questionnaire.ts";
import type { LocalQuestion } from "./round.ts";

/** What is asked in one municipality: a version of the joint questionnaire and its own questions. */
export interface Instrument {
  questionnaire: Questionnaire;
  localQuestions: readonly Pick<LocalQuestion, "id" | "options">[];
}

/** `choice`: no option of this question. `too_long`: over the limit. `unknown`: no question of this instrument. */
export type AnswerErrorCode = "choice" | "too_long" | "unknown";
export interface AnswerError {
  /** A question's id; empty when the field is none of ours, for its name may hold anything. */
  field: string;
  code: AnswerErrorCode;
}

export type ParsedAnswers = { ok: true; answers: Answers } | { ok: false; errors: AnswerError[] };

export interface AnswerParser {
  /** Reads the flat map of strings that a form or a script sends. Empty strings are no answers. */
  fromFields(fields: Readonly<Record<string, string>>): ParsedAnswers;
  /** Reads the plaintext of a sealed answer; `null` unless it is exactly what {@link canonicalJson} writes. */
  fromCanonical(plaintext: string): Answers | null;
}

const CODES = [...VALUE_CODES, CODE_DONT_KNOW];
const TOO_LONG: AnswerErrorCode = "too_long";

type Field = { codes: readonly number[] } | { text: true } | { mark: true };

/** The questions of an instrument by their id. */
function fieldsOf({ questionnaire, localQuestions }: Instrument): Map<string, Field> {
  const fields = new Map<string, Field>();
  for (const part of questionnaire.parts) {
    if (part.skippedWithoutInterview) fields.set("no_interview", { mark: true });
    for (const item of part.items)
      fields.set(item.id, item.kind === "closed" ? { codes: CODES } : { text: true });
  }
  for (const question of localQuestions) {
    const codes = question.options?.map((_, i) => i + 1);
    fields.set(question.id, codes ? { codes } : { text: true });
  }
  return fields;
}

function sentSchema(field: Field): z.ZodType<AnswerValue, string> {
  if ("mark" in field) return z.literal("1").transform(() => true as const);
  if ("text" in field) return z.string().transform(normaliseText).refine(fits, TOO_LONG);
  return z.enum(field.codes.map(String)).transform(Number);
}

function storedSchema(field: Field): z.ZodType<AnswerValue> {
  if ("mark" in field) return z.literal(true);
  if ("text" in field)
    return z
      .string()
      .min(1)
      .refine((t) => t === normaliseText(t) && fits(t));
  return z.literal(field.codes);
}

/** @throws never; what cannot be read is a value. */
export function answerParser(instrument: Instrument): AnswerParser {
  const questions = [...fieldsOf(instrument)];
  const object = <T extends z.ZodType>(schema: (field: Field) => T) =>
    z.strictObject(Object.fromEntries(questions.map(([id, field]) => [id, schema(field).optional()])));
  const sent = object(sentSchema);
  const stored = object(storedSchema);

  return {
    fromFields(fields) {
      const parsed = sent.safeParse(given(fields));
      if (!parsed.success) return { ok: false, errors: parsed.error.issues.map(errorOf) };
      return { ok: true, answers: withoutHidden(given(parsed.data), instrument.questionnaire) };
    },
    fromCanonical(plaintext) {
      const parsed = stored.safeParse(parseJson(plaintext));
      if (!parsed.success) return null;
      const answers = given(parsed.data);
      const same = canonicalJson(withoutHidden(answers, instrument.questionnaire)) === plaintext;
      return same ? answers : null;
    },
  };
}

/** What is there: neither absent nor an empty string. */
const given = <T extends AnswerValue>(fields: Readonly<Record<string, T | undefined>>): Record<string, T> =>
  Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, T] => entry[1] !== undefined && entry[1] !== ""),
  );

function errorOf(issue: z.core.$ZodIssue): AnswerError {
  if (issue.code === "unrecognized_keys") return { field: "", code: "unknown" };
  return { field: String(issue.path[0] ?? ""), code: issue.message === TOO_LONG ? TOO_LONG : "choice" };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
