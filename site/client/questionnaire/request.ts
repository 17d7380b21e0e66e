/** One request to the server with a time limit: a phone in a tunnel has a link and still gets no answer. */
import { readAnswers } from "./answers.ts";
import { interview } from "./interview.ts";
import { input } from "./page.ts";

const LIMIT_MS = 8000;

export interface Reply {
  /** Under 300: stored (204, or 0 for the redirect to the receipt). From 500: nothing is decided, again later. */
  status: number;
  /** What the server says to the citizen, if it says anything. */
  message?: string;
  /** Which fields it is about. */
  fields?: readonly { field: string }[];
}

/** Sends all answers: a draft (PUT) or the final ones (POST). */
export async function deliver(method: "PUT" | "POST", keepalive: boolean): Promise<Reply> {
  const abort = new AbortController();
  const limit = setTimeout(() => abort.abort(), LIMIT_MS);
  const { code, client, version } = interview;
  try {
    const response = await fetch("/svar", {
      method,
      keepalive,
      redirect: "manual",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        code,
        municipality: input("municipality").value,
        questionnaire: input("questionnaire").value,
        client,
        version: version || 1,
        answers: readAnswers(),
        send: method === "POST" ? "1" : undefined,
      }),
      signal: abort.signal,
    });
    const { status } = response;
    if (status < 300) return { status };
    const reply: Omit<Reply, "status"> = await response.json();
    return { ...reply, status };
  } catch {
    // No answer in time, or one that is not our Worker's.
    return { status: 503 };
  } finally {
    clearTimeout(limit);
  }
}
