/** Conditions on what citizens are told: by law, and in which languages. */
import { addDays } from "#survey/dates.ts";
import { ORIGINAL, unapproved, type Translation } from "#survey/languages.ts";
import type { Round } from "#survey/round.ts";
import { placeholdersIn } from "../init/placeholders.ts";
import { HOW_TO_APPROVE, namesOf } from "../publish/approvals.ts";
import { fulfilled, missing, type Condition } from "./condition.ts";

/** What the schema lets a draft of round.json leave out or undecided, and the law does not. */
const owed = ({ privacy, accessibility }: Round): string[] => [
  ...placeholdersIn({ privacy, accessibility }),
  ...[
    privacy.transfer === undefined && "privacy.transfer",
    accessibility.responsible === undefined && "accessibility.responsible",
    accessibility.preparedOn === undefined && "accessibility.preparedOn",
  ].filter((name) => name !== false),
];

export const controllerAndDpo: Condition = {
  name: "controllers",
  async test(evidence) {
    const { municipalities } = await evidence.round();
    const without = municipalities
      .filter(({ controller, dpo }) => placeholdersIn({ controller, dpo }).length > 0)
      .map(({ code }) => code);
    return without.length === 0
      ? fulfilled(`controller and data protection officer of all ${municipalities.length} are named`)
      : missing(
          `controller or data protection officer is not named in ${without.join(", ")}`,
          "Write municipalities.controller and .dpo in round.json; the municipality's agreement names both.",
        );
  },
};

export const legalTexts: Condition = {
  name: "information duty",
  async test(evidence) {
    const left = owed(await evidence.round());
    return left.length === 0
      ? fulfilled("every field of GDPR articles 13 and 14 and of the accessibility statement is there")
      : missing(
          `${left.join(", ")} must be told to citizens`,
          "Write it in round.json; round.schema.json says what.",
        );
  },
};

const DAYS_A_YEAR = 365;

export const statementReviewed: Condition = {
  name: "accessibility",
  async test(evidence) {
    const { updatedOn } = (await evidence.round()).accessibility;
    const due = addDays(updatedOn, DAYS_A_YEAR);
    if (updatedOn <= evidence.today && evidence.today <= due) {
      return fulfilled(`statement reviewed on ${updatedOn}, again by ${due}`);
    }
    return missing(
      updatedOn > evidence.today
        ? `the accessibility statement says it was reviewed on ${updatedOn}, a day to come`
        : `the accessibility statement was last reviewed on ${updatedOn}: the law asks for once a year`,
      "Go through it and set accessibility.updatedOn in round.json.",
    );
  },
};

export const translationsApproved: Condition = {
  name: "translations",
  async test(evidence) {
    const round = await evidence.round();
    const waiting = unapproved(round);
    if (waiting.length > 0) return missing(`nobody has approved ${namesOf(waiting)}`, HOW_TO_APPROVE);
    const { languages, approvals } = round;
    const who = languages.map((language) => {
      const approval = approvals[language];
      return approval ? `${language} (${approval.by}, ${approval.on})` : language;
    });
    return fulfilled(`open in ${who.join(", ")}`);
  },
};

const hasAll = (
  languages: readonly Translation[],
  translations: Partial<Record<Translation, unknown>>,
): boolean => languages.every((language) => translations[language] !== undefined);

export const translationsWhole: Condition = {
  name: "local questions",
  async test(evidence) {
    const { languages, municipalities } = await evidence.round();
    const others = languages.filter((language) => language !== ORIGINAL);
    const questions = municipalities.flatMap(({ code, localQuestions }) =>
      localQuestions.map(({ id, translations }) => ({ name: `${code} ${id}`, translations })),
    );
    const left = questions
      .filter(({ translations }) => !hasAll(others, translations))
      .map(({ name }) => name);
    return left.length === 0
      ? fulfilled(`${questions.length}, in every language that is open`)
      : missing(
          `not translated into ${others.join(", ")}: ${left.join(", ")}`,
          "Add translations to the questions in round.json, or they are asked in Danish.",
        );
  },
};
