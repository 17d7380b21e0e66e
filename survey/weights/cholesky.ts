/** Symmetric positive semi-definite systems, as normal equations are: A = L Lᵀ. */

/** The factor L (rows, dense). A column that follows from the ones before has a pivot of 0 and gets the coefficient 0. */
export interface Cholesky {
  size: number;
  factor: Float64Array;
}

/** A pivot this small against its diagonal belongs to a column that follows from the ones before. */
const REDUNDANT = 1e-11;

/** Factorises a symmetric matrix given by rows. */
export function factorise(matrix: ArrayLike<number>, size: number): Cholesky {
  const factor = new Float64Array(size * size);
  const at = (row: number, column: number): number => factor[row * size + column] ?? 0;
  for (let column = 0; column < size; column++) {
    for (let row = column; row < size; row++) {
      let rest = matrix[row * size + column] ?? 0;
      for (let k = 0; k < column; k++) rest -= at(row, k) * at(column, k);
      if (row === column) {
        const diagonal = matrix[column * size + column] ?? 0;
        factor[row * size + column] = rest > REDUNDANT * diagonal ? Math.sqrt(rest) : 0;
      } else {
        const pivot = at(column, column);
        factor[row * size + column] = pivot === 0 ? 0 : rest / pivot;
      }
    }
  }
  return { size, factor };
}

/** x with A x = b; 0 for the redundant columns. */
export function solve({ size, factor }: Cholesky, right: ArrayLike<number>): Float64Array {
  const at = (row: number, column: number): number => factor[row * size + column] ?? 0;
  const x = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    let rest = x[row] ?? 0;
    for (let k = 0; k < row; k++) rest -= at(row, k) * (x[k] ?? 0);
    x[row] = at(row, row) === 0 ? 0 : rest / at(row, row);
  }
  for (let row = size - 1; row >= 0; row--) {
    let rest = x[row] ?? 0;
    for (let k = row + 1; k < size; k++) rest -= at(k, row) * (x[k] ?? 0);
    x[row] = at(row, row) === 0 ? 0 : rest / at(row, row);
  }
  return x;
}
