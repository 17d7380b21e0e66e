/** `review/freetext.xlsx`: a human decides about each masked text. A citizen's text is always text, never a formula. */
import type { CellStyle, WriteSheet } from "hucre/xlsx";
import type { ReviewDecision, ReviewText } from "#survey/freetext/acceptedTexts.ts";
import { suspectsIn } from "#survey/freetext/suspects.ts";
import { municipalityOf } from "#survey/municipalities.ts";
import type { Round } from "#survey/round.ts";
import { targetGroups } from "#survey/texts/da.ts";
import { CELL_STYLES, FONT, LANDSCAPE, styledSheet, writeWorkbook, type StyledCell } from "../io/excel.ts";
import { COLUMN_ORDER, COLUMNS, DECISION_WORDS, GUIDE, SHEET, type ReviewColumn } from "./words.ts";

const QUESTIONS: Record<ReviewText["question"], string> = {
  q14: "14 Hvorfor",
  q15: "15 Hvad kunne være bedre",
};
const WIDTHS: Record<ReviewColumn, number> = {
  id: 14,
  municipality: 18,
  targetGroup: 18,
  question: 16,
  text: 70,
  look: 22,
  decision: 12,
  edited: 70,
};

const TEXT: CellStyle = { ...CELL_STYLES.text, alignment: { vertical: "top", wrapText: true } };
const ASIDE: CellStyle = { ...TEXT, font: { ...FONT, color: { rgb: "5A6570" } } };
const TO_FILL: CellStyle = { ...CELL_STYLES.note };
const STYLES: Record<ReviewColumn, CellStyle> = {
  id: ASIDE,
  municipality: TEXT,
  targetGroup: TEXT,
  question: TEXT,
  text: TEXT,
  look: ASIDE,
  decision: TO_FILL,
  edited: TO_FILL,
};

/** In an order that does not put the two texts of one person beside each other. */
const inOrder = (texts: readonly ReviewText[]): ReviewText[] =>
  texts.toSorted((a, b) => {
    const [left, right] = [a, b].map((text) => `${text.municipality} ${text.question} ${text.id}`);
    return (left ?? "") < (right ?? "") ? -1 : 1;
  });

function rowOf(text: ReviewText, decision: ReviewDecision | undefined): StyledCell[] {
  const values: Record<ReviewColumn, string> = {
    id: text.id,
    municipality: municipalityOf(text.municipality)?.name ?? text.municipality,
    targetGroup: targetGroups[text.targetGroup],
    question: QUESTIONS[text.question],
    text: text.text,
    look: suspectsIn(text.text).join(", "),
    decision: decision ? DECISION_WORDS[decision.decision] : "",
    edited: decision?.text ?? "",
  };
  return COLUMN_ORDER.map((column) => [values[column] === "" ? null : values[column], STYLES[column]]);
}

const LINE_POINTS = 15;
/** Excel's highest row. */
const MOST_POINTS = 405;

/** A text has line breaks of its own; room for a correction of the same length. */
const heightOf = (text: string): number => {
  const lines = text
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (WIDTHS.text * 0.95))), 0);
  return Math.min(MOST_POINTS, lines * LINE_POINTS);
};

function textSheet(texts: readonly ReviewText[], decisions: ReadonlyMap<string, ReviewDecision>): WriteSheet {
  const heading = COLUMN_ORDER.map((column): StyledCell => [COLUMNS[column], CELL_STYLES.heading]);
  const ordered = inOrder(texts);
  const rows = ordered.map((text) => rowOf(text, decisions.get(text.id)));
  const letter = String.fromCodePoint(65 + COLUMN_ORDER.indexOf("decision"));
  const last = String.fromCodePoint(64 + COLUMN_ORDER.length);
  return {
    ...styledSheet(
      SHEET,
      [heading, ...rows],
      COLUMN_ORDER.map((column) => WIDTHS[column]),
    ),
    rowDefs: new Map(ordered.map(({ text }, i) => [i + 1, { height: heightOf(text) }])),
    freezePane: { rows: 1, columns: 1 },
    autoFilter: { range: `A1:${last}${texts.length + 1}` },
    pageSetup: LANDSCAPE,
    dataValidations: [
      {
        type: "list",
        values: Object.values(DECISION_WORDS),
        range: `${letter}2:${letter}${Math.max(2, texts.length + 1)}`,
        allowBlank: true,
        showInputMessage: true,
        inputTitle: COLUMNS.decision,
        inputMessage: "Vælg godkend, ret eller afvis.",
        showErrorMessage: true,
        errorStyle: "stop",
        errorTitle: COLUMNS.decision,
        errorMessage: "Vælg godkend, ret eller afvis på listen.",
      },
    ],
  };
}

function guideSheet(round: Round, texts: number): WriteSheet {
  const { title, section, plain } = CELL_STYLES;
  const lines: StyledCell[][] = [
    [[`Gennemlæsning af fritekst: ${round.title}`, title]],
    [[`${round.period.label}. ${texts} tekster.`, plain]],
    ...GUIDE.flatMap(([heading, ...rest]): StyledCell[][] => [
      [],
      [[heading, section]],
      ...rest.map((line): StyledCell[] => [
        [null, plain],
        [line, plain],
      ]),
    ]),
  ];
  return {
    ...styledSheet("Vejledning", lines, [2, 105]),
    view: { showGridLines: false },
    pageSetup: LANDSCAPE,
  };
}

export const reviewWorkbook = (
  round: Round,
  texts: readonly ReviewText[],
  decisions: ReadonlyMap<string, ReviewDecision>,
): Promise<Uint8Array> =>
  writeWorkbook([guideSheet(round, texts.length), textSheet(texts, decisions)], {
    title: `Gennemlæsning af fritekst – ${round.title}`,
    date: round.field.closes,
  });
