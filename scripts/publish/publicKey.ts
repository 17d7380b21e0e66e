/** Keeps a published round on its key: answers sealed to one key are lost to another, and every code would change. */
import { edgeSchema, type Edge } from "#survey/edge.ts";
import { CliError } from "../errors.ts";
import { listIssues, parseJson } from "../round.ts";
import type { Run } from "../run.ts";

export const EDGE_FILE = "edge.json";
const HOW = "Run `npx borgersvar publish <round>`; do not edit the file.";

/** @throws CliError when edge.json is missing or broken. */
export async function readEdge(run: Run): Promise<Edge> {
  const where = run.path(EDGE_FILE);
  const parsed = edgeSchema.safeParse(parseJson(await run.readText(EDGE_FILE, HOW), where));
  if (parsed.success) return parsed.data;
  throw new CliError({ what: `the file does not fit:\n${listIssues(parsed.error)}`, where, how: HOW });
}

/** @throws CliError when the round was published with another key or under another name. */
export async function refuseOtherKey(run: Run, edge: Edge): Promise<void> {
  if (!(await run.exists(EDGE_FILE))) return;
  const published = await readEdge(run);
  const what =
    published.publicKey !== edge.publicKey
      ? `the round was published with key ${published.keyId}, and round.key gives ${edge.keyId}`
      : published.id !== edge.id
        ? `the round was published as »${published.id}«, and round.json calls it »${edge.id}«: its name is sealed into every answer`
        : null;
  if (what === null) return;
  throw new CliError({
    what,
    where: run.path(EDGE_FILE),
    how: "Put back what it was. Only if no letter has gone out: delete edge.json and d1/, and publish again.",
  });
}
