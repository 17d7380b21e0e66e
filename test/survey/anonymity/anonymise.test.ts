import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anonymise, uniformClasses } from "#survey/anonymity/anonymise.ts";
import { exposureOf, type Person } from "#survey/anonymity/classes.ts";
import { coarsenings } from "#survey/anonymity/coarsen.ts";
import { hideToK } from "#survey/anonymity/hide.ts";

const five = { kOf: () => 5, least: 5 };
const people = (...counts: readonly (readonly [number, ...string[]])[]): Person[] =>
  counts.flatMap(([n, ...key]) => Array.from({ length: n }, () => ({ group: "0751 a", key })));

describe("hideToK", () => {
  it("hides nothing where every value has k people", () => {
    expect(hideToK(people([5, "f"], [6, "m"]), five)).toEqual([
      ...Array.from({ length: 5 }, () => ["f"]),
      ...Array.from({ length: 6 }, () => ["m"]),
    ]);
  });

  it("hides everybody where the rare ones alone would be too few", () => {
    expect(new Set(hideToK(people([2, "f"], [5, "m"]), five).flat())).toEqual(new Set([null]));
  });

  it("hides the smallest of the other values with them, and leaves the rest", () => {
    const keys = hideToK(people([2, "a"], [6, "b"], [9, "c"]), five).map((key) => key?.[0]);
    expect(keys.filter((value) => value === "c")).toHaveLength(9);
    expect(keys.filter((value) => value === null)).toHaveLength(8);
  });

  it("keeps what stands first the longest", () => {
    const keys = hideToK(people([5, "f", "old"], [1, "m", "young"], [4, "m", "old"]), five);
    expect(keys.map((key) => key?.[0])).toEqual([...Array(5).fill("f"), ...Array(5).fill("m")]);
    expect(keys.slice(5).map((key) => key?.[1])).toEqual(Array(5).fill(null));
  });

  it("shows nothing of a group under k, and leaves out one that is smaller still", () => {
    const required = { kOf: () => 10, least: 5 };
    expect(hideToK(people([7, "f"]), required)).toEqual(Array.from({ length: 7 }, () => [null]));
    expect(hideToK(people([4, "f"]), required)).toEqual(Array(4).fill(null));
  });
});

describe("coarsenings", () => {
  it("leaves out cut points, the finest first, and says where each band went", () => {
    const [all, second, middle] = coarsenings([30, 40, 50, 60]);
    expect(all?.loss).toBe(0);
    expect([...(second?.labels ?? [])]).toEqual([
      ["under-30", "under-40"],
      ["30-39", "under-40"],
      ["40-49", "40-59"],
      ["50-59", "40-59"],
      ["60-", "60-"],
    ]);
    expect(middle?.cuts).toEqual([40]);
    expect(coarsenings([12])).toHaveLength(1);
  });
});

const kOf = (group: string): number => (group.startsWith("0825") ? 7 : 4);

describe("anonymise", () => {
  const variables = [{ name: "sex" }, { name: "age", cuts: [30, 40, 50, 60] }, { name: "finished" }];
  const person = fc.record({
    group: fc.constantFrom("0751 a", "0751 b", "0825 a"),
    key: fc.tuple(
      fc.constantFrom("f", "m"),
      fc.constantFrom("under-30", "30-39", "40-49", "50-59", "60-"),
      fc.constantFrom("0", "1"),
    ),
  });

  it("leaves nobody in a class of fewer than k, and changes no value but to a broader one or to nothing", () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 120 }), (everybody) => {
        const { keys, coarsening, after } = anonymise(everybody, variables, { kOf, least: 3 });
        const sizes = new Map<string, number>();
        keys.forEach((key, i) => {
          const name = JSON.stringify([everybody[i]?.group, key]);
          sizes.set(name, (sizes.get(name) ?? 0) + 1);
        });
        keys.forEach((key, i) => {
          const one = everybody[i];
          if (!one || key === null) return;
          const size = sizes.get(JSON.stringify([one.group, key])) ?? 0;
          expect(size).toBeGreaterThanOrEqual(key.every((value) => value === null) ? 3 : kOf(one.group));
          key.forEach((value, v) => {
            const broad =
              coarsening.get(variables[v]?.name ?? "")?.labels.get(one.key[v] ?? "") ?? one.key[v];
            expect([null, broad]).toContain(value);
          });
        });
        expect(after.unique).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  it("does not depend on the order of the people", () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 80 }), (everybody) => {
        const forth = anonymise(everybody, variables, { kOf, least: 3 }).keys;
        const back = anonymise(everybody.toReversed(), variables, { kOf, least: 3 }).keys.toReversed();
        expect(back).toEqual(forth);
      }),
    );
  });

  it("makes bands broader where that loses less than hiding", () => {
    const bands = ["under-30", "30-39", "40-49", "50-59"];
    const everybody = bands.flatMap((band) => people([3, "f", band, "0"]));
    const { coarsening, keys, loss } = anonymise(everybody, variables, five);
    expect(coarsening.get("age")?.cuts).toEqual([40, 60]);
    expect(keys.flat()).not.toContain(null);
    expect(loss).toBeCloseTo(0.5 / 3, 10);
  });

  it("counts who stands alone", () => {
    const everybody = people([1, "f", "30-39", "0"], [6, "m", "30-39", "0"]);
    expect(exposureOf(everybody, () => 5)).toEqual({
      people: 7,
      classes: 2,
      smallest: 1,
      unique: 1,
      belowK: 1,
    });
    expect(exposureOf([], () => 5).smallest).toBe(0);
  });
});

describe("uniformClasses", () => {
  it("finds the classes in which all answered alike", () => {
    const answers = ["1", "1", "2", "3", "3"].map((value, i) => ({ class: i < 3 ? "a" : "b", value }));
    expect(uniformClasses(answers)).toEqual({ classes: 1, people: 2 });
  });
});
