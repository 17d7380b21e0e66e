/** The results pages of a national round, as they would be deployed: 98 municipalities, 50,000 made-up answers. */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { deriveKeys } from "#db/keys.ts";
import { edgeOf } from "#survey/edge.ts";
import { estimateRound } from "#survey/estimate/results.ts";
import { buildSite, type BuiltSite } from "../../io/siteBuild.ts";
import { nationalRound } from "../nationalRound.ts";

const ANSWERS = 50_000;

export interface NationalSite extends BuiltSite {
  /** Folder of the built site, and the Worker's secret. */
  folder: string;
  pepper: string;
  /** How long the build took. */
  seconds: number;
}

/** Builds the site into a folder of `folder`. What is withheld is what has too few answers: nobody is in these results. */
export async function buildNationalSite(folder: string): Promise<NationalSite> {
  await mkdir(folder, { recursive: true });
  const { input } = nationalRound(ANSWERS, "results");
  const { pepper, publicKey, keyId } = await deriveKeys(new Uint8Array(32).fill(7));
  const [edge, results] = ["edge.json", "results.json"].map((name) => path.join(folder, name));
  await writeFile(edge ?? "", JSON.stringify(edgeOf(input.round, { publicKey, keyId })));
  await writeFile(results ?? "", JSON.stringify(estimateRound(input)));
  const out = path.join(folder, "site");
  const started = performance.now();
  const built = await buildSite({ edge: edge ?? "", results, out });
  return { ...built, folder: out, pepper, seconds: (performance.now() - started) / 1000 };
}

/** The pages that are measured: of all, of the largest municipality, and the one that compares. */
export const MEASURED = ["/resultater/", "/resultater/koebenhavn/", "/resultater/sammenlign/"] as const;
