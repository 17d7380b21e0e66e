/**
 * The sums that can be computed from published counts are the directed cuts of the network of withheld cells: all cells
 * that leave a set of equations, when none enters it. The smallest such sum with a given cell in it is a minimum cut, and
 * as large as the flow around that cell (Ford & Fulkerson 1956).
 */
import type { Network, NetworkCell } from "./network.ts";

/** Rounding of an optimiser. */
const SLACK = 1e-6;

/** Cells that leave and that enter a set of equations, and how much they must bring. */
export interface Cut {
  leaving: readonly number[];
  entering: readonly number[];
  /** Answers that the cells, the secret one aside, must bring. */
  need: number;
  /** What cells that enter bring is their answers too, and not all that is needed. */
  strict: boolean;
}

/**
 * What a withheld cell brings. One that enters makes a difference of the sum, which is no number of answers any more: that
 * is enough for a count. It is not for what people have answered: there as many must enter as would have to leave.
 */
export const brought = (
  { answers }: Pick<NetworkCell, "answers">,
  { need, strict }: Pick<Cut, "need" | "strict">,
  enters: boolean,
): number => (answers === 0 ? 0 : enters && !strict ? need : Math.min(answers, need));

interface Arc {
  to: number;
  capacity: number;
  /** Place of the same arc backwards. */
  reverse: number;
}

/**
 * A cut that would give away a secret cell, or `null` when flows around it reach what it needs.
 * @param withheld 0 to 1 of each cell: 1 is withheld, 0 published; between them in a relaxed programme.
 */
export function exposingCuts(network: Network, withheld: readonly number[], secret: number): Cut[] {
  const cell = network.cells[secret];
  if (!cell?.secret) return [];
  const need = cell.secret.need - Math.min(cell.secret.counted, cell.secret.need);
  if (need <= 0) return [];
  const strict = cell.secret.counted === 0;
  const arcs = arcsAround(network, withheld, secret, { need, strict });
  const flow = maximumFlow(arcs, cell.from, cell.to, need);
  if (flow >= need - SLACK) return [];
  const nearSource = reachable(arcs, cell.from, (arc) => arc.capacity);
  const nearSink = reachable(arcs, cell.to, (arc) => arcs[arc.to]?.[arc.reverse]?.capacity ?? 0);
  const sides = [nearSource, nearSink.map((near) => !near)];
  return sides.map((side) => ({ ...crossing(network, secret, side), need, strict }));
}

function arcsAround(
  network: Network,
  withheld: readonly number[],
  secret: number,
  demand: Pick<Cut, "need" | "strict">,
): Arc[][] {
  const arcs: Arc[][] = Array.from({ length: network.nodes }, () => []);
  network.cells.forEach((cell, place) => {
    const share = withheld[place] ?? 0;
    if (place === secret || share <= SLACK) return;
    const [out, back] = [arcs[cell.from] ?? [], arcs[cell.to] ?? []];
    out.push({ to: cell.to, capacity: brought(cell, demand, false) * share, reverse: back.length });
    back.push({ to: cell.from, capacity: brought(cell, demand, true) * share, reverse: out.length - 1 });
  });
  return arcs;
}

/** As much flow as there is, up to `enough`; what is left of the capacities stays in `arcs`. */
function maximumFlow(arcs: Arc[][], source: number, sink: number, enough: number): number {
  let flow = 0;
  while (flow < enough - SLACK) {
    const path = shortestPath(arcs, source, sink);
    if (path === null) break;
    const amount = Math.min(enough - flow, ...path.map(({ capacity }) => capacity));
    for (const arc of path) {
      arc.capacity -= amount;
      const back = arcs[arc.to]?.[arc.reverse];
      if (back) back.capacity += amount;
    }
    flow += amount;
  }
  return flow;
}

function shortestPath(arcs: readonly Arc[][], source: number, sink: number): Arc[] | null {
  const cameBy: (Arc | undefined)[] = [];
  const cameFrom: number[] = [];
  const queue = [source];
  const seen = new Set(queue);
  for (const node of queue) {
    for (const arc of arcs[node] ?? []) {
      if (arc.capacity <= SLACK || seen.has(arc.to)) continue;
      seen.add(arc.to);
      cameBy[arc.to] = arc;
      cameFrom[arc.to] = node;
      queue.push(arc.to);
    }
    if (seen.has(sink)) return pathTo(sink, source, cameBy, cameFrom);
  }
  return null;
}

function pathTo(
  sink: number,
  source: number,
  cameBy: readonly (Arc | undefined)[],
  cameFrom: readonly number[],
): Arc[] {
  const path: Arc[] = [];
  for (let node = sink; node !== source; node = cameFrom[node] ?? source) {
    const arc = cameBy[node];
    if (arc) path.push(arc);
  }
  return path;
}

/** Which equations can be reached while something is left. */
function reachable(arcs: readonly Arc[][], start: number, left: (arc: Arc) => number): boolean[] {
  const reached = arcs.map((_, node) => node === start);
  const queue = [start];
  for (const node of queue) {
    for (const arc of arcs[node] ?? []) {
      if (reached[arc.to] === true || left(arc) <= SLACK) continue;
      reached[arc.to] = true;
      queue.push(arc.to);
    }
  }
  return reached;
}

function crossing({ cells }: Network, secret: number, side: readonly boolean[]) {
  const leaving: number[] = [];
  const entering: number[] = [];
  cells.forEach(({ from, to }, place) => {
    if (place === secret || side[from] === side[to]) return;
    (side[from] === true ? leaving : entering).push(place);
  });
  return { leaving, entering };
}
