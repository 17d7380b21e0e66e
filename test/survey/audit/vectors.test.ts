import * as z from "zod";
import { describe, expect, it } from "vitest";
import { boundsOf } from "#survey/audit/bounds.ts";
import { smallSums } from "#survey/audit/derivedSums.ts";
import { determined } from "#survey/audit/rank.ts";
import { basesOfRate, ofOneMind } from "#survey/audit/rules.ts";
import type { System, Unknown } from "#survey/audit/system.ts";
import { loadSolver } from "../../../scripts/io/highs.ts";
import { national, pilot, twoWay, vectors } from "../disclosure/suppressionVectors.ts";
import { idOf, isSmall, publishedTable, unlabelled, type Table } from "../disclosure/twoWay.ts";

const solver = await loadSolver();
const open: Parameters<typeof boundsOf>[1] = (program) => solver.open(program);
const unknown = (id: string, upper = Infinity): Unknown => ({
  id,
  lower: 0,
  upper,
  secret: true,
  threshold: 5,
});
const names = (found: readonly { unknown: Unknown }[]): string[] => found.map((f) => f.unknown.id).toSorted();

/** Equations with coefficients for every cell; `values` of the published ones go to the right. */
function systemOf(
  ids: readonly string[],
  values: readonly number[],
  rows: readonly (readonly number[])[],
  hidden: ReadonlySet<string>,
): System {
  const unknowns = ids.filter((id) => hidden.has(id)).map((id) => unknown(id));
  const place = new Map(unknowns.map(({ id }, i) => [id, i]));
  const equations = rows.map((row) => {
    const terms = row.flatMap((factor, i): [number, number][] => {
      const at = place.get(ids[i] ?? "");
      return factor === 0 || at === undefined ? [] : [[at, factor]];
    });
    const value = row.reduce(
      (total, factor, i) => total - (place.has(ids[i] ?? "") ? 0 : factor * (values[i] ?? 0)),
      0,
    );
    return { places: terms.map(([at]) => at), factors: terms.map(([, factor]) => factor), value, slack: 0 };
  });
  return { unknowns, equations: equations.filter(({ places }) => places.length > 0) };
}

/** Every subtotal and total of a list of names, and the places of what it adds up. */
const sums = (list: readonly string[]): [number, number[]][] =>
  list.flatMap((name, whole): [number, number[]][] => {
    if (name === "Total") return [[whole, [0, 1, 2, 3]]];
    return name.includes("=")
      ? [
          [
            whole,
            name
              .split("=")[1]
              ?.split("+")
              .map((part) => list.indexOf(part)) ?? [],
          ],
        ]
      : [];
  });

const byGroup = z.record(z.string(), z.int());
const statisticLeak = z.object({ n: byGroup, N: z.array(z.int()), sums_true: byGroup });

const smallCells = (table: Table): Set<string> =>
  new Set(table.counts.flatMap((row, i) => row.flatMap((n, j) => (isSmall(n) ? [idOf(table, i, j)] : []))));

describe("the auditor finds", () => {
  it.each(twoWay)("what primary suppression alone leaves open in $id", ({ id, table, primary }) => {
    const { attack_primary_only: expected } = vectors.two_way.find((vector) => vector.id === id) ?? {};
    const found = boundsOf(unlabelled(publishedTable(table, new Set(primary))), open);
    const byId = new Map(found.map((bounds) => [bounds.unknown.id, bounds]));
    expected?.cell.forEach((cell, i) => {
      expect(byId.get(cell)?.low).toBeCloseTo(expected.lo[i] ?? NaN, 6);
      expect(byId.get(cell)?.high).toBeCloseTo(expected.hi[i] ?? NaN, 6);
    });
    const open1 = names(determined(publishedTable(table, new Set(primary))));
    expect(open1).toEqual((expected?.cell ?? []).filter((_, i) => expected?.determined[i]).toSorted());
  });

  it.each(twoWay.filter(({ id }) => vectors.two_way.find((v) => v.id === id)?.best_pattern_audit))(
    "the same bounds as the reference around the best pattern of $id",
    ({ id, table }) => {
      const best = vectors.two_way.find((vector) => vector.id === id)?.best_pattern_audit;
      const system = unlabelled(publishedTable(table, new Set(best?.suppressed)));
      for (const integer of [false, true]) {
        const byId = new Map(boundsOf(system, open, integer).map((bounds) => [bounds.unknown.id, bounds]));
        best?.suppressed.forEach((cell, i) => {
          const [lo, hi] = integer ? [best.int_lo, best.int_hi] : [best.lp_lo, best.lp_hi];
          expect(byId.get(cell)?.low).toBeCloseTo(lo[i] ?? NaN, 6);
          expect(byId.get(cell)?.high).toBeCloseTo(hi[i] ?? NaN, 6);
        });
      }
    },
  );

  it("w|b = 47 in sdcTable's trap, and nothing after its fix", () => {
    const [trap] = vectors.published_anchors;
    const table = trap?.table ?? pilot;
    const attack = (cells: readonly string[]) => unlabelled(publishedTable(table, new Set(cells)));
    const [found, ...more] = determined(attack(trap?.suppressed ?? []));
    expect([found?.unknown.id, found?.value, more]).toEqual(["w|b", 47, []]);
    const fixed = attack([...(trap?.suppressed ?? []), "x|d"]);
    expect(determined(fixed)).toEqual([]);
    const wb = boundsOf(fixed, open).find((bounds) => bounds.unknown.id === "w|b");
    expect([wb?.low, wb?.high]).toEqual([0, 78]);
  });

  it("K = 3 in two linked tables of which each alone is safe", () => {
    const linked = vectors.published_anchors.find(({ id }) => id === "sdctable-linked");
    const {
      cells = [],
      values = [],
      primary = [],
      constraints_table1: one = [],
      constraints_table2: two = [],
    } = linked ?? {};
    const attack = (rows: readonly (readonly number[])[], extra: readonly string[] = []) =>
      names(determined(systemOf(cells, values, rows, new Set([...primary, ...extra]))));
    expect(attack(one)).toEqual([]);
    expect(attack(two)).toEqual([]);
    expect(attack([...one, ...two])).toEqual(["K"]);
    expect(attack([...one, ...two], ["N"])).toEqual([]);
  });

  it("every cell of a rectangle when subtotals of regions and groups are shown too", () => {
    const { rows, cols, full, expected } = vectors.hierarchical;
    const ids = rows.flatMap((row) => cols.map((col) => `${row}|${col}`));
    const at = (i: number, j: number): number => i * cols.length + j;
    const equation = (whole: number, parts: readonly number[]): number[] =>
      ids.map((_, place) => (place === whole ? -1 : parts.includes(place) ? 1 : 0));
    const equations = [
      ...sums(cols).flatMap(([whole, parts]) =>
        rows.map((_, i) =>
          equation(
            at(i, whole),
            parts.map((j) => at(i, j)),
          ),
        ),
      ),
      ...sums(rows).flatMap(([whole, parts]) =>
        cols.map((_, j) =>
          equation(
            at(whole, j),
            parts.map((i) => at(i, j)),
          ),
        ),
      ),
    ];
    const attack = (cells: readonly string[]) =>
      names(determined(systemOf(ids, full.flat(), equations, new Set(cells))));
    expect(attack(expected.flat_rectangle)).toEqual(expected.flat_rectangle.toSorted());
    expect(attack(["M1|G1", ...(expected.all_min_sets[0] ?? [])])).toEqual([]);
  });

  it("as many cells as the reference in the tables of 9 and of 98 municipalities", () => {
    const naive = vectors.audit_of_naive_methods;
    const attack = (table: Table) => determined(publishedTable(table, smallCells(table)));
    expect(attack(pilot)).toHaveLength(naive.pilot_primary_only.determined_primaries);
    expect(attack(national)).toHaveLength(naive.national_primary_only.determined_primaries);
    expect(smallSums(publishedTable(national, smallCells(national)), open).length).toBeGreaterThan(34);
  });
});

