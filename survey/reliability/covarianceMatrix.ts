/** Covariances of items over the people who have answered all of them. */

export interface ItemCovariances {
  /** People with a value for every item. */
  n: number;
  means: readonly number[];
  /** k × k, symmetric; denominator n − 1, or of weighted data Σw. */
  covariances: readonly (readonly number[])[];
}

/** The people with a value (not NaN) in every column. */
export function completeRows(columns: readonly Float64Array[]): number[] {
  const rows: number[] = [];
  const people = columns[0]?.length ?? 0;
  for (let i = 0; i < people; i++) {
    if (columns.every((column) => !Number.isNaN(column[i] ?? NaN))) rows.push(i);
  }
  return rows;
}

/**
 * Means and covariances of the columns, listwise.
 * @param weights with them, weighted moments over Σw, as R's svyvar has them up to a factor that no coefficient depends on.
 * @throws RangeError with fewer than two complete rows.
 */
export function itemCovariances(columns: readonly Float64Array[], weights?: Float64Array): ItemCovariances {
  const rows = completeRows(columns);
  if (rows.length < 2) throw new RangeError("covariances need two people with all items");
  const weightOf = (i: number): number => (weights ? (weights[i] ?? 0) : 1);
  const total = rows.reduce((sum, i) => sum + weightOf(i), 0);
  const means = columns.map(
    (column) => rows.reduce((sum, i) => sum + weightOf(i) * (column[i] ?? 0), 0) / total,
  );
  const denominator = weights ? total : rows.length - 1;
  const covariances = columns.map((a, j) =>
    columns.map((b, k) => {
      const [ma, mb] = [means[j] ?? 0, means[k] ?? 0];
      return (
        rows.reduce((sum, i) => sum + weightOf(i) * ((a[i] ?? 0) - ma) * ((b[i] ?? 0) - mb), 0) / denominator
      );
    }),
  );
  return { n: rows.length, means, covariances };
}

export type Matrix = readonly (readonly number[])[];

export const entry = (matrix: Matrix, row: number, column: number): number => matrix[row]?.[column] ?? NaN;

/** The sum of all entries: the variance of the sum of the items. */
export const totalVariance = (matrix: Matrix): number =>
  matrix.reduce((sum, row) => sum + row.reduce((part, value) => part + value, 0), 0);

/** The sum of the diagonal. */
export const trace = (matrix: Matrix): number => matrix.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);

/** The matrix without one row and column. */
export const without = (matrix: Matrix, place: number): Matrix =>
  matrix.filter((_, row) => row !== place).map((row) => row.filter((_, column) => column !== place));

/** Correlations of a covariance matrix. */
export const correlations = (matrix: Matrix): number[][] =>
  matrix.map((row, i) => row.map((value, j) => value / Math.sqrt(entry(matrix, i, i) * entry(matrix, j, j))));
