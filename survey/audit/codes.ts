/**
 * The shares of the single codes of an item as one system with its mean: five unknown shares of every withheld domain make its
 * mean. The attacker knows the exact number and weight of everybody, as in `means.ts`. Only whole percent hide anything, and
 * of unweighted shares of fewer than a hundred answers they hide nothing: counts are whole. Indexes need none of it: the
 * code of an index score stands for a whole step of the scale, and that wide a mean may be known.
 */
import { equationOf, isOfOneWeight, isSmallIn, knownDomains, type Base, type Statement } from "./means.ts";
import type { Partition } from "./published.ts";
import type { Equation, System, Unknown } from "./system.ts";
import type { Truth } from "./truth.ts";

/** Shares are published in whole percent. */
const ROUNDING = 0.005;
const SCORES = [100, 75, 50, 25, 0] as const;

const ofCode =
  (code: number) =>
  (truth: Truth, base: Base): number =>
    (base === "n" ? truth.codes : truth.weightedCodes)[code] ?? 0;

/** How far a sum of a code may lie from the published one. */
function slackOf(truth: Truth, base: Base): number {
  const most = ROUNDING * truth[base];
  return base === "n" && most < 0.5 ? 0 : most;
}

/** As `meanSystem`, with the codes: the means of withheld domains are its secrets. */
export function codeSystem(
  statement: Statement,
  { all, used }: { all: readonly Partition[]; used: readonly Partition[] },
  bases: readonly Base[],
): System {
  const unknowns: Unknown[] = [];
  const within: Equation[] = [];
  const place = new Map<string, number>();
  const placeOf = (id: string, base: Base): number => {
    const cell = statement.result.cells.get(id);
    const withheld = cell?.status === "withheld";
    const name = bases.length === 1 || (withheld && isOfOneWeight(id)) ? id : `${id} ${base}`;
    const known = place.get(name);
    if (known !== undefined) return known;
    const at = unknowns.length;
    place.set(name, at);
    const secret = withheld && (cell.reason === "primary" || isSmallIn(statement, id));
    const threshold = statement.threshold(id);
    unknowns.push({ id, lower: 0, upper: 100, secret, threshold });
    for (const _ of SCORES) unknowns.push({ id, lower: 0, upper: 1, secret: false, threshold });
    const shares = SCORES.map((_, code) => at + 1 + code);
    within.push(
      { places: shares, factors: shares.map(() => 1), value: 1, slack: 0 },
      {
        places: [at, ...shares],
        factors: [-0.01, ...SCORES.map((score) => score / 100)],
        value: 0,
        slack: 0,
      },
    );
    return at;
  };
  const between = bases.flatMap((base) => {
    const known = knownDomains(statement, all, base);
    const at = (offset: number) => (id: string) => (known.has(id) ? null : placeOf(id, base) + offset);
    return used.flatMap((partition) => [
      equationOf(statement.truths, partition, base, { placeOf: at(0) }),
      ...SCORES.map((_, code) =>
        equationOf(statement.truths, partition, base, {
          placeOf: at(1 + code),
          sumOf: ofCode(code),
          slackOf,
        }),
      ),
    ]);
  });
  return { unknowns, equations: [...within, ...between.filter(({ places }) => places.length > 0)] };
}
