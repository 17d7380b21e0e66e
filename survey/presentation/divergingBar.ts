/**
 * The geometry of a diverging stacked bar (UX §4): negative answers to the left, positive to the right, the neutral answer
 * split by the zero line. Everything is in percent of the width of the drawing, so the bar needs no script and no
 * measuring.
 */
import type { ValueCode } from "../questionnaire.ts";

/** How many percentage points the drawing shows to the left and to the right of zero. */
export interface BarScale {
  left: number;
  right: number;
}

export interface Segment {
  code: ValueCode;
  share: number;
  x: number;
  width: number;
  /** Where the number stands: in the segment, beyond the end of the bar, or above or below a segment too narrow for it. */
  label: { at: "inside" | "before" | "after" | "above" | "below"; x: number };
}

export interface DivergingBar {
  zero: number;
  segments: readonly Segment[];
}

/** Width of the drawing on the narrowest screen and of a digit at the size numbers are printed in, CSS pixels. */
const NARROWEST_PX = 256;
const DIGIT_PX = 7.6;
const LEFT_TO_RIGHT: readonly ValueCode[] = [5, 4, 3, 2, 1];

/** Shares of the codes 1 to 5, whole percent. */
export type Distribution = readonly number[];

const shareOf = (distribution: Distribution, code: ValueCode): number => distribution[code - 1] ?? 0;

/** Points to the left of zero: codes 5 and 4 and half of the neutral 3. */
const leftOf = (d: Distribution): number => shareOf(d, 5) + shareOf(d, 4) + shareOf(d, 3) / 2;
const rightOf = (d: Distribution): number => shareOf(d, 1) + shareOf(d, 2) + shareOf(d, 3) / 2;

const upTo = (values: readonly number[]): number => Math.ceil(Math.max(5, ...values) / 5) * 5;

/** One scale that all of the bars fit, in whole fives, so that bars below each other can be compared. */
export function barScale(distributions: readonly Distribution[]): BarScale {
  return { left: upTo(distributions.map(leftOf)), right: upTo(distributions.map(rightOf)) };
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** The bar of one distribution on a scale. Empty segments are left out. */
export function divergingBar(distribution: Distribution, scale: BarScale): DivergingBar {
  const points = scale.left + scale.right;
  // Edges are rounded, not widths: neighbours meet exactly.
  const place = (value: number) => tenth((value / points) * 100);
  let start = scale.left - leftOf(distribution);
  const drawn = LEFT_TO_RIGHT.map((code) => {
    const share = shareOf(distribution, code);
    const segment = { code, share, start };
    start += share;
    return segment;
  }).filter((segment) => segment.share > 0);
  const fits = drawn.map(({ share }) => (share / points) * NARROWEST_PX > String(share).length * DIGIT_PX);
  let lifted: "above" | "below" = "below";
  const segments = drawn.map(({ code, share, start: from }, i): Segment => {
    const [x, end] = [place(from), place(from + share)];
    const middle = place(from + share / 2);
    const drawing = { code, share, x, width: tenth(end - x) };
    if (fits[i]) return { ...drawing, label: { at: "inside", x: middle } };
    if (i === 0) return { ...drawing, label: { at: "before", x } };
    if (i === drawn.length - 1) return { ...drawing, label: { at: "after", x: end } };
    lifted = lifted === "above" ? "below" : "above";
    return { ...drawing, label: { at: lifted, x: middle } };
  });
  return { zero: place(scale.left), segments };
}
