/**
 * `review/texts.json`: the free texts that a human has accepted, the only ones that a report may quote. They stand under
 * their municipality, never under their target group: which group has enough answers to be quoted would tell which has not.
 */
import * as z from "zod";
import { TEXT_ITEM_IDS } from "../questionnaire.ts";
import type { TargetGroup } from "../targetGroups.ts";

export const DECISIONS = ["accept", "edit", "reject"] as const;
export type Decision = (typeof DECISIONS)[number];

export const acceptedTextsSchema = z.strictObject({
  schemaVersion: z.literal(1),
  round: z.strictObject({ id: z.string(), title: z.string(), closes: z.string() }),
  /** Texts from a cell (municipality × target group) with fewer answers are not here; the second where all were invited. */
  threshold: z.int().min(1),
  censusThreshold: z.int().min(1),
  municipalities: z.array(
    z.strictObject({
      code: z.string(),
      questions: z.array(
        z.strictObject({
          question: z.enum(TEXT_ITEM_IDS),
          /** As accepted or edited, marks such as `[navn]` in them; in an order that says nothing. */
          texts: z.array(z.string().min(1)).min(1),
        }),
      ),
    }),
  ),
});
export type AcceptedTexts = z.infer<typeof acceptedTextsSchema>;

/** A masked text that may be reviewed. */
export interface ReviewText {
  /** Follows from respondent, question and text: a changed text is another one and must be reviewed anew. */
  id: string;
  respondent: string;
  municipality: string;
  targetGroup: TargetGroup;
  question: (typeof TEXT_ITEM_IDS)[number];
  text: string;
}

export interface ReviewDecision {
  decision: Decision;
  /** The text of an edit; empty for the others. */
  text: string;
}

const wording = (text: ReviewText, decision: ReviewDecision | undefined): string[] => {
  if (decision?.decision === "accept") return [text.text];
  return decision?.decision === "edit" ? [decision.text] : [];
};

/** Municipalities and questions without an accepted text are absent. @param texts of large enough cells only. */
export function acceptedMunicipalities(
  texts: readonly ReviewText[],
  decisions: ReadonlyMap<string, ReviewDecision>,
): AcceptedTexts["municipalities"] {
  const sorted = texts.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const codes = [...new Set(texts.map(({ municipality }) => municipality))].toSorted();
  return codes
    .map((code) => ({
      code,
      questions: TEXT_ITEM_IDS.map((question) => ({
        question,
        texts: sorted
          .filter((text) => text.municipality === code && text.question === question)
          .flatMap((text) => wording(text, decisions.get(text.id))),
      })).filter((entry) => entry.texts.length > 0),
    }))
    .filter((entry) => entry.questions.length > 0);
}
