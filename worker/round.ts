/** The round this Worker receives answers for: `edge.json` with what is made of it once per isolate. */
import { canaryRowId } from "#db/canary.ts";
import { importPublicKey } from "#db/keys.ts";
import { rowIds } from "#db/rowId.ts";
import type { PublicKey } from "#db/suite.ts";
import { answerParser, type AnswerParser } from "#survey/answerParser.ts";
import { edgeSchema, shownVersion, type Edge, type EdgeMunicipality } from "#survey/edge.ts";
import { questionnaireOf } from "#survey/questionnaire.ts";
import type { Env } from "./env.ts";
import { sectionsOf } from "./sections.ts";

export interface Round {
  edge: Edge;
  publicKey: PublicKey;
  /** Row id of a canonical code. */
  rowIdOf: (code: string) => Promise<string>;
  /** Row id of a municipality's canary, whose answers are taken whether the round is open or not. */
  canaryRowId: (municipality: string) => Promise<string>;
  /** The municipality with this code, if it takes part. */
  municipality: (code: string) => EdgeMunicipality | null;
  /** The sections of a municipality's document by the fields in them. */
  sections: (municipality: EdgeMunicipality) => ReadonlyMap<string, string>;
  /** Reader of answers to a version in a municipality, or `null` for a version that the round has not published. */
  parser: (version: string, municipality: EdgeMunicipality) => AnswerParser | null;
}

/** Values, never promises: a promise of one request must not be awaited by another. */
const rounds = new WeakMap<Env, Round>();

/** @throws when edge.json is missing or broken, or the pepper is: the deployment is wrong. */
export async function roundOf(env: Env): Promise<Round> {
  const known = rounds.get(env);
  if (known) return known;
  const file = await env.ASSETS.fetch("https://assets.invalid/edge.json");
  const round = await createRound(edgeSchema.parse(await file.json()), env.PEPPER);
  rounds.set(env, round);
  return round;
}

async function createRound(edge: Edge, pepper: string): Promise<Round> {
  const byCode = new Map(edge.municipalities.map((m) => [m.code, m]));
  const parsers = new Map<string, AnswerParser>();
  return {
    edge,
    publicKey: await importPublicKey(edge.publicKey),
    rowIdOf: await rowIds(pepper),
    canaryRowId: (municipality) => canaryRowId(pepper, municipality),
    municipality: (code) => byCode.get(code) ?? null,
    sections(municipality) {
      const shown = questionnaireOf(shownVersion(edge));
      return shown ? sectionsOf(shown, municipality) : new Map();
    },
    parser(version, { code, localQuestions }) {
      const questionnaire = questionnaireOf(version);
      if (!questionnaire || !edge.questionnaireVersions.includes(version)) return null;
      const key = `${version} ${code}`;
      const parser = parsers.get(key) ?? answerParser({ questionnaire, localQuestions });
      parsers.set(key, parser);
      return parser;
    },
  };
}
