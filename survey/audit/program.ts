/** A linear programme as the auditor hands it to an optimiser: Σ factor·x within bounds, every x within its own. */
export interface Program {
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
}

export interface OpenProgram {
  /** The values of least cost, `null` when none satisfy the rows. */
  minimise(costs: readonly number[]): { values: readonly number[]; objective: number } | null;
  close(): void;
}

export type Optimiser = (program: Program) => OpenProgram;

/** Opens a programme, works with it and closes it. */
export function withProgram<T>(open: Optimiser, program: Program, work: (opened: OpenProgram) => T): T {
  const opened = open(program);
  try {
    return work(opened);
  } finally {
    opened.close();
  }
}
