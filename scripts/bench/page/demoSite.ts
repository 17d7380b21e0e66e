/** The site that is measured and looked at: the demo's round, built as it would be deployed. */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { deriveKeys, type RoundKeys } from "#db/keys.ts";
import { edgeOf, type Edge } from "#survey/edge.ts";
import type { Language } from "#survey/languages.ts";
import { MUNICIPALITIES } from "#survey/municipalities.ts";
import { roundSchema } from "#survey/round.ts";
import { ARABIC_ROUND } from "./arabicRound.ts";
import { demoRound } from "../../demo/round.ts";
import { buildSite, type BuiltSite } from "../../io/siteBuild.ts";

/** Every municipality of the country, for a front page of its real length. */
export const ALL_MUNICIPALITIES = MUNICIPALITIES.map(({ code }) => code);

export interface DemoSite extends BuiltSite {
  edge: Edge;
  /** Folder of the built site. */
  folder: string;
  /** The Worker's secret of the round, and what personal codes are made with. */
  pepper: string;
  tokenKey: RoundKeys["tokenKey"];
}

export interface DemoSiteOptions {
  /** Codes; the nine of the demo by default. */
  municipalities?: readonly string[];
  /** Those of the demo by default; approved by nobody but us. */
  languages?: readonly Language[];
}

export async function buildDemoSite(
  folder: string,
  { municipalities, languages }: DemoSiteOptions = {},
): Promise<DemoSite> {
  await mkdir(folder, { recursive: true });
  const keys = await deriveKeys(new Uint8Array(32).fill(7));
  const round = demoRound({
    today: new Date().toISOString().slice(0, 10),
    baseUrl: "https://svar.example.dk",
    ...(municipalities ? { municipalities } : {}),
  });
  if (languages) round.languages = [...languages];
  if (languages?.includes("ar")) round.translations = { ar: ARABIC_ROUND, ...round.translations };
  const edge = edgeOf(roundSchema.parse(round), { publicKey: keys.publicKey, keyId: keys.keyId });
  const edgeFile = path.join(folder, "edge.json");
  await writeFile(edgeFile, JSON.stringify(edge));
  const out = path.join(folder, "site");
  const built = await buildSite({ edge: edgeFile, out });
  const { pepper, tokenKey } = keys;
  return { ...built, edge, folder: out, pepper, tokenKey };
}
