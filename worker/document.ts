/** A prerendered page as the answer to a form: filled in as it was sent, with the problems on top and at the fields. */
import type { Context } from "hono";
import { NOTHING_ALLOWED } from "#survey/securityHeaders.ts";
import type { Texts } from "#survey/texts/texts.ts";
import type { App } from "./env.ts";
import { wordsFor } from "./language.ts";
import type { Page } from "./page.ts";
import { openSection } from "./sections.ts";
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
  page: Page,
  { status, problems }: { status: Status; problems: readonly Problem[] },
): Promise<Response> {
  const asset = await c.env.ASSETS.fetch(new URL(page.path, c.req.url));
  if (!asset.ok) return c.text(problems.map(({ text }) => text).join("\n"), status);
  c.header("Content-Type", "text/html; charset=utf-8");
  c.header("Content-Security-Policy", asset.headers.get("Content-Security-Policy") ?? NOTHING_ALLOWED);
  const rewritten = rewriter(page, problems, wordsFor(c).summary).transform(asset);
  return c.newResponse(rewritten.body, status);
}

type Words = Texts["summary"];

/** What is wrong with each field, and the words around it. */
interface Marks {
  at: ReadonlyMap<string, string>;
  words: Words;
}

function rewriter(page: Page, problems: readonly Problem[], words: Words): HTMLRewriter {
  const { filled } = page;
  const open = openSection(page, problems);
  const marks: Marks = { at: new Map(problems.map(({ field, text }) => [field, text])), words };
  const fields = new HTMLRewriter()
    .on("input", { element: (input) => fillInput(input, filled, marks) })
    .on("textarea", { element: (area) => fillTextarea(area, filled, marks) });
  if (open) fields.on("section", { element: (section) => showSection(section, open) });
  if (problems.length === 0) return fields;
  return fields
    .on("title", { element: (title) => void title.prepend(words.titlePrefix) })
    .on("#fejl", { element: (box) => fillSummary(box, problems, words.heading) });
}

/** The style shows the section that is `now` when the address names none. */
function showSection(section: Element, open: string): void {
  if (section.getAttribute("id") === open) section.setAttribute("class", "now");
  else section.removeAttribute("class");
}

function fillInput(input: Element, filled: Form, marks: Marks): void {
  const name = input.getAttribute("name") ?? "";
  const type = input.getAttribute("type") ?? "text";
  const value = filled.get(name);
  if (type === "radio" || type === "checkbox") {
    input.removeAttribute("checked");
    if (value !== undefined && value === input.getAttribute("value")) input.setAttribute("checked", "");
    return;
  }
  if (value !== undefined && !THE_PAGES_OWN.has(name)) input.setAttribute("value", escapeHtml(value));
  if (type !== "hidden") markProblem(input, name, marks);
}

function fillTextarea(area: Element, filled: Form, marks: Marks): void {
  const name = area.getAttribute("name") ?? "";
  const text = filled.get(name);
  // A parser drops the first line break of a textarea.
  if (text !== undefined) area.setInnerContent(`\n${text}`);
  markProblem(area, name, marks);
}

/** The problem stands before the field, and the field says that it belongs to it. */
function markProblem(field: Element, name: string, { at, words }: Marks): void {
  const text = at.get(name);
  if (text === undefined || name === "") return;
  const described = field.getAttribute("aria-describedby");
  field.setAttribute("aria-describedby", described ? `${name}-e ${described}` : `${name}-e`);
  field.setAttribute("aria-invalid", "true");
  const prefix = `<span class="vh">${escapeHtml(words.hiddenPrefix)}</span>`;
  field.before(`<p id="${name}-e" class="e">${prefix}${escapeHtml(text)}</p>`, { html: true });
}

/** role=alert stands on the inner element, focus goes to the outer one (UX §3.6). */
function fillSummary(box: Element, problems: readonly Problem[], heading: string): void {
  const items = problems.map(({ field, text }) =>
    field === ""
      ? `<li>${escapeHtml(text)}</li>`
      : `<li><a href="#${escapeHtml(field)}">${escapeHtml(text)}</a></li>`,
  );
  box.removeAttribute("hidden");
  box.setInnerContent(`<div role="alert"><h2>${escapeHtml(heading)}</h2><ul>${items.join("")}</ul></div>`, {
    html: true,
  });
}

const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
