/**
 * `results.json`: the contract between estimation and everything that shows results. It holds nothing that may not be
 * published. Missing, withheld and not asked are three different things.
 *
 * A domain is a set of citizens (all, a municipality, a target group, …). A cell is one item in one domain.
 * Shares are whole percent, means are on 0 (worst) to 100 (best) with one decimal.
 */
import * as z from "zod";
import { INDEX_IDS } from "./indexes.ts";
import { CLOSED_ITEM_IDS } from "./questionnaire.ts";
import { TARGET_GROUPS } from "./targetGroups.ts";

const percent = z.int().min(0).max(100);
const mean = z.number().min(0).max(100);

/** A mean with its 95 % t interval. `low` and `high` are null when the variance is not defined. */
const interval = <T extends z.ZodType>(value: T) =>
  z.strictObject({ estimate: value, low: value.nullable(), high: value.nullable() });

const estimates = z.strictObject({
  /** Share of each code 1 to 5 among valid answers, whole percent. */
  distribution: z.array(percent).length(5),
  mean: interval(mean),
  /** Share with code 1 or 2 among valid answers. */
  positive: interval(percent),
});
export type Estimates = z.infer<typeof estimates>;

/** A difference of points with its 95 % interval and two-sided p (0.0001 at least); null where the variance is not defined. */
const difference = <T extends z.ZodType>(value: T) =>
  z.strictObject({
    estimate: value,
    low: value.nullable(),
    high: value.nullable(),
    p: z.number().min(0).max(1).nullable(),
  });
const differences = {
  mean: difference(z.number().min(-100).max(100)),
  positive: difference(z.int().min(-100).max(100)),
};

/** This domain less a larger one that it is part of, both weighted; people in both are counted as such. */
const comparisonSchema = z.strictObject({
  to: z.string(),
  ...differences,
  /** The share positive differs, with 95 % confidence for all items (or indexes) of the domain together (Holm). */
  clear: z.boolean(),
});
export type Comparison = z.infer<typeof comparisonSchema>;
export type Difference = Comparison["mean"] | Comparison["positive"];

/** This round less an earlier one, both weighted; null where the two cannot be compared or one of them is not published. */
const changeSchema = z.strictObject({
  since: z.string(),
  ...differences,
  /** What the earlier round published itself. */
  before: z.strictObject({ mean: interval(mean), positive: interval(percent) }).optional(),
});
export type Change = z.infer<typeof changeSchema>;

/** What follows from a cell and another one; there only while both are published. */
const derived = {
  comparisons: z.array(comparisonSchema).optional(),
  changes: z.array(changeSchema).optional(),
};

const absences = [
  z.strictObject({ status: z.literal("withheld"), reason: z.enum(["primary", "complementary"]) }),
  z.strictObject({ status: z.literal("missing") }),
  z.strictObject({ status: z.literal("notAsked") }),
] as const;

export const cellSchema = z.discriminatedUnion("status", [
  z.strictObject({
    status: z.literal("published"),
    /** Valid answers (1 to 5). */
    n: z.int().min(1),
    /** Weighted share »don't know« among valid answers and don't knows, whole percent; null when withheld. */
    dontKnow: percent.nullable(),
    /** Few answers or a wide interval: read with care. */
    uncertain: z.boolean(),
    weighted: estimates,
    /** `null` where beside the weighted results it would give away a withheld target group. */
    unweighted: estimates.nullable(),
    ...derived,
  }),
  ...absences,
]);
export type Cell = z.infer<typeof cellSchema>;
export type PublishedCell = Extract<Cell, { status: "published" }>;

/**
 * An index: the mean of a person's answers to the items of a theme (or of the themes), 0 to 100. Its distribution is over
 * the nearest answers of the scale (scores from 87.5 on count as code 1, …; halves go to the middle); positive is above 62.5.
 */
export const indexCellSchema = z.discriminatedUnion("status", [
  z.strictObject({
    status: z.literal("published"),
    /** People with enough valid answers to have a score. */
    n: z.int().min(1),
    uncertain: z.boolean(),
    weighted: estimates,
    /** `null` where beside the weighted results it would give away a withheld target group. */
    unweighted: estimates.nullable(),
    ...derived,
  }),
  ...absences,
]);
export type IndexCell = z.infer<typeof indexCellSchema>;

