/** No letter goes out before answers have been seen to arrive: the canary, through the Worker that citizens will meet. */
import { canaryOpened } from "../check/published.ts";
import { evidenceOf } from "../check/evidence.ts";
import { CliError } from "../errors.ts";
import { EDGE_FILE } from "../publish/publicKey.ts";
import type { Round } from "#survey/round.ts";
import type { Run } from "../run.ts";

/**
 * A round that citizens can reach has its address on https. On this machine alone nobody does, and nothing is asked for.
 * @returns a line for the screen when the deployed Worker is still to be tried, though the local database was asked
 * @throws CliError with `--remote`, when no canary has been opened with the key and the edge.json that stand now
 */
export async function requireCanary(run: Run, { baseUrl }: Round, remote: boolean): Promise<string[]> {
  if (!remote && !baseUrl.startsWith("https://")) return [];
  const finding = await canaryOpened.test(evidenceOf(run, true));
  if (finding.ok) return [];
  if (!remote) return [`No letter may go out yet: ${finding.found}. First: ${finding.how}`];
  throw new CliError({
    what: `letters would go out on trust: ${finding.found}`,
    where: run.path(EDGE_FILE),
    how: finding.how,
  });
}
