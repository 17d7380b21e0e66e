/** The three tables of `pull`: closed answers, answers to municipalities' own questions, and masked free text. */
import { closedCodes, LOCAL_QUESTION_IDS, type AnswerId } from "#survey/answers.ts";
import { ANSWER_COLUMNS, FREETEXT_COLUMNS, LOCAL_COLUMNS } from "#survey/files.ts";
import { maskFreetext, noneFound } from "#survey/freetext/mask.ts";
import { MASK_KINDS, type KnownPerson, type MaskKind } from "#survey/freetext/span.ts";
import { CLOSED_ITEM_IDS, TEXT_ITEM_IDS } from "#survey/questionnaire.ts";
import { writeTable } from "../io/table.ts";
import type { CountedInterview } from "./openAnswers.ts";

export interface AnswerTables {
  answers: { text: string; rows: number };
  local: { text: string; rows: number };
  freetext: { text: string; rows: number };
  /** What was taken out of the texts. */
  masked: Record<MaskKind, number>;
}

type Mask = (text: string, respondent: string) => string;

/** A counter of what is masked, and the masking that feeds it. */
function masking(people: ReadonlyMap<string, KnownPerson>): { masked: Record<MaskKind, number>; mask: Mask } {
  const masked = noneFound();
  const mask: Mask = (text, respondent) => {
    const { text: safe, found } = maskFreetext(text, people.get(respondent));
    for (const kind of MASK_KINDS) masked[kind] += found[kind];
    return safe;
  };
  return { masked, mask };
}

function answerRow({ respondent, answers, questionnaire, final }: CountedInterview) {
  const codes = closedCodes(answers, questionnaire);
  const closed = Object.fromEntries(CLOSED_ITEM_IDS.map((id, i) => [id, codes[i] ?? null]));
  return { respondent, submitted: final ? 1 : 0, ...closed };
}

/** A citizen's text that Excel would run as a formula gets an apostrophe in front: Excel's own sign for text. */
const plainText = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** Long rows: one for each of the questions that is answered; text is masked. */
function longRows(
  interviews: readonly CountedInterview[],
  questions: readonly AnswerId[],
  mask: Mask,
): { respondent: string; municipality: string; question: AnswerId; value: string }[] {
  return interviews.flatMap(({ respondent, municipality, answers }) =>
    questions.flatMap((question) => {
      const answer = answers[question];
      if (answer === undefined) return [];
      const value = typeof answer === "string" ? plainText(mask(answer, respondent)) : String(answer);
      return [{ respondent, municipality, question, value }];
    }),
  );
}

/**
 * The tables in the order of the respondent numbers: the same answers give the same bytes.
 * @param people what the extract knows of each respondent, so that their own names and numbers are found.
 */
export function answerTables(
  interviews: readonly CountedInterview[],
  people: ReadonlyMap<string, KnownPerson>,
): AnswerTables {
  const { masked, mask } = masking(people);
  const closed = interviews.map(answerRow);
  const local = longRows(interviews, LOCAL_QUESTION_IDS, mask).map((row) => ({ ...row, answer: row.value }));
  const texts = longRows(interviews, TEXT_ITEM_IDS, mask).map((row) => ({ ...row, text: row.value }));
  return {
    answers: { text: writeTable<string>(ANSWER_COLUMNS, closed), rows: closed.length },
    local: { text: writeTable(LOCAL_COLUMNS, local), rows: local.length },
    freetext: { text: writeTable(FREETEXT_COLUMNS, texts), rows: texts.length },
    masked,
  };
}
