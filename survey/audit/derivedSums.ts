/**
 * Audit D: no sum of withheld numbers, each taken once, that follows from the published ones may be of 1 to threshold − 1
 * answers (STATISTICS §5: 2 + 1 = 3 dissatisfied people are found as surely as 3 would be).
 *
 * Only secret numbers can be in such a sum: what is withheld to protect others is known to be on at least the threshold. So
 * the others are eliminated first; the combinations that have none of them left are all that must be searched.
 */
import { eliminate, type Combination } from "./elimination.ts";
import { withProgram, type Optimiser } from "./program.ts";
import { parts, type System, type Unknown } from "./system.ts";

export interface SmallSum {
  unknowns: Unknown[];
  sum: number;
}

const CLOSE = 1e-6;

/**
 * One small sum for every secret number that is in some.
 * @param isCounted which numbers a sum may have: those of one table, in which nobody stands twice.
 */
export const smallSums = (
  system: System,
  open: Optimiser,
  isCounted: (id: string) => boolean = () => true,
): SmallSum[] =>
  parts(system).flatMap((part) => {
    const isWanted = part.unknowns.map(({ secret, id }) => secret && isCounted(id));
    const [wanted, others] = [true, false].map((is) =>
      isWanted.flatMap((own, place) => (own === is ? [place] : [])),
    );
    const rows = eliminate(part, [...(others ?? []), ...(wanted ?? [])]);
    const left = rows.filter(({ pivot }) => isWanted[pivot]);
    return parts(combined(part, left)).flatMap((small) => sumsIn(small, open));
  });

const combined = ({ unknowns }: System, rows: readonly Combination[]): System => ({
  unknowns,
  equations: rows.map(({ coefficients, value }) => {
    const places = unknowns.flatMap((_, place) => (coefficients[place] === 0 ? [] : [place]));
    return { places, factors: places.map((place) => coefficients[place] ?? 0), value, slack: 0 };
  }),
});

function sumsIn(system: System, open: Optimiser): SmallSum[] {
  const found = new Map<string, SmallSum>();
  const inSome = new Set<number>();
  system.unknowns.forEach((unknown, place) => {
    if (inSome.has(place)) return;
    const least = smallestSum(system, place, open);
    if (!least || least.sum >= unknown.threshold - CLOSE || least.sum < CLOSE) return;
    for (const member of least.members) inSome.add(member);
    found.set(least.members.join(), {
      unknowns: least.members.flatMap((member) => system.unknowns[member] ?? []),
      sum: Math.round(least.sum),
    });
  });
  return [...found.values()];
}

/**
 * The smallest sum with this number in it: multipliers of the equations so that every coefficient is 0 or 1. For tables the
 * relaxed programme has whole solutions; where it has none, the whole ones are searched.
 */
function smallestSum(
  system: System,
  wanted: number,
  open: Optimiser,
): { members: number[]; sum: number } | null {
  const relaxed = solveSum(system, wanted, open, false);
  if (!relaxed) return null;
  const { coefficients, sum } = relaxed;
  const threshold = system.unknowns[wanted]?.threshold ?? 0;
  const whole = coefficients.every((z) => Math.abs(z - Math.round(z)) < CLOSE);
  const exact = whole || sum >= threshold - CLOSE ? relaxed : solveSum(system, wanted, open, true);
  if (!exact) return null;
  return { members: exact.coefficients.flatMap((z, place) => (z > 0.5 ? [place] : [])), sum: exact.sum };
}

function solveSum({ unknowns, equations }: System, wanted: number, open: Optimiser, integer: boolean) {
  const width = unknowns.length;
  const rows = unknowns.map((_, place) => {
    const terms = equations.flatMap(({ places, factors }, i) => {
      const at = places.indexOf(place);
      return at === -1 ? [] : [{ place: width + i, factor: factors[at] ?? 0 }];
    });
    return {
      places: [place, ...terms.map((term) => term.place)],
      factors: [-1, ...terms.map(({ factor }) => factor)],
      lower: 0,
      upper: 0,
    };
  });
  const multipliers = equations.map(() => Infinity);
  const costs = [...unknowns.map(() => 0), ...equations.map(({ value }) => value)];
  const program = {
    costs,
    lower: [...unknowns.map((_, place) => Number(place === wanted)), ...multipliers.map((m) => -m)],
    upper: [...unknowns.map(() => 1), ...multipliers],
    integer,
    rows,
  };
  const solved = withProgram(open, program, (opened) => opened.minimise(costs));
  return solved && { coefficients: solved.values.slice(0, width), sum: solved.objective };
}
