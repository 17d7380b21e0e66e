import { entry, type Matrix } from "./covarianceMatrix.ts";

const SWEEPS = 100;

/**
 * Eigenvalues (largest first) and vectors of a symmetric matrix by Jacobi's rotations (Golub & Van Loan, Matrix Computations,
 * §8.5). `vectors[i]` belongs to `values[i]` and has length 1.
 */
export function eigen(matrix: Matrix): { values: number[]; vectors: number[][] } {
  const k = matrix.length;
  const a = matrix.map((row) => [...row]);
  const v: number[][] = matrix.map((_, i) => matrix.map((_row, j) => Number(i === j)));
  const size = a.reduce((sum, row) => sum + row.reduce((part, value) => part + value * value, 0), 0);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let off = 0;
    for (let p = 0; p < k; p++) for (let q = p + 1; q < k; q++) off += entry(a, p, q) ** 2;
    if (off <= size * 1e-30) break;
    for (let p = 0; p < k; p++) for (let q = p + 1; q < k; q++) rotate(a, v, p, q);
  }
  const order = a.map((_, i) => i).toSorted((i, j) => entry(a, j, j) - entry(a, i, i));
  return { values: order.map((i) => entry(a, i, i)), vectors: order.map((i) => v.map((row) => row[i] ?? 0)) };
}

/** Makes a[p][q] 0 by turning the plane of p and q. */
function rotate(a: number[][], v: number[][], p: number, q: number): void {
  const apq = entry(a, p, q);
  if (apq === 0) return;
  const theta = (entry(a, q, q) - entry(a, p, p)) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  const turn = (x: number, y: number): [number, number] => [c * x - s * y, s * x + c * y];
  for (const row of [...a, ...v]) [row[p], row[q]] = turn(row[p] ?? 0, row[q] ?? 0);
  const [rowP, rowQ] = [a[p] ?? [], a[q] ?? []];
  rowP.forEach((x, j) => ([rowP[j], rowQ[j]] = turn(x, rowQ[j] ?? 0)));
}
