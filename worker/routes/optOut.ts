import type { Context } from "hono";
import { optOut, withdraw } from "#db/queries/optOut.ts";
import { bodyText } from "../body.ts";
import { rowIdOfTyped } from "../code.ts";
import { databaseFor } from "../database.ts";
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

  const rowId = await rowIdOfTyped(round, form.get("code") ?? "");
  if (rowId === null) return refuse(c, codeMissing(), page);
  const key = { rowId, municipality: municipality.code };
  const withdraws = form.get("withdraw") === "1";
  const today = dayInDenmark(c.get("effects").now());
  const known = await (withdraws ? withdraw : optOut)(databaseFor(c, round), key, today);
  if (!known) return refuse(c, await unknownCode(c), page);
  return c.redirect(withdraws ? `${base}slettet/` : `${base}ok/`, 303);
}
