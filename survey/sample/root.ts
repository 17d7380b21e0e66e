const MOST_STEPS = 100;
const RELATIVE_WIDTH = 1e-11;

/**
 * The zero of a continuous function that changes sign between `low` and `high`, by Ridders' method (Ridders 1979; Numerical
 * Recipes, 3rd ed., §9.2.1): always inside a shrinking bracket, quadratic at the end. Relative error about 1e-11.
 * @throws RangeError when the signs at the ends are the same.
 * @example rootBetween((x) => x * x - 2, 0, 2) // 1.414213562373…
 */
export function rootBetween(f: (x: number) => number, low: number, high: number): number {
  let [left, right] = [low, high];
  let [atLeft, atRight] = [f(left), f(right)];
  if (atLeft === 0) return left;
  if (atRight === 0) return right;
  if (atLeft > 0 === atRight > 0) throw new RangeError(`no change of sign between ${low} and ${high}`);
  for (let step = 0; step < MOST_STEPS && right - left > RELATIVE_WIDTH * Math.abs(right); step++) {
    const middle = (left + right) / 2;
    const atMiddle = f(middle);
    const ridders = atMiddle / Math.sqrt(atMiddle * atMiddle - atLeft * atRight);
    const next = middle + (middle - left) * (atLeft > 0 ? ridders : -ridders);
    const atNext = f(next);
    if (atNext === 0) return next;
    const points = [
      { x: left, value: atLeft },
      { x: right, value: atRight },
      { x: middle, value: atMiddle },
      { x: next, value: atNext },
    ];
    const same = points.filter(({ value }) => value > 0 === atLeft > 0);
    const other = points.filter(({ value }) => value > 0 !== atLeft > 0);
    [left, right] = [Math.max(...same.map(({ x }) => x)), Math.min(...other.map(({ x }) => x))];
    atLeft = points.find(({ x }) => x === left)?.value ?? atLeft;
    atRight = points.find(({ x }) => x === right)?.value ?? atRight;
  }
  return (left + right) / 2;
}
