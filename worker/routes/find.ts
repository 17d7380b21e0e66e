import type { Context } from "hono";
import { databaseOf } from "#db/database.ts";
import { findMunicipality } from "#db/queries/findMunicipality.ts";
import { formatCode, parseCode } from "#survey/code.ts";
import { pageWith } from "../document.ts";
import { bodyText } from "../body.ts";
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
  const code = parseCode(form.get("code") ?? "");
  if (!code.ok)
    return refuse(
      c,
      code.reason === "empty" ? codeMissing() : await unknownCode(c, [], "unknown_code"),
      page,
    );

  const round = await roundOf(c.env);
  const db = databaseOf(c.env.DB, c.get("effects").retry);
  const found = await findMunicipality(db, await round.rowIdOf(code.code));
  const municipality = found === null ? null : round.municipality(found);
  if (!municipality) return refuse(c, await unknownCode(c, [], "unknown_code"), page);
  const formatted = formatCode(code.code);
  // What stands after # never reaches a server, but a page without script cannot read it.
  if (form.get("script") === "1") return c.redirect(`/${municipality.slug}/${segment}#${formatted}`, 303);
  const filled = new Map([["code", formatted]]);
  return pageWith(c, { path: `/${municipality.slug}/${segment}`, filled }, { status: 200, problems: [] });
}
