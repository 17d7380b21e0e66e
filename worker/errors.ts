/** The one place where something becomes an error answer: JSON for a script, a page for a person. */
import type { Context } from "hono";
import type { EdgeError, FieldError } from "#survey/edgeErrors.ts";
import { dateInWords } from "#survey/languages.ts";
import { fill } from "#survey/texts/fill.ts";
import { pageWith, type Problem } from "./document.ts";
import type { App } from "./env.ts";
import { segmentFor, spokenIn, wordsFor } from "./language.ts";
import type { Page } from "./page.ts";
import { roundOf } from "./round.ts";

const STATUS = {
  code_missing: 422,
  unknown_code: 404,
  too_many_codes: 429,
  already_sent: 409,
  not_open: 503,
  closed: 410,
  withdrawn: 410,
  no_answers: 422,
  invalid: 422,
  too_many_drafts: 429,
  too_large: 413,
  unsupported: 415,
  method: 405,
  cross_site: 403,
  not_found: 404,
  unavailable: 503,
} as const satisfies Record<EdgeError, number>;

/** Seconds after which it is worth trying again. */
const RETRY_AFTER: Partial<Record<EdgeError, number>> = { too_many_codes: 60, unavailable: 5 };

export interface Refusal {
  error: EdgeError;
  /** What is wrong with which field. */
  fields?: readonly FieldError[];
}

/**
 * Answers with an error. Neither the code nor an answer is in it, but for a person's own page filled in again.
 * @param page the page a person came from with what was filled in; without it the front page
 */
export async function refuse(
  c: Context<App>,
  refusal: Refusal,
  page: Page = c.get("page") ?? frontPage(c),
): Promise<Response> {
  const status = STATUS[refusal.error];
  const retryAfter = RETRY_AFTER[refusal.error];
  if (retryAfter !== undefined) c.header("Retry-After", String(retryAfter));
  const problems = await problemsOf(c, refusal);
  if (wantsPage(c)) return pageWith(c, page, { status, problems });
  const fields = (refusal.fields ?? []).map((field) => ({ ...field, message: textOf(c, field) }));
  return c.json(
    { error: refusal.error, message: problems[0]?.text, ...(fields.length > 0 ? { fields } : {}) },
    status,
  );
}

const frontPage = (c: Context<App>): Page => ({ path: `/${segmentFor(c)}`, filled: new Map() });

/** A browser that leaves its page wants a page back; a script's fetch accepts anything. */
function wantsPage(c: Context<App>): boolean {
  const { method } = c.req;
  if (method === "PUT" || method === "HEAD") return false;
  return isForm(c) || (c.req.header("Accept") ?? "").includes("text/html");
}

export const isForm = (c: Context<App>): boolean =>
  mediaType(c.req.header("Content-Type")) === "application/x-www-form-urlencoded";
export const isJson = (c: Context<App>): boolean =>
  mediaType(c.req.header("Content-Type")) === "application/json";

const mediaType = (header = ""): string => (header.split(";", 1)[0] ?? "").trim().toLowerCase();

async function problemsOf(c: Context<App>, { error, fields = [] }: Refusal): Promise<Problem[]> {
  if (fields.length > 0) return fields.map((field) => ({ field: field.field, text: textOf(c, field) }));
  const text = wordsFor(c).edgeErrors[error];
  if (error !== "closed" && error !== "not_open") return [{ field: "", text }];
  const { field } = (await roundOf(c.env)).edge;
  const language = spokenIn(c);
  const opens = dateInWords(field.opens, language);
  const closes = dateInWords(field.closes, language);
  return [{ field: "", text: fill(text, { opens, closes }) }];
}

/** Questions have no numbers on the page: the summary leads to the field, and the text stands there too. */
const textOf = (c: Context<App>, { code }: FieldError): string => wordsFor(c).fieldErrors[code];

/** What threw: a database that does not answer, or a bug. The log gets where it happened; messages hold SQL and values. */
export async function unavailable(error: Error, c: Context<App>): Promise<Response> {
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  console.error(JSON.stringify({ error: error.name, route: c.req.path, frames }));
  return refuse(c, { error: "unavailable" });
}
