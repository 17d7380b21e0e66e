/** The words of the results, one table a language. The types are the Danish tables': a word that is missing fails the build. */
import type { ResultLanguage } from "../presentation/language.ts";
import { findingsDa } from "./results.findings.da.ts";
import { findingsEn } from "./results.findings.en.ts";
import { labelsDa } from "./results.labels.da.ts";
import { labelsEn } from "./results.labels.en.ts";
import { methodDa } from "./results.method.da.ts";
import { methodEn } from "./results.method.en.ts";
import { pagesDa } from "./results.pages.da.ts";
import { pagesEn } from "./results.pages.en.ts";

/** The shape of a table: every text becomes any text, every sentence keeps what it is made with. */
type Words<T> = T extends string
  ? string
  : T extends (...values: infer Values) => infer Text
    ? (...values: Values) => Words<Text>
    : { readonly [K in keyof T]: Words<T[K]> };

export type ResultLabels = Words<typeof labelsDa>;

export const RESULT_LABELS: Readonly<Record<ResultLanguage, ResultLabels>> = { da: labelsDa, en: labelsEn };

export type ResultFindings = Words<typeof findingsDa>;
export const RESULT_FINDINGS: Readonly<Record<ResultLanguage, ResultFindings>> = {
  da: findingsDa,
  en: findingsEn,
};

export type ResultPages = Words<typeof pagesDa>;
export const RESULT_PAGES: Readonly<Record<ResultLanguage, ResultPages>> = { da: pagesDa, en: pagesEn };

export type ResultMethod = Words<typeof methodDa>;
export const RESULT_METHOD: Readonly<Record<ResultLanguage, ResultMethod>> = { da: methodDa, en: methodEn };
