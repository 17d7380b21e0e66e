import { describe, expect, it } from "vitest";
import { determined } from "#survey/audit/rank.ts";
import { smallSums } from "#survey/audit/derivedSums.ts";
import { complementary, type Suppression } from "#survey/disclosure/complementary.ts";
import { loadSolver } from "../../../scripts/io/highs.ts";
import { national, pilot, twoWay, vectors } from "./suppressionVectors.ts";
import { networkOf, publishedTable, type Table } from "./twoWay.ts";

const solver = await loadSolver();
const suppress = (table: Table): Suppression =>
  complementary(networkOf(table), (model, limits) => solver.solve(model, limits));

function safe(table: Table) {
  const { cells } = networkOf(table);
  const found = suppress(table);
  if (!found.ok) throw new Error("no safe pattern");
  const secondary = found.secondary.flatMap((place) => cells[place]?.id ?? []);
  const primary = cells.filter(({ secret }) => secret).map(({ id }) => id);
  return { ...found, secondary, withheld: new Set([...primary, ...secondary]) };
}

function expectNoLeak(table: Table, withheld: ReadonlySet<string>): void {
  const system = publishedTable(table, withheld);
  expect(determined(system).filter(({ unknown }) => unknown.secret)).toEqual([]);
  expect(smallSums(system, (program) => solver.open(program))).toEqual([]);
}

describe("complementary suppression", () => {
  it.each(twoWay.filter(({ best }) => best))("withholds the proven minimum of $id", ({ table, best }) => {
    const found = safe(table);
    expect(found.secondary).toHaveLength(best?.min_secondary ?? NaN);
    expect(found.cost).toBe(10_000 * found.secondary.length + (best?.min_cost_answers ?? NaN));
    expect(found.bound).toBeCloseTo(found.cost, 3);
    const sets = (best?.all_min_sets ?? []).map((set) => [...set].toSorted());
    expect(sets).toContainEqual(found.secondary.toSorted());
    expectNoLeak(table, found.withheld);
  });

  it("says which cell nothing can protect where its row has only zeros beside it", () => {
    const zeros = twoWay.find(({ id }) => id === "zero-blocks-all");
    expect(zeros?.best).toBeNull();
    const found = suppress(zeros?.table ?? pilot);
    expect(found.ok).toBe(false);
  });

  it("withholds 4 cells of the nine municipalities, the proven minimum", () => {
    const found = safe(pilot);
    expect(found.secondary).toHaveLength(vectors.pilot_9x4.exact_and_derived.min_secondary);
    expect(found.cost).toBe(40_000 + vectors.pilot_9x4.exact_and_derived.cost_answers);
    expect([...found.withheld].toSorted()).toEqual(vectors.pilot_9x4.exact_and_derived.pattern.toSorted());
    expectNoLeak(pilot, found.withheld);
  });

  it("withholds 40 cells of the 98 municipalities, the proven minimum, and the same ones again", () => {
    const found = safe(national);
    const { expected } = vectors.national_98x4;
    expect(found.withheld.size - found.secondary.length).toBe(expected.primaries);
    expect(found.secondary).toHaveLength(expected.min_secondary);
    expect(found.cost).toBe(400_000 + expected.cost_answers);
    expect(found.bound).toBeCloseTo(found.cost, 3);
    expectNoLeak(national, found.withheld);
    expect(safe(national).secondary).toEqual(found.secondary);
  });

  it("is safe, and says by how much it may cost too much, when the search is cut short", () => {
    const network = networkOf(national);
    const found = complementary(network, (model, limits) => solver.solve(model, limits), {
      rounds: 0,
      nodes: 1,
    });
    if (!found.ok) throw new Error("no safe pattern");
    const ids = found.secondary.flatMap((place) => network.cells[place]?.id ?? []);
    const primary = network.cells.filter(({ secret }) => secret).map(({ id }) => id);
    expectNoLeak(national, new Set([...primary, ...ids]));
    expect(found.bound).toBeLessThan(found.cost);
    expect(found.cost).toBeGreaterThanOrEqual(400_354);
  });
});
