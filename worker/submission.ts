/** The edge of `/svar`: what a form or a script sends, checked in shape. The answers in it are read later, by the questionnaire. */
import * as z from "zod";

export interface Submission {
  /** As typed. */
  code: string;
  municipality: string;
  questionnaire: string;
  /** 22 base64url symbols; empty when there is no script. */
  client: string;
  version: number;
  /** Answers by field. */
  fields: Readonly<Record<string, string>>;
}

const CLIENT = /^[A-Za-z0-9_-]{22}$/;
const MAXIMUM_VERSION = 999_999_999;
const code = z.string().max(200);
const municipality = z.string().max(10);
const questionnaire = z.string().max(40);

const draftSchema = z.strictObject({
  code,
  municipality,
  questionnaire,
  client: z.string().regex(CLIENT),
  version: z.int().min(1).max(MAXIMUM_VERSION),
  answers: z.record(z.string().max(40), z.string()),
});
const finalSchema = draftSchema.extend({ send: z.literal("1") });

const formSchema = z.object({
  code: code.default(""),
  municipality: municipality.default(""),
  questionnaire: questionnaire.default(""),
  client: z.union([z.literal(""), z.string().regex(CLIENT)]).default(""),
  version: z
    .union([z.literal(""), z.string().regex(/^[1-9]\d{0,8}$/)])
    .default("")
    .transform((text) => (text === "" ? 1 : Number(text))),
  send: z.literal("1").optional(),
});
const ENVELOPE: ReadonlySet<string> = new Set([...Object.keys(formSchema.shape), "enter"]);

/** A draft or final answers as JSON, or `null` when it is neither. */
export function parseJsonSubmission(text: string, kind: "draft" | "final"): Submission | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = (kind === "draft" ? draftSchema : finalSchema).safeParse(value);
  if (!parsed.success) return null;
  const { answers, ...envelope } = parsed.data;
  return { ...envelope, fields: answers };
}

/** The questionnaire's form; `final` when it was sent by the real button. `null` when a field cannot be what it is. */
export function parseFormSubmission(form: Form): (Submission & { final: boolean }) | null {
  const parsed = formSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) return null;
  const { send, ...envelope } = parsed.data;
  const fields = Object.fromEntries([...form].filter(([name]) => !ENVELOPE.has(name)));
  return { ...envelope, fields, final: send === "1" };
}

/** The fields of a form. */
export type Form = ReadonlyMap<string, string>;

/** Fields of `application/x-www-form-urlencoded`, or `null` when one comes twice: no form of ours does that. */
export function parseForm(body: string): Form | null {
  const pairs = [...new URLSearchParams(body)];
  const form = new Map(pairs);
  return form.size === pairs.length ? form : null;
}
