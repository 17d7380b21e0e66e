/** A solver that does not solve the same programme twice: a later attempt repeats most of what an earlier one asked. */
import { createHash } from "node:crypto";
import type { LinearModel, LinearSolution, LinearSolver } from "../io/highs.ts";

/** The same answers as `solver`, each found once. */
export function remembered(solver: Pick<LinearSolver, "solve">): LinearSolver["solve"] {
  const found = new Map<string, LinearSolution | null>();
  return (model, limits) => {
    const key = keyOf(model, limits);
    const known = found.get(key);
    if (known !== undefined) return known;
    const solution = solver.solve(model, limits);
    found.set(key, solution);
    return solution;
  };
}

/** Infinity is no number in JSON: as `null` it stands for both ends, which a lower and an upper bound tell apart. */
const keyOf = (model: LinearModel, limits: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify([model, limits]))
    .digest("base64");
