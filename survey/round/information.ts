/** What the law makes a round tell citizens: about their data, and about the pages. */
import * as z from "zod";
import { date, list, text } from "./fields.ts";

/** The accessibility statement's own fields, after the law's model (BEK 904 of 22/08/2019, decision (EU) 2018/1523). */
export const accessibilitySchema = z.strictObject({
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
export const translationSchema = z.strictObject({
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

/** GDPR articles 13 and 14, but for what each municipality says of itself. */
export const privacySchema = z.strictObject({
  purpose: text,
  legalBasis: text.describe("GDPR article 6 and the national law"),
  processor: text.describe("The consultant that runs the survey, with address"),
  recipients: text.describe("Who receives the data, or which kinds of recipients"),
  transfer: text
    .optional()
    .describe("Whether data leave the EU, on what basis, and how to get a copy of the safeguards (13(1)(f))"),
  deletionDate: date.describe("When answers and identities are deleted at the latest"),
});
