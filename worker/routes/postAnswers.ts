import type { Context } from "hono";
import { submitFinal } from "#db/queries/submitFinal.ts";
import { newClient } from "../client.ts";
import { pageWith } from "../document.ts";
import { bodyText } from "../body.ts";
import type { App } from "../env.ts";
import { isForm, isJson, refuse } from "../errors.ts";
import { segmentFor } from "../language.ts";
import type { Page } from "../page.ts";
import { receive } from "../reception.ts";
import { roundOf } from "../round.ts";
import { parseForm, parseFormSubmission, parseJsonSubmission, type Submission } from "../submission.ts";
import { unknownCode } from "../unknownCode.ts";

/** `POST /svar`: the final answers, from the form or from the page's script. */
export async function postAnswers(c: Context<App>): Promise<Response> {
  if (isForm(c)) return postForm(c);
  if (!isJson(c)) return refuse(c, { error: "unsupported" });
  const submission = parseJsonSubmission(await bodyText(c), "final");
  return submission ? submit(c, submission) : refuse(c, { error: "invalid" });
}

async function postForm(c: Context<App>): Promise<Response> {
  const form = parseForm(await bodyText(c));
  if (!form) return refuse(c, { error: "invalid" });
  const round = await roundOf(c.env);
  const municipality = round.municipality(form.get("municipality") ?? "");
  const place = municipality ? `/${municipality.slug}/` : "/";
  const page: Page = { path: `${place}${segmentFor(c)}`, filled: form };
  if (municipality) page.sections = round.sections(municipality);
  c.set("page", page);
  const submission = parseFormSubmission(form);
  if (!submission) return refuse(c, { error: "invalid" }, page);
  // Enter in a field presses the form's first, hidden button: nobody meant to send.
  if (!submission.final) return pageWith(c, page, { status: 200, problems: [] });
  return submit(c, submission.client === "" ? { ...submission, client: newClient() } : submission, page);
}

async function submit(c: Context<App>, submission: Submission, page?: Page): Promise<Response> {
  const reception = await receive(c, submission, "final");
  if (reception.kind === "refused") return refuse(c, reception.refusal, page);
  const outcome =
    reception.kind === "sealed"
      ? await submitFinal(reception.db, reception.sealed, reception.day)
      : "submitted";
  if (outcome === "unknown") return refuse(c, await unknownCode(c), page);
  if (outcome === "withdrawn") return refuse(c, { error: "withdrawn" }, page);
  const round = await roundOf(c.env);
  const slug = round.municipality(submission.municipality)?.slug;
  return c.redirect(`/${slug}/${segmentFor(c)}tak/`, 303);
}
