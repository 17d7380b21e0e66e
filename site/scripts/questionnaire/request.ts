/** One request to the server with a time limit: a phone in a tunnel has a link and still gets no answer. */
import { readAnswers } from "./answers.ts";
import { interview } from "./interview.ts";
import { control } from "./page.ts";

const LIMIT_MS = 8000;

/** Seconds of pause double from 2 to 60. */
export const longerWait = (milliseconds: number): number => Math.min(Math.max(milliseconds * 2, 2000), 60_000);

/** The answer's status, 0 for a redirect (the receipt); `null` when there was no answer, or none that is final. */
export async function deliver(method: "PUT" | "POST", keepalive = false): Promise<number | null> {
  const abort = new AbortController();
  const limit = setTimeout(() => abort.abort(), LIMIT_MS);
  const { code, client, version } = interview;
  try {
    const { status } = await fetch("/svar", {
      method,
      keepalive,
      redirect: "manual",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        code,
        municipality: control("municipality").value,
        questionnaire: control("questionnaire").value,
        client,
        version: version || 1,
        answers: readAnswers(),
        send: method === "POST" ? "1" : undefined,
      }),
      signal: abort.signal,
    });
    return status === 429 || status > 499 ? null : status;
  } catch {
    return null;
  } finally {
    clearTimeout(limit);
  }
}
