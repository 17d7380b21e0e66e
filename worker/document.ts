/** A prerendered page as the answer to a form: filled in as it was sent, with the problems on top and at the fields. */
import type { Context } from "hono";
import { NOTHING_ALLOWED } from "#survey/securityHeaders.ts";
import { summary } from "#survey/texts/errors.da.ts";
import type { App } from "./env.ts";
import type { Page } from "./page.ts";
import type { Form } from "./submission.ts";

/** One line of the error summary; `field` is the id its link goes to, empty for none. */
export interface Problem {
  field: string;
  text: string;
}

type Status = 200 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 429 | 503;

/** Named by the page itself: the page that is shown now, not the one that was sent. */
const THE_PAGES_OWN: ReadonlySet<string> = new Set(["municipality", "questionnaire"]);

/** The page with its own Content-Security-Policy, or the problems as plain text when the page cannot be had. */
export async function pageWith(
  c: Context<App>,
  { path, filled }: Page,
  { status, problems }: { status: Status; problems: readonly Problem[] },
): Promise<Response> {
  const asset = await c.env.ASSETS.fetch(new URL(path, c.req.url));
  if (!asset.ok) return c.text(problems.map(({ text }) => text).join("\n"), status);
  c.header("Content-Type", "text/html; charset=utf-8");
  c.header("Content-Security-Policy", asset.headers.get("Content-Security-Policy") ?? NOTHING_ALLOWED);
  const page = rewriter(filled, problems).transform(asset);
  return c.newResponse(page.body, status);
}

function rewriter(filled: Form, problems: readonly Problem[]): HTMLRewriter {
  const atField = new Map(problems.map(({ field, text }) => [field, text]));
  const fields = new HTMLRewriter()
    .on("input", { element: (input) => fillInput(input, filled, atField) })
    .on("textarea", { element: (area) => fillTextarea(area, filled, atField) });
  if (problems.length === 0) return fields;
  return fields
    .on("title", { element: (title) => void title.prepend(summary.titlePrefix) })
    .on("#fejl", { element: (box) => fillSummary(box, problems) });
}

function fillInput(input: Element, filled: Form, problems: ReadonlyMap<string, string>): void {
  const name = input.getAttribute("name") ?? "";
  const type = input.getAttribute("type") ?? "text";
  const value = filled.get(name);
  if (type === "radio" || type === "checkbox") {
    input.removeAttribute("checked");
    if (value !== undefined && value === input.getAttribute("value")) input.setAttribute("checked", "");
    return;
  }
  if (value !== undefined && !THE_PAGES_OWN.has(name)) input.setAttribute("value", escapeHtml(value));
  if (type !== "hidden") markProblem(input, name, problems);
}

function fillTextarea(area: Element, filled: Form, problems: ReadonlyMap<string, string>): void {
  const name = area.getAttribute("name") ?? "";
  const text = filled.get(name);
  // A parser drops the first line break of a textarea.
  if (text !== undefined) area.setInnerContent(`\n${text}`);
  markProblem(area, name, problems);
}

/** The problem stands before the field, and the field says that it belongs to it. */
function markProblem(field: Element, name: string, problems: ReadonlyMap<string, string>): void {
  const text = problems.get(name);
  if (text === undefined || name === "") return;
  const described = field.getAttribute("aria-describedby");
  field.setAttribute("aria-describedby", described ? `${name}-e ${described}` : `${name}-e`);
  field.setAttribute("aria-invalid", "true");
  const prefix = `<span class="vh">${escapeHtml(summary.hiddenPrefix)}</span>`;
  field.before(`<p id="${name}-e" class="e">${prefix}${escapeHtml(text)}</p>`, { html: true });
}

/** role=alert stands on the inner element, focus goes to the outer one (UX §3.6). */
function fillSummary(box: Element, problems: readonly Problem[]): void {
  const items = problems.map(({ field, text }) =>
    field === ""
      ? `<li>${escapeHtml(text)}</li>`
      : `<li><a href="#${escapeHtml(field)}">${escapeHtml(text)}</a></li>`,
  );
  box.removeAttribute("hidden");
  box.setInnerContent(
    `<div role="alert"><h2>${escapeHtml(summary.heading)}</h2><ul>${items.join("")}</ul></div>`,
    { html: true },
  );
}

const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