/** How many had sent their answers by the end of a day, in the whole round; days with few answers are joined. */
const responseCurveSchema = z.strictObject({
  /** Planned days of the invitation and the reminders. */
  waves: z.array(z.string()),
  /** Each at least a disclosure threshold above the one before. Saved drafts have no day and are not counted. */
  points: z.array(z.strictObject({ on: z.string(), answers: z.int().min(1) })).min(2),
});
export type ResponseCurve = z.infer<typeof responseCurveSchema>;

export const BREAKDOWNS = ["sex", "age_band", "duration_band", "interview_band", "finished"] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

export const domainSchema = z.strictObject({
  /** `all`, `0751`, `dagpenge`, `0751.dagpenge`, `all.sex=f`, `0751.age_band=30-39`. */
  id: z.string(),
  municipality: z.string().nullable(),
  targetGroup: z.enum(TARGET_GROUPS).nullable(),
  breakdown: z.strictObject({ variable: z.enum(BREAKDOWNS), value: z.string() }).nullable(),
  items: z.partialRecord(z.enum(CLOSED_ITEM_IDS), cellSchema),
  indexes: z.partialRecord(z.enum(INDEX_IDS), indexCellSchema),
});
export type Domain = z.infer<typeof domainSchema>;

export const resultsSchema = z.strictObject({
  schemaVersion: z.literal(1),
  round: z.strictObject({ id: z.string(), title: z.string(), period: z.string(), closes: z.string() }),
  questionnaireVersion: z.string(),
  /** Fewer answers are withheld; where everybody was invited the threshold is higher. */
  threshold: z.int(),
  censusThreshold: z.int(),
  /** A municipality with fewer answers is uncertain. */
  uncertainBelow: z.int(),
  /** What the weights are fitted to beyond municipality × target group. */
  weighting: z.strictObject({
    margins: z.array(z.enum(["sex", "age_band"])),
    method: z.enum(["raking", "logit"]),
  }),
  /** Earlier rounds that changes are counted from, and which items and indexes cannot be compared and why. */
  trend: z.array(
    z.strictObject({
      since: z.string(),
      title: z.string(),
      period: z.string(),
      /** The figures for all municipalities together can be compared only when the same ones took part. */
      sameMunicipalities: z.boolean(),
      /** Counted from the answers (exact), or from the published intervals only. */
      source: z.enum(["answers", "published"]),
      notComparable: z.array(z.enum([...CLOSED_ITEM_IDS, ...INDEX_IDS])),
    }),
  ),
  municipalities: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      slug: z.string(),
      census: z.boolean(),
      population: z.int(),
      invited: z.int(),
      /** Answers (at least 7 of 13 items); null when withheld. */
      answers: z.int().nullable(),
      /** Answers per invited, whole percent; null when withheld. */
      responseRate: percent.nullable(),
      uncertain: z.boolean(),
      /** Kish design effect and effective number of answers of the final weights; null when withheld or nobody answered. */
      designEffect: z.number().nullable(),
      effectiveAnswers: z.number().nullable(),
    }),
  ),
  national: z.strictObject({
    population: z.int(),
    invited: z.int(),
    answers: z.int(),
    responseRate: percent,
    /** Null while a few municipalities withhold theirs: it would be one equation for them. */
    designEffect: z.number().nullable(),
    effectiveAnswers: z.number().nullable(),
  }),
  /** Only where the days of the answers are known and there are enough of them. */
  responseCurve: responseCurveSchema.optional(),
  /** Cells merged before weighting because too few had answered. */
  collapsed: z.array(z.strictObject({ municipality: z.string(), groups: z.array(z.enum(TARGET_GROUPS)) })),
  domains: z.array(domainSchema),
});
export type Results = z.infer<typeof resultsSchema>;

/** The id of a domain: `all`, `0751`, `dagpenge`, `0751.dagpenge`, `all.sex=f`. */
export function domainId(domain: Pick<Domain, "municipality" | "targetGroup" | "breakdown">): string {
  const { municipality, targetGroup, breakdown } = domain;
  const base =
    municipality && targetGroup ? `${municipality}.${targetGroup}` : (municipality ?? targetGroup ?? "all");
  return breakdown ? `${base}.${breakdown.variable}=${breakdown.value}` : base;
}
