/** What the masking finds of what is marked, and what it takes besides. */
import { personalSpans } from "#survey/freetext/mask.ts";
import type { MaskKind } from "#survey/freetext/span.ts";
import type { MarkedText, Secret } from "./marked.ts";

export interface Score {
  kind: MaskKind | "none";
  group: string;
  texts: number;
  /** Secrets in the texts, and those of which no letter or digit is left. */
  secrets: number;
  caught: number;
  /** Caught, but under the mark of another kind. */
  otherKind: number;
  /** Marks where nothing should be masked. */
  falseAlarms: number;
  /** Texts that have one. */
  textsWithFalseAlarm: number;
  /** A few texts where something was missed or taken wrongly. */
  examples: string[];
}

const SHOWN = 3;

function covers(
  marked: MarkedText,
  secret: Secret,
  spans: readonly { start: number; end: number }[],
): boolean {
  for (let place = secret.start; place < secret.end; place++) {
    if (!/[\p{L}\p{N}]/u.test(marked.text[place] ?? "")) continue;
    if (!spans.some(({ start, end }) => start <= place && place < end)) return false;
  }
  return true;
}

function add(score: Score, marked: MarkedText): void {
  const spans = personalSpans(marked.text, marked.person);
  score.texts++;
  let missed = false;
  for (const secret of marked.secrets) {
    score.secrets++;
    if (!covers(marked, secret, spans)) {
      missed = true;
      continue;
    }
    score.caught++;
    const own = spans.find(({ start, end }) => start < secret.end && end > secret.start);
    if (own?.kind !== secret.kind) score.otherKind++;
  }
  const wrong = spans.filter(({ start, end }) => !marked.secrets.some((s) => s.start < end && s.end > start));
  score.falseAlarms += wrong.length;
  if (wrong.length > 0) score.textsWithFalseAlarm++;
  if ((missed || wrong.length > 0) && score.examples.length < SHOWN) score.examples.push(marked.text);
}

/** A score for each group of texts, in the order in which the groups appear. */
export function scoresOf(texts: readonly MarkedText[]): Score[] {
  const scores = new Map<string, Score>();
  for (const marked of texts) {
    const kind = marked.secrets[0]?.kind ?? "none";
    const key = `${kind} ${marked.group}`;
    const score = scores.get(key) ?? {
      kind,
      group: marked.group,
      texts: 0,
      secrets: 0,
      caught: 0,
      otherKind: 0,
      falseAlarms: 0,
      textsWithFalseAlarm: 0,
      examples: [],
    };
    add(score, marked);
    scores.set(key, score);
  }
  return [...scores.values()];
}

/** One score of several. */
export function totalOf(group: string, scores: readonly Score[]): Score {
  const sum = (of: (score: Score) => number): number => scores.reduce((total, score) => total + of(score), 0);
  return {
    kind: scores[0]?.kind ?? "none",
    group,
    texts: sum((s) => s.texts),
    secrets: sum((s) => s.secrets),
    caught: sum((s) => s.caught),
    otherKind: sum((s) => s.otherKind),
    falseAlarms: sum((s) => s.falseAlarms),
    textsWithFalseAlarm: sum((s) => s.textsWithFalseAlarm),
    examples: scores.flatMap((s) => s.examples).slice(0, SHOWN),
  };
}
