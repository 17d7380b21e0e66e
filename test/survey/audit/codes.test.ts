import { describe, expect, it } from "vitest";
import { tooNarrow, type Bounds } from "#survey/audit/bounds.ts";
import { codeSystem } from "#survey/audit/codes.ts";
import { meanSystem, type Statement } from "#survey/audit/means.ts";
import type { System } from "#survey/audit/system.ts";
import type { Truth } from "#survey/audit/truth.ts";
import type { Cell } from "#survey/results.ts";
import { loadSolver } from "../../../scripts/io/highs.ts";

const solver = await loadSolver();
const STEP = 25;

/** People of one weight, by the code they gave. */
function truthOf(codes: number[], weight: number): Truth {
  const sum = (factor: (code: number) => number): number =>
    codes.reduce((total, people, code) => total + people * factor(code), 0);
  const [n, score] = [sum(() => 1), sum((code) => 100 - 25 * code)];
  const weightedCodes = codes.map((people) => people * weight);
  return { n, score, weight: n * weight, weightedScore: score * weight, codes, weightedCodes };
}

/** A municipality of three groups; the numbers of the first two are withheld. */
function statementOf(groups: readonly [number[], number[], number[]], weight: number): Statement {
  const ids = ["0751.a", "0751.b", "0751.c"];
  const whole = [0, 1, 2, 3, 4].map((code) => groups.reduce((sum, codes) => sum + (codes[code] ?? 0), 0));
  const withheld: Cell = { status: "withheld", reason: "primary" };
  const estimate = { estimate: 50, low: 40, high: 60 };
  const estimates = { distribution: [20, 20, 20, 20, 20], mean: estimate, positive: estimate };
  // The numbers themselves are taken from the truth: of the cell it counts that it is shown.
  const shown: Cell = {
    status: "published",
    n: 80,
    dontKnow: 0,
    uncertain: false,
    weighted: estimates,
    unweighted: estimates,
  };
  return {
    result: {
      id: "q1",
      cells: new Map<string, Cell>([
        ["0751", shown],
        ["0751.a", withheld],
        ["0751.b", withheld],
        ["0751.c", shown],
      ]),
    },
    truths: new Map([
      ["0751", truthOf(whole, weight)],
      ...groups.map((codes, at): [string, Truth] => [ids[at] ?? "", truthOf(codes, weight)]),
    ]),
    threshold: () => 5,
  };
}

const partitions = [{ whole: "0751", parts: ["0751.a", "0751.b", "0751.c"] }];
const over = { all: partitions, used: partitions };
const SHOWN = [20, 20, 20, 10, 10];

const narrow = (system: System): Bounds[] =>
  tooNarrow(
    system,
    (program) => solver.open(program),
    ({ low, high }) => high - low >= STEP,
  );
const among = (system: System, id: string): Bounds[] =>
  narrow(system).filter(({ unknown }) => unknown.id === id);

describe("the shares of the single codes", () => {
  const alike = statementOf([[0, 0, 0, 4, 0], [0, 0, 0, 5, 1], SHOWN], 1);

  it("tell a mean that the means alone do not tell", () => {
    expect(among(meanSystem(alike, over, ["n"]), "0751.a")).toEqual([]);
    const [found] = among(codeSystem(alike, over, ["n"]), "0751.a");
    // Nine of the ten gave the fourth code, one the fifth: of any four of them at most one did.
    expect(found?.low).toBeCloseTo(18.75, 6);
    expect(found?.high).toBeCloseTo(25, 6);
  });

  it("are exact of fewer than a hundred answers, and as far off as whole percent allow of more", () => {
    const many = statementOf([[0, 0, 0, 4, 0], [0, 0, 0, 5, 1], SHOWN.map((n) => 20 * n)], 1);
    expect(among(codeSystem(many, over, ["n"]), "0751.a")).toEqual([]);
  });

  it("say of weights what they say of people where all weigh the same", () => {
    const heavy = statementOf([[0, 0, 0, 4, 0], [0, 0, 0, 5, 1], SHOWN], 3);
    const both = among(codeSystem(heavy, over, ["weight", "n"]), "0751.a");
    expect(both.map(({ low, high }) => [low, high])).toEqual([
      [expect.closeTo(18.75, 6), expect.closeTo(25, 6)],
    ]);
  });

  it("hide the mean of a group among others that answered in every way", () => {
    const mixed = statementOf([[1, 1, 0, 1, 1], [2, 2, 2, 2, 2], SHOWN], 1);
    expect(narrow(codeSystem(mixed, over, ["weight", "n"]))).toEqual([]);
  });
});
