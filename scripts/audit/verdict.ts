/** `results/audit.json`: which results.json was attacked, and what was found. `site` shows no results without it. */
import { createHash } from "node:crypto";
import * as z from "zod";
import { AUDITS } from "#survey/audit/leak.ts";
import { CliError } from "../errors.ts";
import { parseJson } from "../round.ts";
import type { Run } from "../run.ts";
import { RESULTS_FILE } from "./resultsFile.ts";

export const AUDIT_FILE = "results/audit.json";

const count = z.int().min(0);

export const verdictSchema = z.strictObject({
  schemaVersion: z.literal(1),
  round: z.string(),
  /** When the attack ended. */
  time: z.iso.datetime(),
  seconds: z.number().min(0),
  /** SHA-256 of the results.json that was attacked, in hex. */
  results: z.string().regex(/^[0-9a-f]{64}$/),
  passed: z.boolean(),
  /** How many numbers each audit has tried, and how many it found. */
  audits: z.record(z.enum(AUDITS), z.strictObject({ tried: count, leaks: count })),
  /** For analysts only: what was found, and how. */
  leaks: z.array(
    z.strictObject({
      audit: z.enum(AUDITS),
      result: z.string(),
      domains: z.array(z.string()),
      how: z.string(),
    }),
  ),
});
export type Verdict = z.infer<typeof verdictSchema>;

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

const HOW =
  "Run `npx borgersvar audit <round>`: results are shown only when nothing withheld can be found in them.";

/** Refuses results that nobody has attacked, that were changed since, or in which something was found. */
export async function requireAudited(run: Run, resultsText: string): Promise<Verdict> {
  const where = run.path(AUDIT_FILE);
  if (!(await run.exists(AUDIT_FILE))) {
    throw new CliError({
      what: "the results have not been audited",
      where: run.path(RESULTS_FILE),
      how: HOW,
    });
  }
  const parsed = verdictSchema.safeParse(parseJson(await run.readText(AUDIT_FILE, HOW), where));
  if (!parsed.success) throw new CliError({ what: "this is no audit", where, how: HOW });
  if (parsed.data.results !== sha256(resultsText)) {
    throw new CliError({ what: "the audit is of other results than these", where, how: HOW });
  }
  if (parsed.data.passed) return parsed.data;
  throw new CliError({
    what: `the audit found ${parsed.data.leaks.length} reasons not to show the results`,
    where,
    how: "Make the results again with `npx borgersvar estimate <round>`, then audit them again.",
  });
}
