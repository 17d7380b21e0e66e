/** One request to the server with a time limit: a phone in a tunnel has a link and still gets no answer. */
import { readForm } from "./answers.ts";
import type { Interview } from "./interview.ts";
import { form, receipt } from "./page.ts";

const LIMIT_MS = 8000;

export interface Reply {
  /** The server's status; 204 when the answers are stored, 0 when nothing came back in time. Without a message it may be anybody's. */
  status: number;
  /** What the server says to the citizen, if it says anything. */
  message?: string;
  /** Which fields it is about. */
  fields?: readonly { field: string }[];
}

/**
 * A connection that nobody answered is tried by the browser for minutes, at ever longer intervals, and only so many beside each
 * other. Requests with and without credentials (there are none) have connections of their own: after a failure the others.
 */
let credentials: RequestCredentials = "same-origin";

/** Sends all answers: the final ones (POST), or a draft (PUT). */
export async function deliver(
  { code, draftName, changes, isSending }: Interview,
  keepalive: boolean,
): Promise<Reply> {
  const abort = new AbortController();
  const limit = setTimeout(() => abort.abort(), LIMIT_MS);
  const { answers, beside } = readForm();
  let status = 0;
  let said: Partial<Reply> | undefined;
  try {
    const response = await fetch(form.action, {
      method: isSending ? "POST" : "PUT",
      keepalive,
      credentials,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        ...beside,
        code,
        client: draftName,
        version: changes + 1,
        answers,
        send: isSending ? "1" : undefined,
      }),
      signal: abort.signal,
    });
    // Final answers that were taken lead to the receipt. Where else it may lead, a gateway on the way has answered.
    status = response.url.endsWith(receipt) ? 204 : response.status;
    if (status !== 204) said = await response.json();
  } catch {
    // No answer in time, or one that is not our Worker's.
    credentials = credentials === "omit" ? "same-origin" : "omit";
  }
  clearTimeout(limit);
  return { ...said, status };
}
