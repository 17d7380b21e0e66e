/** How large the samples are and how they are drawn. */
import * as z from "zod";
import { share } from "./fields.ts";

export const samplingSchema = z.strictObject({
  minimum: z
    .int()
    .min(1)
    .default(1000)
    .describe("Smallest sample of a municipality; a smaller frame is taken whole"),
  maximum: z.int().min(1).default(2000).describe("Largest sample of a municipality"),
  sizeCurve: z
    .strictObject({ from: z.int().min(1).default(2000), to: z.int().min(2).default(20000) })
    .prefault({})
    .describe(
      "The sample grows from minimum at `from` eligible citizens to maximum at `to`, linear in the logarithm",
    ),
  targetAnswers: z.int().min(1).default(200),
  targetProbability: share
    .default(0.95)
    .describe("How sure the target answers should be at the expected rates"),
  icc: z
    .number()
    .min(0)
    .lt(1)
    .default(0.002)
    .describe(
      "Overdispersion of a municipality's response; a planning assumption until the pilot has been seen",
    ),
  minimumAnswersPerGroup: z
    .int()
    .min(0)
    .default(30)
    .describe("Expected answers that make a target group reportable"),
  expectedResponse: z
    .strictObject({ dagpenge: share, aktivitetsparate: share, sygedagpenge: share, jobparate: share })
    .default({ dagpenge: 0.28, aktivitetsparate: 0.15, sygedagpenge: 0.22, jobparate: 0.19 })
    .describe("Expected share of the invited who answer, by target group"),
  budget: z
    .strictObject({
      total: z.int().min(1).describe("Invitations in all municipalities together"),
      exponent: z
        .number()
        .min(0)
        .max(1)
        .default(0.5)
        .describe("Power allocation: 0 gives every municipality the same precision, 1 the nation the best"),
    })
    .optional()
    .describe(
      "Shares a total over the municipalities inside minimum to maximum, instead of the size curve and the target answers",
    ),
  startPoint: z
    .number()
    .min(0)
    .lt(1)
    .default(0)
    .describe(
      "Where on the unit interval the draw starts; another point in the next round asks other people",
    ),
});
export type Sampling = z.infer<typeof samplingSchema>;

/** Settings of the sample that no sample can meet, each with both numbers. */
export function contradictions(settings: Sampling): { path: string[]; message: string }[] {
  const { minimum, maximum, targetAnswers, sizeCurve } = settings;
  return [
    maximum < minimum && {
      path: ["maximum"],
      message: `must be at least minimum: ${maximum} is less than ${minimum}`,
    },
    targetAnswers > maximum && {
      path: ["targetAnswers"],
      message: `must be at most maximum: ${targetAnswers} answers cannot come from ${maximum} invited`,
    },
    sizeCurve.to <= sizeCurve.from && {
      path: ["sizeCurve", "to"],
      message: `must be above from: ${sizeCurve.to} is not above ${sizeCurve.from}`,
    },
  ].filter((found) => found !== false);
}
