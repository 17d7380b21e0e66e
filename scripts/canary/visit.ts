/** A canary answers as a citizen does: it saves a draft, then sends. */
import { canaryCode } from "#db/canary.ts";
import { shownVersion, type Edge } from "#survey/edge.ts";
import { CliError } from "../errors.ts";
import type { Run } from "../run.ts";

export interface CanaryAnswers {
  municipality: string;
  /** What stands in the free text, new each time. */
  text: string;
}

interface Flight {
  /** `https://svar.example.dk`, without a slash at the end. */
  base: string;
  edge: Edge;
  pepper: string;
  municipality: string;
}

const CLIENT_BYTES = 16;
/** A deployed Worker that does not answer at all must not keep the command for ever. */
const PATIENCE_MS = 30_000;

const MEANING: Readonly<Record<number, string>> = {
  404: "the Worker does not know this round's canary: its secret PEPPER is another, or its rows are not published",
  410: "the Worker says that the round is closed",
  422: "the Worker was built from another edge.json: it does not know this questionnaire",
  503: "the Worker cannot use its database or its secret",
};

async function request(
  url: string,
  method: "PUT" | "POST",
  body: object,
  expected: number,
): Promise<string | null> {
  try {
    const response = await fetch(url, {
      method,
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await response.body?.cancel();
    if (response.status === expected) return null;
    return MEANING[response.status] ?? `the Worker answered ${response.status} instead of ${expected}`;
  } catch (error) {
    return `the Worker does not answer (${error instanceof Error ? error.name : "no connection"})`;
  }
}

/** Saves and sends answers that nobody has given. @throws CliError when the Worker does not take them. */
export async function sendCanary(run: Run, flight: Flight): Promise<CanaryAnswers> {
  const { base, edge, pepper, municipality } = flight;
  const text = `canary ${Buffer.from(run.effects.random(CLIENT_BYTES)).toString("hex")}`;
  const envelope = {
    code: await canaryCode(pepper, municipality),
    municipality,
    questionnaire: shownVersion(edge),
    client: Buffer.from(run.effects.random(CLIENT_BYTES)).toString("base64url"),
    answers: { q13: "3", q14: text },
  };
  const refused =
    (await request(`${base}/svar`, "PUT", { ...envelope, version: 1 }, 204)) ??
    (await request(`${base}/svar`, "POST", { ...envelope, version: 2, send: "1" }, 303));
  if (refused === null) return { municipality, text };
  throw new CliError({
    what: refused,
    where: `${base}/svar, the canary of ${municipality}`,
    how: "No letter may go out. Run publish and site, deploy with this round's secret, then run canary again.",
  });
}
