/**
 * `round.json`: everything that is decided about one round, in one schema. Unknown keys are refused, every number that
 * carries a risk has a default here and a description, and the JSON schema beside the file is made from this one.
 */
import * as z from "zod";
import { isIsoDate } from "./dates.ts";
import { municipalityOf } from "./municipalities.ts";
import { CURRENT_VERSION, questionnaireOf } from "./questionnaire.ts";
import { TARGET_GROUPS } from "./targetGroups.ts";

const date = z.string().refine(isIsoDate, "must be a date that exists, as YYYY-MM-DD");
const text = z.string().trim().min(1, "must not be empty");
const share = z.number().gt(0).lt(1);

const contact = z.strictObject({
  name: text.describe("Name or office that citizens can ask"),
  email: z.email(),
  phone: text,
});

const localQuestion = z.strictObject({
  id: z.string().regex(/^l[1-9]$/, "must be l1 to l9"),
  text,
  options: z
    .array(text)
    .min(2)
    .max(9)
    .optional()
    .describe("Closed answers, stored as 1, 2, …; without them the question is free text"),
});
export type LocalQuestion = z.infer<typeof localQuestion>;

const municipality = z.strictObject({
  code: z.string().refine((c) => municipalityOf(c) !== null, "must be the four digits of a municipality"),
  term: text
    .default("jobcentret")
    .describe("What this municipality calls »jobcentret«, in the definite form"),
  sender: text.optional().describe("Who the letter is from; default: the municipality's full name"),
  contact,
  controller: text.describe("The data controller: name, address and CVR number of the municipality"),
  dpo: text.describe("How to reach the municipality's data protection officer"),
  sms: z
    .enum(["none", "code", "link"])
    .default("none")
    .describe("Whether SMS is used and whether it carries the code or the link"),
  localQuestions: z
    .array(localQuestion)
    .max(9)
    .default([])
    .describe("Own questions, in a part after question 15"),
});
export type RoundMunicipality = z.infer<typeof municipality>;

const sampling = z.strictObject({
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
export type Sampling = z.infer<typeof sampling>;

/** Settings of the sample that no sample can meet, each with both numbers. */
function contradictions(settings: Sampling): { path: string[]; message: string }[] {
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

/** Cut points: `[30, 40]` makes the bands »under 30«, »30–39« and »40 and over«. */
const cuts = (...points: number[]) =>
  z
    .array(z.int().min(1))
    .min(1)
    .refine((list) => list.every((c, i) => i === 0 || c > (list[i - 1] ?? 0)), "must grow")
    .default(points);

export const roundSchema = z
  .strictObject({
    $schema: z.string().optional(),
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{1,39}$/, "2 to 40 small letters, digits and hyphens")
      .describe("Name of the round; sealed into every answer"),
    title: text.describe("Title that citizens and readers see"),
    questionnaireVersions: z
      .array(z.string().refine((v) => questionnaireOf(v) !== null, "is no questionnaire version"))
      .min(1)
      .default([CURRENT_VERSION])
      .describe("Versions published in the round; the last one is shown, all are accepted"),
    period: z.strictObject({ label: text, from: date, to: date }).describe("The quarter the extracts cover"),
    referenceDate: date.describe("The day age, duration and status are counted to"),
    field: z
      .strictObject({
        opens: date.describe("First day answers are accepted, Europe/Copenhagen"),
        closes: date.describe("Last day answers are accepted, until midnight Europe/Copenhagen"),
        waves: z.array(date).length(3).describe("Invitation and the two reminders"),
      })
      .describe("Field dates"),
    deadlines: z.strictObject({
      agreement: date,
      extract: date,
      firstResults: date,
      finalReport: date,
    }),
    baseUrl: z
      .string()
      .regex(
        /^https?:\/\/[a-z0-9.-]+(:\d+)?$/,
        "must be an address without a path, such as https://svar.example.dk",
      ),
    languages: z.array(z.literal("da")).min(1).default(["da"]),
    municipalities: z.array(municipality).min(1),
    sampling: sampling.prefault({}),
    bands: z
      .strictObject({
        age: cuts(30, 40, 50, 60).describe("Years at the reference date"),
        duration: cuts(26, 52, 104).describe("Weeks on the current benefit"),
        interview: cuts(1, 3, 6).describe("Whole months since the latest interview"),
      })
      .prefault({}),
    disclosure: z
      .strictObject({
        threshold: z.int().min(3).default(5).describe("Results on fewer answers than this are withheld"),
        censusThreshold: z
          .int()
          .min(3)
          .default(10)
          .describe("The same where everybody was invited: neighbours know who could have answered"),
        uncertainBelow: z
          .int()
          .min(1)
          .default(200)
          .describe("A municipality with fewer answers is marked uncertain"),
      })
      .prefault({}),
    privacy: z.strictObject({
      purpose: text,
      legalBasis: text.describe("GDPR article 6 and the national law"),
      processor: text.describe("The consultant that runs the survey, with address"),
      recipients: text,
      deletionDate: date.describe("When answers and identities are deleted at the latest"),
    }),
    accessibility: z.strictObject({
      updatedOn: date,
      contactEmail: z.email(),
      contactPhone: text,
      notTested: text.describe("What the statement must admit has not been tested"),
    }),
  })
  .superRefine((round, context) => {
    const issue = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message, input: undefined });
    const { opens, closes, waves } = round.field;
    if (closes <= opens) issue(["field", "closes"], "must be after opens");
    waves.forEach((wave, i) => {
      if (wave < opens || wave > closes) issue(["field", "waves", i], "must be between opens and closes");
      if (i > 0 && wave <= (waves[i - 1] ?? ""))
        issue(["field", "waves", i], "must be after the wave before it");
    });
    if (round.period.to < round.period.from) issue(["period", "to"], "must not be before from");
    if (round.privacy.deletionDate <= closes)
      issue(["privacy", "deletionDate"], "must be after the field closes");
    for (const { path, message } of contradictions(round.sampling)) issue(["sampling", ...path], message);
    if (round.disclosure.censusThreshold < round.disclosure.threshold) {
      issue(["disclosure", "censusThreshold"], "must be at least threshold");
    }
    const seen = new Set<string>();
    round.municipalities.forEach((m, i) => {
      if (seen.has(m.code)) issue(["municipalities", i, "code"], `${m.code} is listed twice`);
      seen.add(m.code);
      const ids = new Set(m.localQuestions.map((q) => q.id));
      if (ids.size !== m.localQuestions.length)
        issue(["municipalities", i, "localQuestions"], "ids must differ");
    });
  });

export type Round = z.infer<typeof roundSchema>;
/** What a person writes: everything with a default may be left out. */
export type RoundInput = z.input<typeof roundSchema>;

/** Expected response rates in the fixed order of the target groups. */
export const expectedRates = (round: Round): number[] =>
  TARGET_GROUPS.map((group) => round.sampling.expectedResponse[group]);
