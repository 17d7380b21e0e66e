/** The questionnaire in words, for one municipality: what the document of a municipality shows, part by part. */
import type { EdgeMunicipality } from "#survey/edge.ts";
import { CODE_DONT_KNOW, type Item, type Questionnaire } from "#survey/questionnaire.ts";
import * as texts from "#survey/texts/da.ts";

export interface Option {
  code: number;
  label: string;
  /** Stands apart from the scale: »don't know«. */
  apart?: boolean;
}

export type Question =
  | { kind: "closed"; id: string; text: string; options: readonly Option[]; leads: boolean }
  | {
      kind: "text";
      id: string;
      wordings: { neutral: string; positive?: string; negative?: string };
    };

export interface ShownPart {
  title: string;
  /** A box »I have had no interview« hides the questions of the part. */
  skippable: boolean;
  questions: readonly Question[];
}

const optionsOf = (scale: keyof typeof texts.scales): Option[] => [
  ...texts.scales[scale].map((label, i) => ({ code: i + 1, label })),
  { code: CODE_DONT_KNOW, label: texts.dontKnow, apart: true },
];

function questionOf(item: Item, term: string, leading: ReadonlySet<string>): Question {
  const put = (text: string) => texts.withTerm(text, term);
  if (item.kind === "closed") {
    const text = put(texts.closedItems[item.id]);
    return { kind: "closed", id: item.id, text, options: optionsOf(item.scale), leads: leading.has(item.id) };
  }
  const { neutral, positive, negative } = texts.textItems[item.id];
  const shown = { neutral: put(neutral) };
  if (positive === undefined || negative === undefined) return { kind: "text", id: item.id, wordings: shown };
  return {
    kind: "text",
    id: item.id,
    wordings: { ...shown, positive: put(positive), negative: put(negative) },
  };
}

const localQuestionOf = ({ id, text, options }: EdgeMunicipality["localQuestions"][number]): Question =>
  options
    ? { kind: "closed", id, text, options: options.map((label, i) => ({ code: i + 1, label })), leads: false }
    : { kind: "text", id, wordings: { neutral: text } };

/** The parts in order; a municipality's own questions are one more part at the end. */
export function partsFor(questionnaire: Questionnaire, municipality: EdgeMunicipality): ShownPart[] {
  const items = questionnaire.parts.flatMap((part) => part.items);
  const leading = new Set(
    items.flatMap((item) => (item.kind === "text" && item.follows ? [item.follows] : [])),
  );
  const { term, sender, localQuestions } = municipality;
  const parts = questionnaire.parts.map((part) => ({
    title: texts.withTerm(texts.partTitles[part.theme], term),
    skippable: part.skippedWithoutInterview === true,
    questions: part.items.map((item) => questionOf(item, term, leading)),
  }));
  if (localQuestions.length === 0) return parts;
  const title = texts.fill(texts.interview.localTitle, { sender });
  return [...parts, { title, skippable: false, questions: localQuestions.map(localQuestionOf) }];
}
