/** Results of Aarhus among others, made from its cells, for tests of what is said about them. */
import * as fc from "fast-check";
import { MUNICIPALITIES } from "#survey/municipalities.ts";
import { CLOSED_ITEM_IDS, CURRENT_VERSION, type ClosedItemId } from "#survey/questionnaire.ts";
import type { Cell, PublishedCell, Results } from "#survey/results.ts";

export type Cells = Partial<Record<ClosedItemId, Cell>>;

const estimatesOf = (share: number) => {
  const interval = { estimate: share, low: Math.max(0, share - 5), high: Math.min(100, share + 5) };
  return { distribution: [0, share, 0, 100 - share, 0], mean: interval, positive: interval };
};

const published = (share: number): PublishedCell => ({
  status: "published",
  n: 140,
  dontKnow: 3,
  uncertain: false,
  weighted: estimatesOf(share),
  unweighted: null,
});

type Limits = readonly [low: number | null, high: number | null];
const differences = (estimate: number, [low, high]: Limits) => {
  const difference = { estimate, low, high, p: low === null ? null : 0.01 };
  return { mean: difference, positive: difference };
};

/** A cell with this share positive that is so many points from all together. */
export const compared = (share: number, points: number, limits: Limits, clear: boolean): PublishedCell => ({
  ...published(share),
  comparisons: [{ to: "all", ...differences(points, limits), clear }],
});

/** A cell that is like all together and has changed by so many points since 2025. */
export const changed = (share: number, points: number, limits: Limits): PublishedCell => ({
  ...compared(share, 0, [-5, 5], false),
  changes: [{ since: "2025", ...differences(points, limits) }],
});

const entryOf = ({
  code,
  name,
  slug,
}: (typeof MUNICIPALITIES)[number]): Results["municipalities"][number] => ({
  code,
  name,
  slug,
  census: false,
  population: 5000,
  invited: 1000,
  answers: 150,
  responseRate: 15,
  uncertain: true,
  designEffect: 1.1,
  effectiveAnswers: 136,
});

const itemsOf = (cells: Cells): Cells =>
  Object.fromEntries(CLOSED_ITEM_IDS.map((id) => [id, cells[id] ?? published(50)]));

/** Aarhus with its cells (50 % where none is named), all together with 50 %, and others that nothing is said about. */
export function twoPlaces(own: Cells, places = 2): Results {
  const aarhus = MUNICIPALITIES.filter(({ code }) => code === "0751");
  const others = MUNICIPALITIES.filter(({ code }) => code !== "0751").slice(0, places - 1);
  const where = { targetGroup: null, breakdown: null, indexes: {} };
  return {
    schemaVersion: 1,
    round: { id: "2026", title: "Borgernes oplevelse", period: "2. kvartal 2026", closes: "2026-09-20" },
    questionnaireVersion: CURRENT_VERSION,
    threshold: 5,
    censusThreshold: 10,
    uncertainBelow: 200,
    weighting: { margins: [], method: "raking" },
    trend: [],
    municipalities: [...aarhus, ...others].map(entryOf),
    national: {
      population: 10_000,
      invited: 2000,
      answers: 300,
      responseRate: 15,
      designEffect: 1.1,
      effectiveAnswers: 272,
    },
    collapsed: [],
    domains: [
      { id: "all", municipality: null, ...where, items: itemsOf({}) },
      { id: "0751", municipality: "0751", ...where, items: itemsOf(own) },
    ],
  };
}

const percent = fc.integer({ min: 0, max: 100 });
const shownArbitrary = fc
  .record({
    share: percent,
    points: fc.integer({ min: -40, max: 40 }),
    half: fc.option(fc.integer({ min: 0, max: 40 })),
    clear: fc.boolean(),
    isCompared: fc.boolean(),
    isChanged: fc.boolean(),
  })
  .map(({ share, points, half, clear, isCompared, isChanged }): PublishedCell => {
    const limits: Limits = half === null ? [null, null] : [points - half, points + half];
    const difference = differences(points, limits);
    return {
      ...published(share),
      comparisons: isCompared ? [{ to: "all", ...difference, clear: clear && half !== null }] : [],
      changes: isChanged ? [{ since: "2025", ...difference }] : [],
    };
  });

/** Any cell there can be. */
export const cellArbitrary: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 4, arbitrary: shownArbitrary },
  fc.constantFrom<Cell>(
    { status: "withheld", reason: "primary" },
    { status: "withheld", reason: "complementary" },
    { status: "missing" },
    { status: "notAsked" },
  ),
);
