/**
 * `round.json`: everything that is decided about one round, in one schema. Unknown keys are refused, every number that
 * carries a risk has a default here and a description, and the JSON schema beside the file is made from this one.
 */
import * as z from "zod";
import { isIsoDate } from "./dates.ts";
import { LANGUAGES, ORIGINAL, TRANSLATIONS } from "./languages.ts";
import { municipalityOf } from "./municipalities.ts";
import { COLOURS } from "./palette.ts";
import { CURRENT_VERSION, questionnaireOf } from "./questionnaire.ts";
import { TARGET_GROUPS } from "./targetGroups.ts";
import { weightingSchema } from "./weighting.ts";

const date = z.string().refine(isIsoDate, "must be a date that exists, as YYYY-MM-DD");
const text = z.string().trim().min(1, "must not be empty");
const share = z.number().gt(0).lt(1);

const contact = z.strictObject({
  name: text.describe("Name or office that citizens can ask"),
  email: z.email(),
  phone: text,
});

const options = z.array(text).min(2).max(9);

/** One value a translation, for those that have it. */
const translated = <T extends z.ZodType>(value: T) =>
  z.partialRecord(z.enum(TRANSLATIONS), value).default({});

const localQuestion = z
  .strictObject({
    id: z.string().regex(/^l[1-9]$/, "must be l1 to l9"),
    text,
    options: options
      .optional()
      .describe("Closed answers, stored as 1, 2, …; without them the question is free text"),
    translations: translated(z.strictObject({ text, options: options.optional() })).describe(
      "The same question in other languages, by language: en, ar, uk. Without one it is shown in Danish",
    ),
  })
  .superRefine((question, context) => {
    for (const [language, { options: own }] of Object.entries(question.translations)) {
      if (own?.length === question.options?.length) continue;
      const message = "must have as many options as the Danish question";
      context.addIssue({ code: "custom", path: ["translations", language, "options"], message });
    }
  });
export type LocalQuestion = z.infer<typeof localQuestion>;

const municipality = z.strictObject({
  code: z.string().refine((c) => municipalityOf(c) !== null, "must be the four digits of a municipality"),
  term: text
    .default("jobcentret")
    .describe("What this municipality calls »jobcentret«, in the definite form"),
  terms: translated(text).describe(
    "The term in other languages, as it stands after »in« or »at«; default: a translation of »jobcentret« and »kommunen«, any other term as it is",
  ),
  sender: text.optional().describe("Who the letter is from; default: the municipality's full name"),
  logoText: text
    .max(40)
    .optional()
    .describe("The name in the band on top of the municipality's pages; default: the sender"),
  colour: z
    .enum(COLOURS)
    .default("blue")
    .describe("Colour of that band, from a palette whose contrast is checked in light and dark"),
  contact,
  controller: text.describe("The data controller: name, address and CVR number of the municipality"),
  dpo: text.describe("How to reach the municipality's data protection officer"),
  announcement: z
    .url({ protocol: /^https$/ })
    .optional()
    .describe(
      "Page on the municipality's own website that tells about the survey: how citizens check the letter",
    ),
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

const list = z.array(text).default([]);

/** The accessibility statement's own fields, after the law's model (BEK 904 of 22/08/2019, decision (EU) 2018/1523). */
const accessibilityStatement = z.strictObject({
  responsible: text
    .optional()
    .describe("The public body that is responsible for the pages and commits itself to make them accessible"),
  compliance: z
    .enum(["full", "partial", "none"])
    .default("partial")
    .describe("How the pages comply with EN 301 549: fully, most requirements, or not"),
  nonCompliant: list.describe("Content that does not comply with the act, and why"),
  disproportionateBurden: list.describe(
    "Content that would be a disproportionate burden to mend (act § 3(2))",
  ),
  exempt: list.describe("Content that the act does not cover (act § 1(5))"),
  alternatives: list.describe("Accessible alternatives to that content"),
  evaluation: z
    .enum(["self", "external", "other"])
    .default("self")
    .describe("Who has evaluated the pages: the body itself, an external party, or another method"),
  method: text.optional().describe("How they were evaluated, in words: with which tools, by whom"),
  reports: z
    .array(z.url({ protocol: /^https$/ }))
    .default([])
    .describe("Addresses of evaluation reports"),
  notTested: text.describe("What the statement must admit has not been tested"),
  preparedOn: date.optional().describe("The day the statement was made; default: the day it was reviewed"),
  updatedOn: date.describe("The day it was last reviewed: at changes, and at least once a year"),
  contactEmail: z.email(),
  contactPhone: text,
  wasTool: z
    .url({ protocol: /^https$/ })
    .optional()
    .describe("Address of the statement in the agency's WAS-Tool: https://was.digst.dk/…"),
});

/** What a round says in its own words, in another language. */
const translation = z.strictObject({
  title: text,
  period: text.describe("period.label"),
  purpose: text,
  legalBasis: text,
  processor: text,
  recipients: text,
  transfer: text,
  responsible: text,
  nonCompliant: list,
  disproportionateBurden: list,
  exempt: list,
  alternatives: list,
  method: text.optional(),
  notTested: text,
});

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
      .describe(
        "Languages citizens can choose; Danish is always one. A translation opens only when approved",
      ),
    approvals: z
      .partialRecord(z.enum(LANGUAGES), z.strictObject({ by: text, on: date }))
      .default({})
      .describe("Who has approved the wording in a language, and when"),
    translations: translated(translation).describe(
      "This round's own texts in the other languages; each language that is open needs them",
    ),
    municipalities: z.array(municipality).min(1),
    sampling: sampling.prefault({}),
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
    privacy: z.strictObject({
      purpose: text,
      legalBasis: text.describe("GDPR article 6 and the national law"),
      processor: text.describe("The consultant that runs the survey, with address"),
      recipients: text.describe("Who receives the data, or which kinds of recipients"),
      transfer: text
        .optional()
        .describe(
          "Whether data leave the EU, on what basis, and how to get a copy of the safeguards (13(1)(f))",
        ),
      deletionDate: date.describe("When answers and identities are deleted at the latest"),
    }),
    accessibility: accessibilityStatement,
  })
  .superRefine((round, context) => {
    const issue = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message, input: undefined });
    const { opens, closes, waves, extraSms } = round.field;
    if (closes <= opens) issue(["field", "closes"], "must be after opens");
    waves.forEach((wave, i) => {
      if (wave < opens || wave > closes) issue(["field", "waves", i], "must be between opens and closes");
      if (i > 0 && wave <= (waves[i - 1] ?? ""))
        issue(["field", "waves", i], "must be after the wave before it");
    });
    if (extraSms !== undefined && (extraSms <= (waves.at(-1) ?? "") || extraSms > closes))
      issue(["field", "extraSms"], "must be after the last wave and not after closes");
    if (round.period.to < round.period.from) issue(["period", "to"], "must not be before from");
    if (round.privacy.deletionDate <= closes)
      issue(["privacy", "deletionDate"], "must be after the field closes");
    for (const { path, message } of contradictions(round.sampling)) issue(["sampling", ...path], message);
    if (round.disclosure.censusThreshold < round.disclosure.threshold) {
      issue(["disclosure", "censusThreshold"], "must be at least threshold");
    }
    if (!round.languages.includes(ORIGINAL)) issue(["languages"], "must hold da");
    round.languages.forEach((language, i) => {
      if (round.languages.indexOf(language) < i) issue(["languages", i], `${language} is listed twice`);
      if (language === ORIGINAL || round.translations[language]) return;
      issue(["translations", language], `must hold the round's own texts, for ${language} is in languages`);
    });
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
