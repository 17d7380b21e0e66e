/**
 * Merges cells with too few answers with their neighbours.
 *
 * The cells stand in an order of nearness, neighbours beside each other. While a cell has fewer than `minimumAnswers`, the
 * one with the fewest answers (the first of several) is merged with its neighbour on the left or on the right, whichever
 * has fewer answers (the left one if both have the same). Ends with one cell at the latest, which may still have too few.
 *
 * @param answers how many have answered in each cell.
 * @returns the places of the cells that belong together, in order: `[[0], [1], [2, 3, 4]]`.
 * @example mergedPlaces([40, 25, 9, 1, 0], 5) // [[0], [1], [2, 3, 4]]
 */
export function mergedPlaces(answers: readonly number[], minimumAnswers: number): number[][] {
  const merged = answers.map((n, place) => ({ places: [place], answers: n }));
  while (merged.length > 1) {
    const fewest = Math.min(...merged.map((cell) => cell.answers));
    if (fewest >= minimumAnswers) break;
    const smallest = merged.findIndex((cell) => cell.answers === fewest);
    const [left, right] = [
      merged[smallest - 1]?.answers ?? Infinity,
      merged[smallest + 1]?.answers ?? Infinity,
    ];
    const start = left <= right ? smallest - 1 : smallest;
    const pair = merged.slice(start, start + 2);
    merged.splice(start, 2, {
      places: pair.flatMap(({ places }) => places),
      answers: pair.reduce((sum, cell) => sum + cell.answers, 0),
    });
  }
  return merged.map(({ places }) => places);
}
