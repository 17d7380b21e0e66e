import type { Context } from "hono";
import { databaseOf } from "#db/database.ts";
import { optOut, withdraw } from "#db/queries/optOut.ts";
import { parseCode } from "#survey/code.ts";
import { bodyText } from "../body.ts";
import type { App } from "../env.ts";
import { isForm, refuse } from "../errors.ts";
import { segmentFor } from "../language.ts";
import { dayInDenmark } from "../phase.ts";
import { roundOf } from "../round.ts";
import { parseForm } from "../submission.ts";
import { codeMissing, unknownCode } from "../unknownCode.ts";

/** `POST /afmeld`: no more reminders; with `withdraw=1` the answers are deleted, for good. Before, during and after the field period. */
export async function postOptOut(c: Context<App>): Promise<Response> {
  if (!isForm(c)) return refuse(c, { error: "unsupported" });
  const form = parseForm(await bodyText(c));
  if (!form) return refuse(c, { error: "invalid" });
  const round = await roundOf(c.env);
  const municipality = round.municipality(form.get("municipality") ?? "");
  if (!municipality) return refuse(c, await unknownCode(c));
  const base = `/${municipality.slug}/${segmentFor(c)}afmeld/`;
  const page = { path: base, filled: form };

  const code = parseCode(form.get("code") ?? "");
  if (!code.ok) return refuse(c, code.reason === "empty" ? codeMissing() : await unknownCode(c), page);
  const key = { rowId: await round.rowIdOf(code.code), municipality: municipality.code };
  const withdraws = form.get("withdraw") === "1";
  const { now, retry } = c.get("effects");
  const known = await (withdraws ? withdraw : optOut)(databaseOf(c.env.DB, retry), key, dayInDenmark(now()));
  if (!known) return refuse(c, await unknownCode(c), page);
  return c.redirect(withdraws ? `${base}slettet/` : `${base}ok/`, 303);
}
