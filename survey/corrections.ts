/** `results/corrections.json`: what has changed in results after they were shown, for readers. The oldest first. */
import * as z from "zod";
import { MEASURE_IDS, type MeasureId } from "./measures.ts";
import { date, text } from "./round/fields.ts";

export const correctionSchema = z.strictObject({
  on: date.describe("The day the corrected figures were shown"),
  text: z
    .strictObject({ da: text, en: text })
    .describe("What was wrong and what has changed, for readers, in both languages"),
  municipalities: z
    .array(z.string().regex(/^\d{4}$/, "must be a municipality's code"))
    .default([])
    .describe("Codes of those whose own figures have changed; none: all of them"),
  measures: z
    .array(z.enum(MEASURE_IDS))
    .default([])
    .describe("The items and indexes that have changed; none: all of them"),
});
export type Correction = z.infer<typeof correctionSchema>;

export const correctionsSchema = z
  .array(correctionSchema)
  .refine(
    (list) => list.every(({ on }, i) => i === 0 || on >= (list[i - 1]?.on ?? "")),
    "must stand in the order of their days",
  );

/** What a page shows: a municipality's figures, or with `null` those of several; some measures, or with `null` all. */
export interface Shown {
  municipality: string | null;
  measures: readonly MeasureId[] | null;
}

/** The corrections that a reader of a page must know of, the newest first. */
export const concerning = (
  corrections: readonly Correction[],
  { municipality, measures }: Shown,
): Correction[] =>
  corrections
    .filter(
      (one) =>
        (municipality === null ||
          one.municipalities.length === 0 ||
          one.municipalities.includes(municipality)) &&
        (measures === null ||
          one.measures.length === 0 ||
          one.measures.some((measure) => measures.includes(measure))),
    )
    .toReversed();
