import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TARGET_GROUPS, type TargetGroup } from "#survey/targetGroups.ts";
import { GROUPS_BY_NEARNESS, postStratify, type GroupCount } from "#survey/weights/postStratify.ts";
import municipal from "../../vectors/municipal_survey.json" with { type: "json" };
import vectors from "../../vectors/weighting.json" with { type: "json" };

const groupsOfVectors: Readonly<Record<string, TargetGroup>> = {
  G1: "dagpenge",
  G2: "aktivitetsparate",
  G3: "sygedagpenge",
  G4: "jobparate",
};
const groupOf = (name: string): TargetGroup => groupsOfVectors[name] ?? "dagpenge";

const count = (
  targetGroup: TargetGroup,
  population: number,
  answers: number,
  municipality = "0751",
): GroupCount => ({
  municipality,
  targetGroup,
  population,
  answers,
});

describe("postStratify", () => {
  it("gives the weights of weighting.json where nothing is merged", () => {
    const { strata } = municipal;
    const counts = strata.N.map((population, h) =>
      count(groupOf(strata.group[h] ?? ""), population, strata.r[h] ?? 0, strata.muni[h]),
    );
    const weighted = postStratify(counts, 1);
    const { stratum, w } = vectors.poststratify.weight_by_stratum;
    expect(weighted).toHaveLength(stratum.length);
    stratum.forEach((name, h) => {
      const [municipality = "", group = ""] = name.split("|");
      const cell = weighted.find(
        (one) => one.municipality === municipality && one.groups.includes(groupOf(group)),
      );
      expect((cell?.weight ?? NaN) / (w[h] ?? NaN)).toBeCloseTo(1, 12);
    });
  });

  it("merges the one cell of those municipalities that has fewer than 5 answers", () => {
    const { strata } = municipal;
    const counts = strata.N.map((population, h) =>
      count(groupOf(strata.group[h] ?? ""), population, strata.r[h] ?? 0, strata.muni[h]),
    );
    const merged = postStratify(counts).filter(({ groups }) => groups.length > 1);
    expect(merged).toEqual([
      {
        municipality: "M2",
        groups: ["sygedagpenge", "jobparate"],
        population: 173,
        answers: 26,
        weight: 173 / 26,
      },
    ]);
  });

  it("merges neighbours by nearness, inside the municipality", () => {
    const strata = postStratify([
      count("dagpenge", 400, 40),
      count("aktivitetsparate", 60, 3),
      count("sygedagpenge", 120, 9),
      count("jobparate", 200, 12),
      count("aktivitetsparate", 500, 60, "0101"),
    ]);
    expect(
      strata.map(({ municipality, groups, weight }) => [municipality, groups.join("+"), weight]),
    ).toEqual([
      ["0751", "dagpenge", 10],
      ["0751", "jobparate", 200 / 12],
      ["0751", "aktivitetsparate+sygedagpenge", 15],
      ["0101", "aktivitetsparate", 500 / 60],
    ]);
  });

  it("gives a municipality without answers no stratum", () => {
    const strata = postStratify([
      count("dagpenge", 40, 0),
      count("jobparate", 20, 0),
      count("dagpenge", 90, 30, "0101"),
    ]);
    expect(strata.map(({ municipality }) => municipality)).toEqual(["0101"]);
  });

  it("leaves out groups without citizens", () => {
    const strata = postStratify([count("dagpenge", 40, 20), count("jobparate", 0, 0)]);
    expect(strata.map(({ groups }) => groups)).toEqual([["dagpenge"]]);
    expect(postStratify([count("dagpenge", 0, 0)])).toEqual([]);
  });

  it("throws when more have answered than there are", () => {
    expect(() => postStratify([count("dagpenge", 3, 4)])).toThrow("4 answers from 3 citizens");
  });

  it("orders every target group by nearness, once", () => {
    expect(GROUPS_BY_NEARNESS.toSorted()).toEqual(TARGET_GROUPS.toSorted());
  });

  it("makes weights that sum to the population of every municipality with answers", () => {
    const group = fc
      .tuple(fc.nat(400), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([population, rate]) => ({ population, answers: Math.floor(population * rate ** 3) }));
    fc.assert(
      fc.property(fc.array(fc.array(group, { minLength: 4, maxLength: 4 }), { maxLength: 5 }), (places) => {
        const counts = places.flatMap((cells, m) =>
          cells.map((cell, g) => ({
            ...cell,
            municipality: `${m}`,
            targetGroup: TARGET_GROUPS[g] ?? "dagpenge",
          })),
        );
        const strata = postStratify(counts);
        places.forEach((cells, m) => {
          const population = cells.reduce((sum, cell) => sum + cell.population, 0);
          const mine = strata.filter(({ municipality }) => municipality === `${m}`);
          const weight = mine.reduce((sum, cell) => sum + cell.answers * cell.weight, 0);
          const silent = cells.every(({ answers }) => answers === 0);
          expect(mine.length === 0).toBe(silent);
          expect(weight).toBeCloseTo(silent ? 0 : population, 6);
          expect(mine.length === 1 || mine.every(({ answers }) => answers >= 5)).toBe(true);
        });
      }),
    );
  });
});
