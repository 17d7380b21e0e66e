/**
 * Keeps a published round on its key, its name and its databases: answers sealed to one key are lost to another, every code
 * would change, and a respondent is looked for in one database only.
 */
import { edgeSchema, type Edge } from "#survey/edge.ts";
import { CliError } from "../errors.ts";
import { listIssues, parseJson } from "../round.ts";
import type { Run } from "../run.ts";
import type { SealingKeys } from "../sealingKeys.ts";

export const EDGE_FILE = "edge.json";
const HOW = "Run `npx borgersvar publish <round>`; do not edit the file.";

/** @throws CliError when edge.json is missing or broken. */
export async function readEdge(run: Run): Promise<Edge> {
  const where = run.path(EDGE_FILE);
  const parsed = edgeSchema.safeParse(parseJson(await run.readText(EDGE_FILE, HOW), where));
  if (parsed.success) return parsed.data;
  throw new CliError({ what: `the file does not fit:\n${listIssues(parsed.error)}`, where, how: HOW });
}

/** @throws CliError when the round was published with another key, under another name or over another number of databases. */
export async function refuseOtherKey(run: Run, edge: Edge, keys: Pick<SealingKeys, "all">): Promise<void> {
  if (!(await run.exists(EDGE_FILE))) return;
  const published = await readEdge(run);
  const what = differenceOf(published, edge, keys);
  if (what === null) return;
  throw new CliError({
    what,
    where: run.path(EDGE_FILE),
    how: "Put back what it was. Only if no letter has gone out: delete edge.json and d1/, and publish again.",
  });
}

function differenceOf(published: Edge, edge: Edge, { all }: Pick<SealingKeys, "all">): string | null {
  // After a rotation the key it was published with is still one of the round's.
  if (!all.some(({ publicKey }) => publicKey === published.publicKey))
    return `the round was published with key ${published.keyId}, and round.key gives ${edge.keyId}`;
  if (published.id !== edge.id)
    return `the round was published as »${published.id}«, and round.json calls it »${edge.id}«: its name is sealed into every answer`;
  if (published.databases !== edge.databases)
    return `the round was published over ${published.databases} databases, and round.json has ${edge.databases}: respondents would be looked for in the wrong one`;
  return null;
}
