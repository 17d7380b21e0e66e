import { betaQuantile } from "./betaQuantile.ts";

/**
 * The quantile of Fisher's F with `df1` and `df2` degrees of freedom: (df2 / df1) · x / (1 − x) for x from Beta(df1 / 2, df2 / 2).
 * @throws RangeError when degrees of freedom are not above 0 or the probability is not strictly between 0 and 1.
 * @example fisherQuantile(0.5, 2, 2) // 1
 */
export function fisherQuantile(probability: number, df1: number, df2: number): number {
  if (!(df1 > 0 && df2 > 0))
    throw new RangeError(`degrees of freedom must be above 0, got ${df1} and ${df2}`);
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`probability must be between 0 and 1, got ${probability}`);
  }
  const x = betaQuantile(probability, df1 / 2, df2 / 2);
  return (df2 / df1) * (x / (1 - x));
}
