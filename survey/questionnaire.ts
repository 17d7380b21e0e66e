/**
 * The questionnaire as data: which parts, items, scales and routing an interview has. The words are in `texts/`,
 * one table a language. An answer always names the version it answers, so a version in use is never edited:
 * a change makes a new version beside it.
 */

export const CODE_DONT_KNOW = 8;
export const CODE_NO_INTERVIEW = 9;
/** Codes that carry a value: 1 is the best answer, 5 the worst. */
export const VALUE_CODES = [1, 2, 3, 4, 5] as const;
export type ValueCode = (typeof VALUE_CODES)[number];

export const SCALES = ["degree", "agreement", "satisfaction"] as const;
export type ScaleId = (typeof SCALES)[number];

export const THEMES = ["dignity", "relevance", "competence", "progression", "overall"] as const;
export type ThemeId = (typeof THEMES)[number];

export const CLOSED_ITEM_IDS = [
  "q1",
  "q2",
  "q3",
  "q4",
  "q5",
  "q6",
  "q7",
  "q8",
  "q9",
  "q10",
  "q11",
  "q12",
  "q13",
] as const;
export type ClosedItemId = (typeof CLOSED_ITEM_IDS)[number];
export const TEXT_ITEM_IDS = ["q14", "q15"] as const;
export type TextItemId = (typeof TEXT_ITEM_IDS)[number];
export type ItemId = ClosedItemId | TextItemId;

export interface ClosedItem {
  kind: "closed";
  id: ClosedItemId;
  scale: ScaleId;
}

/** A free-text item. `follows` names the closed item whose answer chooses the wording (piping). */
export interface TextItem {
  kind: "text";
  id: TextItemId;
  follows?: ClosedItemId;
}

export type Item = ClosedItem | TextItem;

export interface Part {
  /** The id of the section in the document and of its address fragment. */
  id: string;
  theme: ThemeId;
  items: readonly Item[];
  /** The part opens with a box "I have had no interview"; ticking it hides the part's items. */
  skippedWithoutInterview?: true;
}

export interface Questionnaire {
  version: string;
  parts: readonly Part[];
}

const closed = (id: ClosedItemId, scale: ScaleId): ClosedItem => ({ kind: "closed", id, scale });

const V2026_1: Questionnaire = {
  version: "2026-1",
  parts: [
    {
      id: "d1",
      theme: "dignity",
      items: [closed("q1", "degree"), closed("q2", "degree"), closed("q3", "degree")],
    },
    {
      id: "d2",
      theme: "relevance",
      items: [closed("q4", "degree"), closed("q5", "degree"), closed("q6", "degree")],
    },
    {
      id: "d3",
      theme: "competence",
      skippedWithoutInterview: true,
      items: [
        closed("q7", "agreement"),
        closed("q8", "agreement"),
        closed("q9", "agreement"),
        closed("q10", "agreement"),
      ],
    },
    { id: "d4", theme: "progression", items: [closed("q11", "degree"), closed("q12", "degree")] },
    {
      id: "d5",
      theme: "overall",
      items: [
        closed("q13", "satisfaction"),
        { kind: "text", id: "q14", follows: "q13" },
        { kind: "text", id: "q15" },
      ],
    },
  ],
};

/** Every version that was ever published, by its name. */
export const QUESTIONNAIRES: Readonly<Record<string, Questionnaire>> = { [V2026_1.version]: V2026_1 };

/** The version that new rounds use. */
export const CURRENT_VERSION = V2026_1.version;

/** The questionnaire of a version, or `null` if there is no such version. */
export function questionnaireOf(version: string): Questionnaire | null {
  return Object.hasOwn(QUESTIONNAIRES, version) ? (QUESTIONNAIRES[version] ?? null) : null;
}

/** The ids of the items that are hidden for somebody who has had no interview. */
export function interviewItems(questionnaire: Questionnaire): readonly ItemId[] {
  return questionnaire.parts
    .filter((p) => p.skippedWithoutInterview)
    .flatMap((p) => p.items.map((i) => i.id));
}

/** A code is positive when it is one of the two best answers. */
export const isPositive = (code: number): boolean => code === 1 || code === 2;

/** The score of a value code on 0 (worst) to 100 (best): (5 − code) / 4 · 100. */
export const scoreOf = (code: ValueCode): number => ((5 - code) / 4) * 100;
