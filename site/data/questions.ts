/** The questionnaire in words, for one municipality and language: what a document shows, part by part. */
import type { EdgeMunicipality } from "#survey/edge.ts";
import { ORIGINAL, type Language } from "#survey/languages.ts";
import { CODE_DONT_KNOW, type Item, type Questionnaire, type ScaleId } from "#survey/questionnaire.ts";
import { fill, withTerm } from "#survey/texts/fill.ts";
import type { Texts } from "#survey/texts/texts.ts";
import { termIn } from "#survey/texts/term.ts";
import { danishIn, wordsIn } from "./language.ts";

export interface Option {
  code: number;
  label: string;
  /** Stands apart from the scale: »don't know«. */
  apart?: boolean;
}

export type Question = {
  id: string;
  /** The language and direction of a question that is not in the language of the page. */
  foreign?: { lang?: Language; dir?: "ltr" };
} & (
  | { kind: "closed"; text: string; options: readonly Option[]; leads: boolean }
  | { kind: "text"; wordings: { neutral: string; positive?: string; negative?: string } }
);

export interface ShownPart {
  title: string;
  /** A box »I have had no interview« hides the questions of the part. */
  skippable: boolean;
  questions: readonly Question[];
}

/** What the questions of a document are made with. */
interface Speech {
  words: Texts;
  /** The municipality's word for the jobcentre, in the language of the document. */
  term: string;
  /** Items whose answer another question takes its wording from. */
  leading: ReadonlySet<string>;
}

const optionsOf = (scale: ScaleId, { scales, dontKnow }: Texts): Option[] => [
  ...scales[scale].map((label, i) => ({ code: i + 1, label })),
  { code: CODE_DONT_KNOW, label: dontKnow, apart: true },
];

function questionOf(item: Item, { words, term, leading }: Speech): Question {
  const { id } = item;
  const put = (text: string) => withTerm(text, term);
  if (item.kind === "closed") {
    const text = put(words.closedItems[item.id]);
    return { kind: "closed", id, text, options: optionsOf(item.scale, words), leads: leading.has(id) };
  }
  const { neutral, positive, negative } = words.textItems[item.id];
  const shown = { neutral: put(neutral) };
  if (positive === undefined || negative === undefined) return { kind: "text", id, wordings: shown };
  return { kind: "text", id, wordings: { ...shown, positive: put(positive), negative: put(negative) } };
}

type LocalQuestion = EdgeMunicipality["localQuestions"][number];

/** A municipality's own question, in Danish where it has not been translated. */
function localQuestionOf(question: LocalQuestion, language: Language): Question {
  const { id } = question;
  const translation = language === ORIGINAL ? undefined : question.translations[language];
  const { text, options } = translation ?? question;
  const foreign = translation ? {} : danishIn(language);
  return options
    ? {
        kind: "closed",
        id,
        foreign,
        text,
        options: options.map((label, i) => ({ code: i + 1, label })),
        leads: false,
      }
    : { kind: "text", id, foreign, wordings: { neutral: text } };
}

/** The parts in order; a municipality's own questions are one more part at the end. */
export function partsFor(
  questionnaire: Questionnaire,
  municipality: EdgeMunicipality,
  language: Language,
): ShownPart[] {
  const items = questionnaire.parts.flatMap((part) => part.items);
  const leading = new Set(
    items.flatMap((item) => (item.kind === "text" && item.follows ? [item.follows] : [])),
  );
  const words = wordsIn(language);
  const term = termIn(language, municipality);
  const parts = questionnaire.parts.map((part) => ({
    title: withTerm(words.partTitles[part.theme], term),
    skippable: part.skippedWithoutInterview === true,
    questions: part.items.map((item) => questionOf(item, { words, term, leading })),
  }));
  const { sender, localQuestions } = municipality;
  if (localQuestions.length === 0) return parts;
  const title = fill(words.interview.localTitle, { sender });
  const questions = localQuestions.map((question) => localQuestionOf(question, language));
  return [...parts, { title, skippable: false, questions }];
}
