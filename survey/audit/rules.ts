/** Numbers that should not be in the file at all, whatever can be computed from them. */
import type { Results } from "../results.ts";
import type { Leak } from "./leak.ts";
import type { Partition, PublishedResult } from "./published.ts";
import type { Truth } from "./truth.ts";

/** From so many answers on a group of one mind tells nothing of its members. */
const OF_ONE_MIND_BELOW = 30;

/** All or all but one have given the same answer, or all have answered on the same side of the middle. */
export function ofOneMind(codes: readonly number[]): boolean {
  const n = codes.reduce((sum, count) => sum + count, 0);
  if (n === 0 || n >= OF_ONE_MIND_BELOW) return false;
  const best = (codes[0] ?? 0) + (codes[1] ?? 0);
  const worst = (codes[3] ?? 0) + (codes[4] ?? 0);
  return Math.max(...codes) >= n - 1 || best === n || worst === n;
}

/** A result on fewer answers than the threshold, of a group of one mind, or compared with one that is withheld. */
export function ruleLeaks(
  result: PublishedResult,
  truths: ReadonlyMap<string, Truth>,
  threshold: (domain: string) => number,
): Leak[] {
  const leak = (domains: readonly string[], how: string): Leak => ({
    audit: "rules",
    result: result.id,
    domains,
    how,
  });
  return [...result.cells].flatMap(([id, cell]) => {
    if (cell.status !== "published") return [];
    const compared = (cell.comparisons ?? []).filter(({ to }) => result.cells.get(to)?.status === "withheld");
    return [
      ...(cell.n < threshold(id) ? [leak([id], `shown on ${cell.n} answers`)] : []),
      ...(ofOneMind(truths.get(id)?.codes ?? []) ? [leak([id], "shown although all are of one mind")] : []),
      ...compared.map(({ to }) => leak([id, to], "a difference from a withheld result is shown")),
    ];
  });
}

/** The withheld parts of a published whole are known together: they must not be of one mind. */
export const mindLeaks = (
  result: PublishedResult,
  truths: ReadonlyMap<string, Truth>,
  partitions: readonly Partition[],
): Leak[] =>
  partitions.flatMap(({ whole, parts }) => {
    if (result.cells.get(whole)?.status !== "published") return [];
    const withheld = parts.filter((id) => result.cells.get(id)?.status === "withheld");
    const codes = [0, 1, 2, 3, 4].map((code) =>
      withheld.reduce((sum, id) => sum + (truths.get(id)?.codes[code] ?? 0), 0),
    );
    if (!ofOneMind(codes)) return [];
    const how = `${whole} less what is shown of it: all are of one mind`;
    return [{ audit: "mind" as const, result: result.id, domains: withheld, how }];
  });

/** From so many municipalities on, what the design effect of all says of any one of them is lost among the others. */
const MANY = 10;

/** What is said of a municipality's response while its answers, or those of its groups, are withheld. */
export function responseLeaks(results: Results): Leak[] {
  const hidden = new Set(
    results.domains
      .filter(({ municipality, targetGroup, items, indexes }) => {
        if (municipality === null || targetGroup === null) return false;
        return Object.values({ ...items, ...indexes }).some((cell) => cell.status === "withheld");
      })
      .map(({ municipality }) => municipality),
  );
  const opaque = results.municipalities.filter(({ code, answers }) => hidden.has(code) || answers === null);
  const { designEffect, effectiveAnswers } = results.national;
  const isTold = designEffect !== null || effectiveAnswers !== null;
  const ofAll: Leak[] =
    isTold && opaque.length > 0 && opaque.length < MANY
      ? [
          {
            audit: "rules",
            result: "answers",
            domains: ["all"],
            how: "the design effect of all, less those that are shown, says how many answers withheld target groups have",
          },
        ]
      : [];
  const ofEach = results.municipalities.flatMap((m) => {
    const leak = (how: string): Leak => ({ audit: "rules", result: "answers", domains: [m.code], how });
    const bases = m.answers === null && m.responseRate !== null ? basesOfRate(m.invited, m.responseRate) : [];
    return [
      ...(bases.length > 0
        ? [leak(`${m.responseRate} % of ${m.invited} are ${bases.join(" or ")} answers`)]
        : []),
      ...(hidden.has(m.code) && (m.designEffect !== null || m.effectiveAnswers !== null)
        ? [leak("the design effect says how many answers withheld target groups have")]
        : []),
    ];
  });
  return [...ofAll, ...ofEach];
}

/**
 * How many answers a response rate stands for.
 * @param rate percent, rounded to `decimals`.
 * @example basesOfRate(37, 10.8, 1) // [4]
 */
export function basesOfRate(invited: number, rate: number, decimals = 0): number[] {
  const unit = 10 ** decimals;
  return Array.from({ length: invited + 1 }, (_, n) => n).filter(
    (n) => Math.round((100 * n * unit) / invited) === Math.round(rate * unit),
  );
}
