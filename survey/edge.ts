/**
 * `edge.json`: the public part of a round, the only thing the Worker and the site are built from. It holds no secret and
 * no personal data: it is served to anybody.
 */
import * as z from "zod";
import { municipalityOf } from "./municipalities.ts";
import { roundSchema, type Round } from "./round.ts";

const shape = roundSchema.shape;

export const edgeSchema = z.strictObject({
  id: shape.id,
  title: shape.title,
  questionnaireVersions: shape.questionnaireVersions,
  databases: shape.databases,
  period: shape.period,
  field: shape.field,
  deadlines: shape.deadlines,
  baseUrl: shape.baseUrl,
  languages: shape.languages,
  translations: shape.translations,
  licence: shape.licence,
  privacy: shape.privacy,
  accessibility: shape.accessibility,
  publicKey: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/)
    .describe("X25519 public key that answers are sealed to, base64url"),
  keyId: z
    .string()
    .regex(/^[a-f0-9]{8}$/)
    .describe("First 8 hex digits of SHA-256 of the public key"),
  municipalities: z.array(
    z.strictObject({
      ...shape.municipalities.element.shape,
      name: z.string(),
      fullName: z.string(),
      sender: z.string(),
      logoText: z.string(),
      slug: z.string().regex(/^[a-z0-9-]+$/),
    }),
  ),
});
export type Edge = z.infer<typeof edgeSchema>;
export type EdgeMunicipality = Edge["municipalities"][number];

/** The public part of a round, with the public key that belongs to its round key. Who approved a language is not in it. */
export function edgeOf(round: Round, key: { publicKey: string; keyId: string }): Edge {
  const { id, title, questionnaireVersions, databases, period, field, deadlines, baseUrl, languages } = round;
  return edgeSchema.parse({
    id,
    title,
    questionnaireVersions,
    databases,
    period,
    field,
    deadlines,
    baseUrl,
    languages,
    translations: round.translations,
    licence: round.licence,
    privacy: round.privacy,
    accessibility: round.accessibility,
    ...key,
    municipalities: round.municipalities.map((m) => {
      const entry = municipalityOf(m.code);
      if (!entry) throw new RangeError(`unknown municipality ${m.code}`);
      const sender = m.sender ?? entry.fullName;
      return {
        ...m,
        name: entry.name,
        fullName: entry.fullName,
        sender,
        logoText: m.logoText ?? sender,
        slug: entry.slug,
      };
    }),
  });
}

/** The version of the questionnaire that is shown: the last one published. */
export const shownVersion = (edge: Pick<Edge, "questionnaireVersions">): string =>
  edge.questionnaireVersions.at(-1) ?? "";
