/** What each column of the analyst's data set means, in Danish: the one table that codebook, DDI and R script are made of. */
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
import { closedItems, dontKnow, noInterview, scales, targetGroups, withTerm } from "#survey/texts/da.ts";
import { breakdowns, breakdownValue, JOBCENTRE } from "#survey/texts/results.da.ts";
import { TARGET_GROUPS } from "#survey/targetGroups.ts";

export interface Category {
  value: string;
  label: string;
  /** The value says why there is no answer; it belongs in no statistic. */
  missing: boolean;
}

export interface Variable {
  name: string;
  label: string;
  kind: "text" | "category" | "number";
  /** Empty for text and numbers. */
  categories: readonly Category[];
  /** The question as it was put. */
  question?: string;
}

const category = (value: string, label: string): Category => ({ value, label, missing: false });
const missing = (value: string, label: string): Category => ({ value, label, missing: true });
const text = (name: string, label: string): Variable => ({ name, label, kind: "text", categories: [] });
const quantity = (name: string, label: string): Variable => ({ name, label, kind: "number", categories: [] });
const choice = (name: string, label: string, categories: readonly Category[]): Variable => ({
  name,
  label,
  kind: "category",
  categories,
});

const YES_NO = [category("0", "nej"), category("1", "ja")];
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
  const question = withTerm(closedItems[id], JOBCENTRE);
  return {
    ...choice(id, question, [
      ...scales[scale].map((label, i) => category(String(i + 1), label)),
      missing(String(CODE_DONT_KNOW), dontKnow),
      ...(skipped ? [missing(String(CODE_NO_INTERVIEW), noInterview)] : []),
      missing("", NOT_GIVEN),
    ]),
    question,
  };
}

const background = (round: Round): Variable[] => {
  const values = breakdownValues(round);
  return BREAKDOWNS.map((variable: Breakdown) =>
    choice(
      variable,
      breakdowns[variable],
      values[variable].map((value) => category(value, breakdownValue(variable, value))),
    ),
  );
};

/** Every variable of `export/answers.csv`, in the order of its columns. */
export function variablesOf(round: Round): Variable[] {
  const items = closedItemsOf(round);
  const skipped = skippable(round);
  return [
    text("respondent", "Respondentnummer (siger intet om personen)"),
    choice(
      "municipality",
      "Kommune",
      round.municipalities.map(({ code }) => category(code, municipalityOf(code)?.name ?? code)),
    ),
    choice(
      "target_group",
      "Målgruppe",
      TARGET_GROUPS.map((group) => category(group, targetGroups[group])),
    ),
    ...background(round),
    quantity("inclusion_probability", "Sandsynlighed for at komme med i stikprøven"),
    text("stratum", "Stratum i vægtningen: kommune og målgruppe, små grupper lagt sammen"),
    quantity("population", "Borgere i stratummet"),
    quantity("stratum_answers", "Svar i stratummet"),
    quantity("weight", "Vægt: borgere i stratummet delt med svar i stratummet; tom uden et svar"),
    choice("answer", "Er et svar (mindst 7 af de 13 spørgsmål)", YES_NO),
    choice("submitted", "Svaret er sendt (nej: gemt uden at være sendt)", YES_NO),
    ...CLOSED_ITEM_IDS.flatMap((id) => {
      const item = items.get(id);
      return item ? [itemVariable(item, skipped.has(id))] : [];
    }),
  ];
}
