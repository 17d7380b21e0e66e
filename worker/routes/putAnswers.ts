import type { Context } from "hono";
import { saveDraft, type DraftOutcome } from "#db/queries/saveDraft.ts";
import type { EdgeError } from "#survey/edgeErrors.ts";
import { bodyText } from "../body.ts";
import type { App } from "../env.ts";
import { isJson, refuse } from "../errors.ts";
import { receive } from "../reception.ts";
import { parseJsonSubmission } from "../submission.ts";
import { unknownCode } from "../unknownCode.ts";

const ERROR: Record<Exclude<DraftOutcome, "stored" | "older" | "unknown">, EdgeError> = {
  withdrawn: "withdrawn",
  submitted: "already_sent",
  too_many: "too_many_drafts",
};

/**
 * `PUT /svar`: autosave. The page saves at most once in 4 s; nothing here counts requests, for a save that is refused for
 * coming too soon may be the last one before the phone is put away.
 */
export async function putAnswers(c: Context<App>): Promise<Response> {
  if (!isJson(c)) return refuse(c, { error: "unsupported" });
  const submission = parseJsonSubmission(await bodyText(c), "draft");
  if (!submission) return refuse(c, { error: "invalid" });
  const reception = await receive(c, submission, "draft");
  if (reception.kind === "refused") return refuse(c, reception.refusal);
  if (reception.kind === "submitted") return refuse(c, { error: "already_sent" });
  if (reception.kind === "opened") return c.body(null, 204);
  const outcome = await saveDraft(reception.db, reception.sealed);
  // An older draft that arrives late is answered like a stored one: what its client has is kept.
  if (outcome === "stored" || outcome === "older") return c.body(null, 204);
  return refuse(c, outcome === "unknown" ? await unknownCode(c) : { error: ERROR[outcome] });
}