describe("statistic leaks", () => {
  const [both] = vectors.statistic_leaks;
  const input = statisticLeak.parse(both?.input);
  const groups = Object.keys(input.n);
  const n = groups.map((group) => input.n[group] ?? 0);
  const total = n.reduce((sum, value) => sum + value, 0);
  const people = input.N.reduce((sum, value) => sum + value, 0);

  const mean = (group: number): number => (input.sums_true[groups[group] ?? ""] ?? 0) / (n[group] ?? 1);
  const weight = (group: number): number => (input.N[group] ?? 0) / (n[group] ?? 1) / people;

  /** Sums of codes of G1 and G4 from means of the municipality and of G2 and G3, to some decimals. */
  function means(decimals: number, weightedToo: boolean): System {
    const rounded = (value: number): number => Math.round(value * 10 ** decimals) / 10 ** decimals;
    const all = groups.map((_, g) => mean(g) * (n[g] ?? 0));
    const slack = 0.5 * 10 ** -decimals;
    const row = (factor: (group: number) => number) => ({
      places: [0, 1, 2, 3],
      factors: [0, 1, 2, 3].map(factor),
      value: rounded(all.reduce((sum, value, g) => sum + factor(g) * value, 0)),
      slack,
    });
    return {
      unknowns: groups.map((id, g) => ({ ...unknown(id, 5 * (n[g] ?? 0)), lower: n[g] ?? 0 })),
      equations: [
        row(() => 1 / total),
        ...(weightedToo ? [row(weight)] : []),
        ...[1, 2].map((g) => ({ places: [g], factors: [1 / (n[g] ?? 1)], value: rounded(mean(g)), slack })),
      ],
    };
  }
  const meanOfG1 = (system: System, integer: boolean): number[] => {
    const bounds = boundsOf(system, open, integer).find((b) => b.unknown.id === "G1");
    return [bounds?.low ?? NaN, bounds?.high ?? NaN].map((sum) => sum / (n[0] ?? 1));
  };

  it("both means of a municipality give the withheld groups away, one does not", () => {
    expect(names(determined(means(14, true)))).toEqual(groups);
    expect(names(determined(means(14, false)))).toEqual(["G2", "G3"]);
  });

  it.each(both?.expected.with_rounding ?? [])(
    "$decimals decimals: as closely as the reference",
    (expected) => {
      const system = means(expected.decimals, true);
      meanOfG1(system, false).forEach((limit, i) =>
        expect(limit).toBeCloseTo(expected.G1_mean_lp[i] ?? NaN, 6),
      );
      meanOfG1(system, true).forEach((limit, i) =>
        expect(limit).toBeCloseTo(expected.G1_mean_integer[i] ?? NaN, 6),
      );
    },
  );

  it("a response rate and the number invited are a number of answers", () => {
    expect(basesOfRate(37, 10.8, 1)).toEqual([4]);
  });

  it.each([
    [[0, 0, 0, 0, 7], true],
    [[1, 0, 2, 1, 3], false],
    [[6, 0, 0, 0, 0], true],
    [[1, 0, 0, 0, 23], true],
  ])("answers %j of one mind: %s", (codes, expected) => {
    expect(ofOneMind(codes)).toBe(expected);
  });
});
