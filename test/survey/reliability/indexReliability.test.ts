/** Reliability of a whole round: what an analyst is warned of, and the total's own coefficient. */
import { describe, expect, it } from "vitest";
import { tabulate } from "#survey/estimate/tabulate.ts";
import { indexReliabilities, type IndexReliability } from "#survey/reliability/indexReliability.ts";
import { createRandom } from "../../../scripts/demo/random.ts";
import { crowd, inputOf } from "../estimate/people.ts";
import { plainRound } from "../plainRound.ts";

const codeNear = (value: number): number => Math.min(5, Math.max(1, Math.round(value)));
/** The digit of a number to the base 5, from the last one on: 0 to 4, each independent of the others. */
const digit = (i: number, place: number): number => Math.floor(i / 5 ** place) % 5;

/**
 * Items 1 to 6 measure one thing each theme; 7 and 8 one thing, 9 and 10 another that has nothing to do with it; 11 and 12 are
 * a good pair, or (`reversed`) one asks the opposite of the other.
 */
const codesOf = (i: number, reversed: boolean): number[] => {
  const random = createRandom(`answers ${i}`);
  const [first, second] = [1 + digit(i, 0), 1 + digit(i, 1)];
  const one = (thing: number): number => codeNear(thing + random.int(-1, 1));
  return [
    ...[1, 2, 3].map(() => one(first)),
    ...[4, 5, 6].map(() => one(first)),
    ...[7, 8].map(() => one(first)),
    ...[9, 10].map(() => one(second)),
    one(first),
    reversed ? 6 - one(first) : one(first),
    first,
  ];
};

function reliabilities(people: number, reversed = false): Map<string, IndexReliability> {
  const input = inputOf(
    plainRound(["0751"]),
    crowd(people, (i) => ({ codes: codesOf(i, reversed) })),
  );
  const { table, design } = tabulate(input);
  return new Map(indexReliabilities(table, design.weight).map((found) => [found.id, found]));
}

const variance = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
};
const score = (codes: readonly number[]): number =>
  codes.reduce((sum, code) => sum + (5 - code) * 25, 0) / codes.length;

describe("reliability of a round", () => {
  const found = reliabilities(250);

  it("warns of four items that measure two things, and not of those that measure one", () => {
    expect(found.get("dignity")?.concerns).toEqual([]);
    expect(found.get("relevance")?.concerns).toEqual([]);
    const two = found.get("competence");
    expect(two?.concerns).toEqual(expect.arrayContaining(["secondDimension", "poorFit"]));
    expect(two?.eigenvalues[1]).toBeGreaterThan(1);
    expect(two?.fit?.cfi).toBeLessThan(0.9);
  });

  it("gives the total the stratified alpha of its themes", () => {
    const people = Array.from({ length: 250 }, (_, i) => codesOf(i, false));
    const themes = [
      ["dignity", 0, 3],
      ["relevance", 3, 6],
      ["competence", 6, 10],
      ["progression", 10, 12],
    ] as const;
    const scores = themes.map(([, from, to]) => people.map((codes) => score(codes.slice(from, to))));
    const unexplained = themes.reduce(
      (sum, [id], d) => sum + variance(scores[d] ?? []) * (1 - (found.get(id)?.alpha ?? NaN)),
      0,
    );
    const total = variance(people.map((_, i) => scores.reduce((sum, theme) => sum + (theme[i] ?? NaN), 0)));
    expect(found.get("total")?.stratified).toBeCloseTo(1 - unexplained / total, 10);
    expect(found.get("dignity")?.stratified).toBeNull();
  });

  it("warns of an item that asks the opposite, and of few answers", () => {
    const odd = reliabilities(60, true).get("progression");
    expect(odd?.concerns).toEqual(expect.arrayContaining(["fewAnswers", "lowReliability", "negativeItem"]));
  });
});
