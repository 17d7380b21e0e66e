/** One request to the server with a time limit: a phone in a tunnel has a link and still gets no answer. */
import { readAnswers } from "./answers.ts";
import { interview } from "./interview.ts";
import { control } from "./page.ts";

const LIMIT_MS = 8000;

/** Pauses between attempts double from 2 to 60 seconds. */
export const longerWait = (milliseconds: number): number =>
  Math.min(Math.max(milliseconds * 2, 2000), 60_000);

export interface Reply {
  /** Stored: 204 for a draft, a redirect to the receipt for the final answers. */
  stored: boolean;
  /** 0 when no answer came. */
  status: number;
  /** What the server says to the citizen, if it says anything. */
  sentence?: string;
  /** Nothing is decided; it may go well the next time. */
  again?: boolean;
}

export async function deliver(method: "PUT" | "POST", keepalive = false): Promise<Reply> {
  const abort = new AbortController();
  const limit = setTimeout(() => abort.abort(), LIMIT_MS);
  const { code, client, version } = interview;
  let status = 0;
  try {
    const response = await fetch("/svar", {
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
    status = response.status;
    if (response.ok || response.type === "opaqueredirect") return { stored: true, status };
    const { message: sentence } = (await response.json()) as { message: string };
    return { stored: false, status, sentence, again: status > 499 };
  } catch {
    // No answer, or one that is not our Worker's.
    return { stored: false, status, again: true };
  } finally {
    clearTimeout(limit);
  }
}
