/** What each column of the analyst's data set means, in Danish: the one table that codebook, DDI and R script are made of. */
import type { Coarsening } from "#survey/anonymity/coarsen.ts";
import { breakdownValues } from "#survey/estimate/domains.ts";
import { municipalityOf } from "#survey/municipalities.ts";
import {
  CLOSED_ITEM_IDS,
  CODE_DONT_KNOW,
  CODE_NO_INTERVIEW,
  QUESTIONNAIRES,
  type ClosedItem,
  type ClosedItemId,
} from "#survey/questionnaire.ts";
import { BREAKDOWNS, type Breakdown } from "#survey/results.ts";
import type { Round } from "#survey/round.ts";
import { dontKnow, noInterview, scales, targetGroups } from "#survey/texts/da.ts";
import { labelsIn } from "#survey/presentation/labels.ts";
import { TARGET_GROUPS } from "#survey/targetGroups.ts";

const labels = labelsIn("da");

export interface Category {
  value: string;
  /** The same in SPSS; `null` is its own »no value«. */
  code: number | null;
  label: string;
  /** The value says why there is no answer; it belongs in no statistic. */
  missing: boolean;
}

export interface Variable {
  name: string;
  label: string;
  kind: "text" | "category" | "number";
  /** How the categories stand to each other. */
  measure: "nominal" | "ordinal" | "scale";
  /** Empty for text and numbers. */
  categories: readonly Category[];
  /** The question as it was put. */
  question?: string;
}

/** What stands for a value that was hidden, in SPSS. */
const HIDDEN_CODE = 99;

/** Codes that are numbers stay themselves: `0751` is 751. Others are counted from 1 by whoever makes the list. */
const codeOf = (value: string, place: number): number => (/^\d+$/.test(value) ? Number(value) : place + 1);
const categories = (pairs: readonly (readonly [value: string, label: string])[]): Category[] =>
  pairs.map(([value, label], i) => ({ value, label, code: codeOf(value, i), missing: false }));
const missing = (value: string, label: string): Category => ({
  value,
  label,
  code: value === "" ? null : Number(value),
  missing: true,
});
const hiddenValue: Category = {
  value: "",
  label: "Ikke vist: for få personer",
  code: HIDDEN_CODE,
  missing: true,
};
const text = (name: string, label: string): Variable => ({
  name,
  label,
  kind: "text",
  measure: "nominal",
  categories: [],
});
const quantity = (name: string, label: string): Variable => ({
  name,
  label,
  kind: "number",
  measure: "scale",
  categories: [],
});
const choice = (
  name: string,
  label: string,
  values: readonly Category[],
  measure: Variable["measure"] = "nominal",
): Variable => ({ name, label, kind: "category", measure, categories: values });

const YES_NO = categories([
  ["0", "nej"],
  ["1", "ja"],
]);
export const NOT_GIVEN = "Ikke besvaret";

/** The closed items of the version that is shown, with their scales. */
function closedItemsOf(round: Round): Map<ClosedItemId, ClosedItem> {
  const parts = QUESTIONNAIRES[round.questionnaireVersions.at(-1) ?? ""]?.parts ?? [];
  const items = parts.flatMap((part) => part.items).filter((item) => item.kind === "closed");
  return new Map(items.map((item) => [item.id, item]));
}

/** Items that can be skipped for want of an interview. */
const skippable = (round: Round): ReadonlySet<string> =>
  new Set(
    (QUESTIONNAIRES[round.questionnaireVersions.at(-1) ?? ""]?.parts ?? [])
      .filter((part) => part.skippedWithoutInterview)
      .flatMap((part) => part.items.map((item) => item.id)),
  );

function itemVariable({ id, scale }: ClosedItem, skipped: boolean): Variable {
  const question = labels.statement(id);
  return {
    ...choice(
      id,
      question,
      [
        ...categories(scales[scale].map((label, i) => [String(i + 1), label])),
        missing(String(CODE_DONT_KNOW), dontKnow),
        ...(skipped ? [missing(String(CODE_NO_INTERVIEW), noInterview)] : []),
        missing("", NOT_GIVEN),
      ],
      "ordinal",
    ),
    question,
  };
}

/** The values of a background variable as they stand in the data set, each once. */
function releasedValues(values: readonly string[], coarsening: Coarsening | undefined): string[] {
  return [...new Set(values.map((value) => coarsening?.labels.get(value) ?? value))];
}

const background = (round: Round, coarsening: ReadonlyMap<string, Coarsening>): Variable[] => {
  const values = breakdownValues(round);
  return BREAKDOWNS.map((variable: Breakdown) => {
    const released = releasedValues(values[variable], coarsening.get(variable));
    const pairs = released.map((value) => [value, labels.value(variable, value)] as const);
    const measure = coarsening.has(variable) ? "ordinal" : "nominal";
    return choice(variable, labels.breakdowns[variable], [...categories(pairs), hiddenValue], measure);
  });
};

/**
 * Every variable of `export/answers.csv`, in the order of its columns.
 * @param coarsening the bands that were made broader, by variable.
 */
export function variablesOf(round: Round, coarsening: ReadonlyMap<string, Coarsening>): Variable[] {
  const items = closedItemsOf(round);
  const skipped = skippable(round);
  return [
    quantity("case", "Nummer i datasættet (siger intet om personen)"),
    choice(
      "municipality",
      "Kommune",
      categories(round.municipalities.map(({ code }) => [code, municipalityOf(code)?.name ?? code])),
    ),
    choice("target_group", "Målgruppe", [
      ...categories(TARGET_GROUPS.map((group) => [group, targetGroups[group]])),
      hiddenValue,
    ]),
    ...background(round, coarsening),
    quantity("inclusion_probability", "Sandsynlighed for at komme med i stikprøven"),
    text("stratum", "Stratum i vægtningen: kommune og målgruppe, små grupper lagt sammen"),
    quantity("population", "Borgere i stratummet"),
    quantity("stratum_answers", "Svar i stratummet"),
    quantity(
      "weight",
      "Vægt efter målgruppe: borgere i stratummet delt med svar i stratummet; tom uden et svar",
    ),
    choice("answer", "Er et svar (mindst 7 af de 13 spørgsmål)", YES_NO),
    choice("submitted", "Svaret er sendt (nej: gemt uden at være sendt)", YES_NO),
    ...CLOSED_ITEM_IDS.flatMap((id) => {
      const item = items.get(id);
      return item ? [itemVariable(item, skipped.has(id))] : [];
    }),
  ];
}
