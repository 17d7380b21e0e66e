/** How the pepper gets to Cloudflare: in a file for Wrangler that only the analyst can read. It is never shown. */
import path from "node:path";
import type { OptionValues } from "../command.ts";
import { stageFile, type StagedFile } from "../io/atomic.ts";

export interface SecretsFile {
  target: string;
  staged: StagedFile;
}

/** Stages the file that `--secrets-file` names, `null` without one. */
export async function stageSecrets(
  option: OptionValues[string],
  pepper: string,
): Promise<SecretsFile | null> {
  if (typeof option !== "string") return null;
  const target = path.resolve(option);
  return { target, staged: await stageFile(target, `${JSON.stringify({ PEPPER: pepper })}\n`) };
}

/** What to do next so that the deployed Worker knows its secret. */
export const deployLines = (round: string, secrets: SecretsFile | null): string[] =>
  secrets === null
    ? [
        "The deployed Worker needs the secret PEPPER. Run this command again with --secrets-file <new file>;",
        "the file is for Wrangler alone, and what it holds is never shown.",
      ]
    : [
        `The secret PEPPER is in ${secrets.target}. Deploy with it, then delete the file:`,
        `  npx borgersvar site ${round}`,
        `  npx wrangler deploy --env remote --assets ${path.join(round, "dist")} --secrets-file ${secrets.target}`,
        `  rm ${secrets.target}`,
      ];
