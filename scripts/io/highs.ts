/** The HiGHS optimiser (WebAssembly) behind the plain interface that suppression and audit ask for. */
import loadHighs, { type Highs } from "highs";

/** Minimise Σ cost·x with lower ≤ x ≤ upper and lower ≤ row ≤ upper. */
export interface LinearModel {
  costs: readonly number[];
  lower: readonly number[];
  upper: readonly number[];
  /** Whole numbers only. */
  integer: boolean;
  rows: readonly LinearRow[];
}

export interface LinearRow {
  places: readonly number[];
  factors: readonly number[];
  lower: number;
  upper: number;
}

/** `bound`: no solution costs less. Equal to the objective when the solution is proven to be the best. */
export interface LinearSolution {
  values: readonly number[];
  objective: number;
  bound: number;
}

export interface LinearSolver {
  /**
   * The best solution, or one within the gap, or the best one found within so many nodes of the search tree; `null` when there
   * is none. Nodes and not seconds are the limit, so that the same model gives the same answer on any machine.
   */
  solve(model: LinearModel, limits?: SolveLimits): LinearSolution | null;
  /** One model for many objectives; `close` it when done. */
  open(model: LinearModel): OpenModel;
}

export interface SolveLimits {
  nodes: number;
  /** A solution may cost so much more than the best. */
  gap: number;
}

export interface OpenModel {
  /** `null` when no values satisfy the model. */
  minimise(costs: readonly number[]): LinearSolution | null;
  close(): void;
}

// The package's types are those of CommonJS; as a module its default export is the loader itself.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
const load = loadHighs as unknown as typeof loadHighs.default;

let loading: Promise<Highs> | undefined;

/** Loads the optimiser, once a process. */
export async function loadSolver(): Promise<LinearSolver> {
  const highs = await (loading ??= load());
  const open = (model: LinearModel, limits?: SolveLimits): OpenModel => openModel(highs, model, limits);
  return {
    open,
    solve: (model, limits) => {
      const opened = open(model, limits);
      try {
        return opened.minimise(model.costs);
      } finally {
        opened.close();
      }
    },
  };
}

function openModel(highs: Highs, model: LinearModel, limits: SolveLimits | undefined): OpenModel {
  const { integer, continuous } = highs.constants.variableType;
  const { modelStatus } = highs.constants;
  const native = highs.createModel({
    numCols: model.costs.length,
    numRows: model.rows.length,
    colCost: Float64Array.from(model.costs),
    colLower: Float64Array.from(model.lower, finite(highs)),
    colUpper: Float64Array.from(model.upper, finite(highs)),
    rowLower: Float64Array.from(model.rows, ({ lower }) => finite(highs)(lower)),
    rowUpper: Float64Array.from(model.rows, ({ upper }) => finite(highs)(upper)),
    matrix: matrixOf(model),
    integrality: model.costs.map(() => (model.integer ? integer : continuous)),
  });
  native.options.set({ output_flag: false, random_seed: 1 });
  if (model.integer)
    native.options.set({
      mip_rel_gap: 0,
      mip_abs_gap: Math.max(limits?.gap ?? 0, 1e-6),
      ...NO_SEARCHES_WITHIN,
    });
  if (limits) native.options.set("mip_max_nodes", limits.nodes);
  const every = { kind: "range" as const, from: 0, to: model.costs.length - 1 };
  return {
    minimise: (costs) => {
      if (model.costs.length === 0) return model.rows.every(holdsAtZero) ? NOTHING : null;
      native.changeColsCost(every, Float64Array.from(costs));
      native.run();
      const status = native.getModelStatus();
      const stopped = status === modelStatus.solutionLimit || status === modelStatus.iterationLimit;
      if (status !== modelStatus.optimal && !stopped) return null;
      const values = [...native.getSolution().colValue];
      if (values.length === 0 || (stopped && !Number.isFinite(native.getObjectiveValue()))) return null;
      const objective = native.getObjectiveValue();
      const bound = model.integer ? Number(native.info.get("mip_dual_bound")) : objective;
      return { values, objective, bound: Math.min(bound, objective) };
    },
    close: () => native.dispose(),
  };
}

/** The tables are small: to start the search anew, or smaller searches inside it, takes longer than the search itself. */
const NO_SEARCHES_WITHIN = {
  mip_allow_restart: false,
  mip_heuristic_run_feasibility_jump: false,
  mip_heuristic_run_rins: false,
  mip_heuristic_run_rens: false,
  mip_heuristic_run_root_reduced_cost: false,
};
const NOTHING: LinearSolution = { values: [], objective: 0, bound: 0 };
const holdsAtZero = ({ lower, upper }: LinearRow): boolean => lower <= 0 && upper >= 0;

const finite =
  (highs: Highs) =>
  (value: number): number =>
    Number.isFinite(value) ? value : Math.sign(value) * highs.infinity;

function matrixOf({ costs, rows }: LinearModel) {
  const starts = [0];
  for (const { places } of rows) starts.push((starts.at(-1) ?? 0) + places.length);
  return {
    format: "csr" as const,
    numRows: rows.length,
    numCols: costs.length,
    starts: Int32Array.from(starts),
    indices: Int32Array.from(rows.flatMap(({ places }) => places)),
    values: Float64Array.from(rows.flatMap(({ factors }) => factors)),
  };
}
