/** How well each index measures one thing, over all respondents together (STATISTICS §6). */
import type { AnswerTable } from "../estimate/answerTable.ts";
import type { IndexId } from "../indexes.ts";
import { isIndex, type MeasureId } from "../measures.ts";
import {
  alphaIfDeleted,
  averageCorrelation,
  cronbachAlpha,
  feldtInterval,
  itemRestCorrelations,
  spearmanBrown,
  standardisedAlpha,
  stratifiedAlpha,
} from "./alpha.ts";
import { completeRows, correlations, itemCovariances } from "./covarianceMatrix.ts";
import { eigen } from "./eigenvalues.ts";
import { oneFactor, threeItemFactor, type FactorFit } from "./oneFactor.ts";

/** Feldt's interval is too wide to say anything below this many complete answers. */
export const RELIABILITY_MINIMUM = 100;
/** From here on a coefficient is called good enough for comparing groups (Nunnally & Bernstein 1994). */
export const ENOUGH_RELIABILITY = 0.7;
/** One factor fits acceptably from this CFI and up to this SRMR (Hu & Bentler 1999, with the milder CFI). */
export const ENOUGH_CFI = 0.9;
export const MOST_SRMR = 0.08;

export interface PartReliability {
  id: MeasureId;
  /** Correlation with the sum of the other parts. */
  rest: number;
  /** α of the others; `null` where only one would be left. */
  alphaWithout: number | null;
}

export type Concern =
  | "fewAnswers"
  | "lowReliability"
  | "secondDimension"
  | "poorFit"
  | "noFactor"
  | "negativeItem";

export interface IndexReliability {
  id: IndexId;
  /** People with all parts. */
  complete: number;
  alpha: number;
  interval: { low: number; high: number };
  standardised: number;
  averageCorrelation: number;
  /** Weighted α. */
  weighted: number;
  /** ω of one factor; of two parts Spearman–Brown takes its place; `null` where no factor fits. */
  omega: number | null;
  spearmanBrown: number | null;
  /** Of four or more parts. */
  fit: FactorFit | null;
  /** Eigenvalues of the correlations, largest first. */
  eigenvalues: readonly number[];
  /** Of the total: reliability with each theme's own. */
  stratified: number | null;
  parts: readonly PartReliability[];
  /** What a reader must know before calling this one thing. */
  concerns: readonly Concern[];
}

/** The reliability of every index of a round with at least three complete answers. */
export function indexReliabilities(table: AnswerTable, weight: Float64Array): IndexReliability[] {
  const found: IndexReliability[] = [];
  for (const { id, parts, asked } of Object.values(table)) {
    if (!isIndex(id) || !asked) continue;
    const columns = parts.map((part) => table[part].score);
    if (completeRows(columns).length < 3 || columns.some(isConstant)) continue;
    const alphas = parts.map((part) => found.find((one) => one.id === part)?.alpha);
    found.push(reliabilityOf(id, parts, columns, { weight, alphas }));
  }
  return found;
}

function isConstant(column: Float64Array): boolean {
  const values = column.filter((value) => !Number.isNaN(value));
  return values.every((value) => value === values[0]);
}

function reliabilityOf(
  id: IndexId,
  parts: readonly MeasureId[],
  columns: readonly Float64Array[],
  { weight, alphas }: { weight: Float64Array; alphas: readonly (number | undefined)[] },
): IndexReliability {
  const { n, covariances } = itemCovariances(columns);
  const k = parts.length;
  const alpha = cronbachAlpha(covariances);
  const rest = itemRestCorrelations(covariances);
  const withouts = alphaIfDeleted(covariances);
  const fitted = k > 3 ? oneFactor({ n, covariances }) : null;
  const exact = k === 3 ? threeItemFactor(covariances) : null;
  const known = alphas.filter((value) => value !== undefined);
  const measured = {
    id,
    complete: n,
    alpha,
    interval: feldtInterval(alpha, n, k),
    standardised: standardisedAlpha(covariances),
    averageCorrelation: averageCorrelation(covariances),
    weighted: cronbachAlpha(itemCovariances(columns, weight).covariances),
    omega: (fitted ?? exact)?.omega ?? null,
    spearmanBrown: k === 2 ? spearmanBrown(covariances) : null,
    fit: fitted?.fit ?? null,
    eigenvalues: eigen(correlations(covariances)).values,
    stratified: known.length === k ? stratifiedAlpha(covariances, known) : null,
    parts: parts.map((part, i) => ({
      id: part,
      rest: rest[i] ?? NaN,
      alphaWithout: withouts?.[i] ?? null,
    })),
  };
  return { ...measured, concerns: concernsOf(measured) };
}

type Measured = Omit<IndexReliability, "concerns">;

/** True when there is more than one dimension in the data: a second eigenvalue of 1 or more (Kaiser). */
export const hasSecondDimension = ({ eigenvalues }: Pick<IndexReliability, "eigenvalues">): boolean =>
  (eigenvalues[1] ?? 0) >= 1;

function concernsOf(measured: Measured): Concern[] {
  const { complete, alpha, omega, spearmanBrown: pair, fit, parts, stratified } = measured;
  const best = omega ?? pair ?? stratified ?? alpha;
  const concerns: [Concern, boolean][] = [
    ["fewAnswers", complete < RELIABILITY_MINIMUM],
    ["lowReliability", best < ENOUGH_RELIABILITY],
    ["secondDimension", parts.length > 2 && hasSecondDimension(measured)],
    ["poorFit", fit !== null && (fit.cfi < ENOUGH_CFI || fit.srmr > MOST_SRMR)],
    ["noFactor", parts.length > 2 && omega === null],
    ["negativeItem", parts.some(({ rest }) => rest <= 0)],
  ];
  return concerns.flatMap(([concern, applies]) => (applies ? [concern] : []));
}
