/** What round.json says about weights beyond post-stratification to municipality × target group. */
import * as z from "zod";

/** Variables that weights can be fitted to: known for every citizen of the frame, for the whole round together. */
export const MARGIN_VARIABLES = ["sex", "age_band"] as const;
export type MarginVariable = (typeof MARGIN_VARIABLES)[number];

export const weightingSchema = z.strictObject({
  margins: z
    .array(z.enum(MARGIN_VARIABLES))
    .max(MARGIN_VARIABLES.length)
    .refine((list) => new Set(list).size === list.length, "must differ")
    .default([])
    .describe("Fit the weights to these as well, over all municipalities together; needs the frame"),
  method: z
    .enum(["raking", "logit"])
    .default("raking")
    .describe("logit keeps every factor on the post-stratified weight inside `bounds`"),
  bounds: z
    .strictObject({ low: z.number().gt(0).lt(1).default(0.3), high: z.number().gt(1).default(3) })
    .prefault({})
    .describe("Smallest and largest factor of the method logit"),
  trimAt: z
    .number()
    .gt(1)
    .optional()
    .describe(
      "Cut weights at this many times the median of the municipality (or the post-stratified weight where that is larger) and fit again; default: no cut",
    ),
});
export type Weighting = z.infer<typeof weightingSchema>;
