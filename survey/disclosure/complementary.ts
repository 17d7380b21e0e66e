/**
 * Complementary suppression: which further cells to withhold so that no secret one, and no sum of cells on too few answers,
 * can be computed from what is published. A mixed-integer programme over cuts that are added as they are found violated
 * (Fischetti & Salazar 1999, Math. Program. 84:283): minimise the cost of the withheld cells, so that across every cut around
 * a secret cell enough answers are withheld.
 */
import { brought, exposingCuts, type Cut } from "./cut.ts";
import type { Network } from "./network.ts";

/** Minimises Σ cost·x over x in [0, 1], whole numbers when `integer`; `null` when no x satisfies every row. */
export type Solve = (
  model: {
    costs: readonly number[];
    lower: readonly number[];
    upper: readonly number[];
    integer: boolean;
    rows: readonly {
      places: readonly number[];
      factors: readonly number[];
      lower: number;
      upper: number;
    }[];
  },
  limits?: SolveLimits,
) => { values: readonly number[]; objective: number; bound: number } | null;

export interface SolveLimits {
  /** Nodes of the search tree. */
  nodes: number;
  /** A solution may cost so much more than the best. */
  gap: number;
}

export interface Effort {
  /** Programmes solved before the pattern is completed by hand. */
  rounds: number;
  /** Nodes of the search tree of one programme. */
  nodes: number;
}

const EFFORT: Effort = { rounds: 40, nodes: 2_000 };

export interface SafePattern {
  /** Places of the cells withheld besides the secret ones. */
  secondary: number[];
  cost: number;
  /** No safe pattern costs less; equal to the cost when the pattern is proven to be the best. */
  bound: number;
}

export type Suppression =
  | ({ ok: true } & SafePattern)
  /** These secret cells cannot be protected by the cells that may be withheld. */
  | { ok: false; exposed: number[] };

/**
 * The cheapest safe pattern. When the effort is spent before one is proven, the last pattern is completed greedily: it is
 * safe all the same, and `bound` says how much it may cost too much.
 */
export function complementary(network: Network, solve: Solve, effort: Effort = EFFORT): Suppression {
  const secrets = network.cells.flatMap(({ secret }, place) => (secret ? [place] : []));
  const exposed = exposedCells(network, secrets, everything(network));
  if (exposed.length > 0) return { ok: false, exposed };
  const cuts: Cut[] = [];
  const seen = new Set<string>();
  let pattern = secretsOnly(network);
  let bound = 0;
  // Most cuts are found by programmes that are quick to solve: the relaxed one, then a rough whole one, then the exact one.
  const gaps = [0, roughGap(network), 0];
  for (let round = 0, step = 0; round < effort.rounds; round++) {
    const found = newCuts(network, secrets, pattern, seen);
    const last = step === gaps.length - 1 || (step === 0 && isWhole(pattern));
    if (found.length === 0 && last) return done(network, pattern, bound);
    if (found.length === 0) step++;
    cuts.push(...found);
    const integer = step > 0;
    const limits = { nodes: effort.nodes, gap: gaps[step] ?? 0 };
    const solved = solve(programme(network, cuts, integer), limits);
    if (!solved) break;
    pattern = solved.values.map((x) => (integer ? Math.round(x) : x));
    bound = Math.max(bound, solved.bound);
  }
  return done(network, completed(network, secrets, pattern), bound);
}

const mayBeWithheld = ({ secret, cost }: Network["cells"][number]): boolean =>
  secret !== null || Number.isFinite(cost);

const everything = ({ cells }: Network): number[] => cells.map((cell) => Number(mayBeWithheld(cell)));
const secretsOnly = ({ cells }: Network): number[] => cells.map(({ secret }) => Number(secret !== null));
/** Half of what the cheapest cell costs. */
const roughGap = ({ cells }: Network): number =>
  Math.min(...cells.flatMap(({ cost }) => (Number.isFinite(cost) ? cost / 2 : [])));
const isWhole = (pattern: readonly number[]): boolean =>
  pattern.every((x) => Math.abs(x - Math.round(x)) < 1e-6);

/** The secret cells that some cut gives away. */
export const exposedCells = (
  network: Network,
  secrets: readonly number[],
  pattern: readonly number[],
): number[] => secrets.filter((secret) => exposingCuts(network, pattern, secret).length > 0);

function newCuts(
  network: Network,
  secrets: readonly number[],
  pattern: readonly number[],
  seen: Set<string>,
): Cut[] {
  return secrets.flatMap((secret) =>
    exposingCuts(network, pattern, secret).filter((cut) => {
      const key = `${cut.need}${cut.strict}:${cut.leaving.join()}|${cut.entering.join()}`;
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    }),
  );
}

function programme({ cells }: Network, cuts: readonly Cut[], integer: boolean) {
  return {
    costs: cells.map(({ secret, cost }) => (secret || !Number.isFinite(cost) ? 0 : cost)),
    lower: cells.map(({ secret }) => Number(secret !== null)),
    upper: cells.map((cell) => Number(mayBeWithheld(cell))),
    integer,
    rows: cuts.map((cut) => {
      const terms = [
        ...cut.leaving.map((place) => ({ place, factor: amount(cells, place, cut, false) })),
        ...cut.entering.map((place) => ({ place, factor: amount(cells, place, cut, true) })),
      ].filter(({ factor }) => factor > 0);
      return {
        places: terms.map(({ place }) => place),
        factors: terms.map(({ factor }) => factor),
        lower: cut.need,
        upper: Infinity,
      };
    }),
  };
}

function amount(cells: Network["cells"], place: number, cut: Cut, entering: boolean): number {
  const cell = cells[place];
  return cell && mayBeWithheld(cell) ? brought(cell, cut, entering) : 0;
}

/** Withholds the cheapest cell of every cut that still gives something away, until none does. */
function completed(network: Network, secrets: readonly number[], start: readonly number[]): number[] {
  const pattern = start.map((x, place) => (network.cells[place]?.secret || x > 0.5 ? 1 : 0));
  for (;;) {
    const [cut] = secrets.flatMap((secret) => exposingCuts(network, pattern, secret).slice(0, 1));
    if (!cut) return pattern;
    const candidates = [...cut.leaving, ...cut.entering].filter((place) => {
      const cell = network.cells[place];
      return cell && pattern[place] === 0 && mayBeWithheld(cell);
    });
    const cheapest = candidates.toSorted(
      (a, b) => (network.cells[a]?.cost ?? 0) - (network.cells[b]?.cost ?? 0) || a - b,
    )[0];
    if (cheapest === undefined) throw new RangeError("a cut that nothing can close");
    pattern[cheapest] = 1;
  }
}

function done({ cells }: Network, pattern: readonly number[], bound: number): Suppression {
  const secondary = pattern.flatMap((x, place) => (x > 0.5 && !cells[place]?.secret ? [place] : []));
  const cost = secondary.reduce((sum, place) => sum + (cells[place]?.cost ?? 0), 0);
  return { ok: true, secondary, cost, bound: Math.min(cost, bound) };
}
