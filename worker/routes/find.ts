import type { Context } from "hono";
import { findMunicipality } from "#db/queries/findMunicipality.ts";
import { formatCode, parseCode } from "#survey/code.ts";
import { pageWith } from "../document.ts";
import { bodyText } from "../body.ts";
import { rowIdOfTyped } from "../code.ts";
import { databaseFor } from "../database.ts";
import type { App } from "../env.ts";
import { isForm, refuse } from "../errors.ts";
import { segmentFor } from "../language.ts";
import { roundOf } from "../round.ts";
import { parseForm } from "../submission.ts";
import { codeMissing, unknownCode } from "../unknownCode.ts";

/** `POST /find`: from a code to its municipality's questionnaire, as a link with script, filled in without. */
export async function postFind(c: Context<App>): Promise<Response> {
  if (!isForm(c)) return refuse(c, { error: "unsupported" });
  const form = parseForm(await bodyText(c));
  if (!form) return refuse(c, { error: "invalid" });
  const segment = segmentFor(c);
  const page = { path: `/${segment}`, filled: form };
  const typed = form.get("code") ?? "";
  const round = await roundOf(c.env);
  const rowId = await rowIdOfTyped(round, typed);
  if (rowId === null) return refuse(c, codeMissing(), page);
  const found = await findMunicipality(databaseFor(c, round), rowId);
  const municipality = found === null ? null : round.municipality(found);
  const code = parseCode(typed);
  if (!municipality || !code.ok) return refuse(c, await unknownCode(c, [], "unknown_code"), page);
  const formatted = formatCode(code.code);
  // What stands after # never reaches a server, but a page without script cannot read it.
  if (form.get("script") === "1") return c.redirect(`/${municipality.slug}/${segment}#${formatted}`, 303);
  const filled = new Map([["code", formatted]]);
  return pageWith(c, { path: `/${municipality.slug}/${segment}`, filled }, { status: 200, problems: [] });
}
