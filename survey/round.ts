/**
 * `round.json`: everything that is decided about one round, in one schema. Unknown keys are refused, every number that
 * carries a risk has a default here and a description, and the JSON schema beside the file is made from this one.
 */
import * as z from "zod";
import { LANGUAGES, ORIGINAL } from "./languages.ts";
import { LICENCES } from "./licence.ts";
import { CURRENT_VERSION, questionnaireOf } from "./questionnaire.ts";
import { date, text, translated } from "./round/fields.ts";
import { dateFaults, settingFaults } from "./round/faults.ts";
import { accessibilitySchema, privacySchema, translationSchema } from "./round/information.ts";
import { municipalitySchema } from "./round/municipality.ts";
import { samplingSchema } from "./round/sampling.ts";
import { TARGET_GROUPS } from "./targetGroups.ts";
import { weightingSchema } from "./weighting.ts";

export type { LocalQuestion, RoundMunicipality } from "./round/municipality.ts";
export type { Sampling } from "./round/sampling.ts";

/** Cut points: `[30, 40]` makes the bands »under 30«, »30–39« and »40 and over«. */
const cuts = (...points: number[]) =>
  z
    .array(z.int().min(1))
    .min(1)
    .refine((list) => list.every((c, i) => i === 0 || c > (list[i - 1] ?? 0)), "must grow")
    .default(points);

const roundFields = z.strictObject({
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
  databases: z
    .int()
    .min(1)
    .max(32)
    .default(1)
    .describe("D1 databases that share the respondents; fixed once the round is published"),
  period: z.strictObject({ label: text, from: date, to: date }).describe("The quarter the extracts cover"),
  referenceDate: date.describe("The day age, duration and status are counted to"),
  field: z
    .strictObject({
      opens: date.describe("First day answers are accepted, Europe/Copenhagen"),
      closes: date.describe("Last day answers are accepted, until midnight Europe/Copenhagen"),
      waves: z.array(date).length(3).describe("Invitation and the two reminders"),
      extraSms: date
        .optional()
        .describe(
          "Day of the one extra round of text messages to municipalities that are short of answers; without it there is none",
        ),
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
  languages: z
    .array(z.enum(LANGUAGES))
    .min(1)
    .default([ORIGINAL])
    .describe("Languages citizens can choose; Danish is always one. A translation opens only when approved"),
  approvals: z
    .partialRecord(z.enum(LANGUAGES), z.strictObject({ by: text, on: date }))
    .default({})
    .describe("Who has approved the wording in a language, and when"),
  translations: translated(translationSchema).describe(
    "This round's own texts in the other languages; each language that is open needs them",
  ),
  municipalities: z.array(municipalitySchema).min(1),
  sampling: samplingSchema.prefault({}),
  bands: z
    .strictObject({
      age: cuts(30, 40, 50, 60).describe("Years at the reference date"),
      duration: cuts(26, 52, 104).describe("Weeks on the current benefit"),
      interview: cuts(1, 3, 6).describe("Whole months since the latest interview"),
    })
    .prefault({}),
  weighting: weightingSchema.prefault({}),
  earlier: z
    .array(
      z.strictObject({
        folder: text.describe("The folder of the earlier round, as seen from this one: ../2026-q2"),
      }),
    )
    .max(9)
    .default([])
    .describe("Earlier rounds that changes are counted from, the latest first"),
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
  licence: z
    .enum(LICENCES)
    .default("CC-BY-4.0")
    .describe(
      "What readers may do with the published figures: use them and name the source, or use them freely",
    ),
  privacy: privacySchema,
  accessibility: accessibilitySchema,
});
/** A round whose settings have not yet been held against each other. */
export type RoundFields = z.infer<typeof roundFields>;

export const roundSchema = roundFields.superRefine((round, context) => {
  for (const { path, message } of [...dateFaults(round), ...settingFaults(round)])
    context.addIssue({ code: "custom", path, message, input: undefined });
});

export type Round = z.infer<typeof roundSchema>;
/** What a person writes: everything with a default may be left out. */
export type RoundInput = z.input<typeof roundSchema>;

/** Expected response rates in the fixed order of the target groups. */
export const expectedRates = (round: Round): number[] =>
  TARGET_GROUPS.map((group) => round.sampling.expectedResponse[group]);
