/** A municipality of the round: what it is called, who answers for it, and its own questions. */
import * as z from "zod";
import { municipalityOf } from "../municipalities.ts";
import { COLOURS } from "../palette.ts";
import { text, translated } from "./fields.ts";

const contact = z.strictObject({
  name: text.describe("Name or office that citizens can ask"),
  email: z.email(),
  phone: text,
});

const options = z.array(text).min(2).max(9);

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

export const municipalitySchema = z.strictObject({
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
export type RoundMunicipality = z.infer<typeof municipalitySchema>;
