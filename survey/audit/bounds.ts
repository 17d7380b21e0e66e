/** Audit I: how closely a withheld number can be told from the published ones, their rounding and what is known of it. */
import { withProgram, type OpenProgram, type Optimiser, type Program } from "./program.ts";
import { parts, type System, type Unknown } from "./system.ts";

export interface Bounds {
  unknown: Unknown;
  low: number;
  high: number;
}

const CLOSE = 1e-6;
/** So often all that are still too narrow are pulled apart together before each is tried alone. */
const TOGETHER = 6;

const programOf = ({ unknowns, equations }: System, integer: boolean): Program => ({
  costs: unknowns.map(() => 0),
  lower: unknowns.map(({ lower }) => lower),
  upper: unknowns.map(({ upper }) => upper),
  integer,
  rows: equations.map(({ places, factors, value, slack }) => ({
    places,
    factors,
    lower: value - slack,
    upper: value + slack,
  })),
});

/** The smallest and the largest value of every unknown; whole numbers only when `integer`. */
export const boundsOf = (system: System, open: Optimiser, integer = false): Bounds[] =>
  parts(system).flatMap((part) =>
    withProgram(open, programOf(part, integer), (program) =>
      part.unknowns.map((unknown, place) => ({ unknown, ...extremes(part, program, place) })),
    ),
  );

function extremes({ unknowns }: System, program: OpenProgram, place: number): { low: number; high: number } {
  const toward = (sign: number): number => {
    const costs = unknowns.map((_, other) => (other === place ? sign : 0));
    return program.minimise(costs)?.values[place] ?? NaN;
  };
  return { low: toward(1), high: toward(-1) };
}

/**
 * The secret numbers whose bounds are too narrow. What a solution shows to be possible is shown for all numbers at once, so
 * that most never need a programme of their own.
 * @param wide whether these bounds protect a number.
 */
export const tooNarrow = (system: System, open: Optimiser, wide: (bounds: Bounds) => boolean): Bounds[] =>
  parts(system)
    .filter(({ unknowns }) => unknowns.some(({ secret }) => secret))
    .flatMap((part) => withProgram(open, programOf(part, false), (program) => narrowIn(part, program, wide)));

function narrowIn(part: System, program: OpenProgram, wide: (bounds: Bounds) => boolean): Bounds[] {
  const seen = part.unknowns.map((unknown) => ({ unknown, low: Infinity, high: -Infinity }));
  let open = part.unknowns.flatMap(({ secret }, place) => (secret ? [place] : []));
  const see = (values: readonly number[] | undefined): void => {
    values?.forEach((value, place) => {
      const bounds = seen[place];
      if (!bounds) return;
      bounds.low = Math.min(bounds.low, value);
      bounds.high = Math.max(bounds.high, value);
    });
    open = open.filter((place) => {
      const bounds = seen[place];
      return bounds && !wide(bounds);
    });
  };
  for (let round = 0; round < TOGETHER && open.length > 0; round++) {
    for (const sign of [1, -1]) see(program.minimise(pull(part, open, round, sign))?.values);
  }
  return open.flatMap((place) => {
    const { low, high } = extremes(part, program, place);
    const unknown = part.unknowns[place];
    if (!unknown) return [];
    const bounds = { unknown, low: snapped(low), high: snapped(high) };
    return wide(bounds) ? [] : [bounds];
  });
}

/** Pulls all of them the same way first, then every second, every fourth, … the other way. */
function pull({ unknowns }: System, open: readonly number[], round: number, sign: number): number[] {
  const costs = unknowns.map(() => 0);
  open.forEach((place, i) => {
    const { lower, upper } = unknowns[place] ?? { lower: 0, upper: 1 };
    const reach = Number.isFinite(upper) && upper > lower ? upper - lower : 1;
    const way = round === 0 || (i >> (round - 1)) % 2 === 0 ? 1 : -1;
    costs[place] = (sign * way) / reach;
  });
  return costs;
}

const snapped = (value: number): number =>
  Math.abs(value - Math.round(value)) < CLOSE ? Math.round(value) : value;
