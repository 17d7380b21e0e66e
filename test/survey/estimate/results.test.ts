import { describe, expect, it } from "vitest";
import { estimateRound } from "#survey/estimate/results.ts";
import { resultsSchema } from "#survey/results.ts";
import { plainRound } from "../plainRound.ts";
import { all, background, crowd, inputOf, invited, type Invited } from "./people.ts";
import { cellOf, published } from "./reading.ts";

const round = plainRound(["0751", "0101"]);
const withheld = { status: "withheld", reason: "primary" };

/** Code 2 to the first n items, nothing to the others. */
const given = (n: number): (number | null)[] => all(2).map((code, i) => (i < n ? code : null));

/** The background and n of another age. */
const withMore = (n: number): Invited[] => [
  ...background(),
  ...crowd(n, (i) => ({ age: "60-", codes: all((i % 5) + 1) })),
];

describe("estimateRound", () => {
  it("makes what the schema of results.json asks for", () => {
    const results = estimateRound(inputOf(round, background()));
    expect(resultsSchema.parse(results)).toEqual(results);
    expect(results.domains).toHaveLength(3 + 3 * 4 + 3 * (2 + 5 + 4 + 5 + 2));
  });

  it("weights to the population of municipality × target group", () => {
    const people = [
      ...crowd(20, () => ({ group: "dagpenge", codes: all(1) })),
      ...crowd(20, () => ({ group: "dagpenge", codes: null })),
      ...crowd(20, () => ({ group: "jobparate", codes: all(5) })),
    ];
    const cell = published(estimateRound(inputOf(round, people)), "0751");
    expect(cell.n).toBe(40);
    expect(cell.unweighted.mean.estimate).toBe(50);
    expect(cell.weighted.mean.estimate).toBe(66.7);
    expect(cell.weighted.distribution).toEqual([67, 0, 0, 0, 33]);
    expect(cell.weighted.positive.estimate).toBe(67);
  });

  it("counts an answer from 7 of the 13 items on, and leaves partials out", () => {
    const people = [...background(), invited({ codes: given(7) }), invited({ codes: given(6) })];
    const results = estimateRound(inputOf(round, people));
    expect(results.national).toMatchObject({ invited: 82, answers: 81, population: 820, responseRate: 99 });
    expect(published(results, "0751").n).toBe(41);
    expect(published(results, "0751", "q13").n).toBe(40);
  });

  it("keeps »don't know« and »no interview« out of the base and gives the share of the first", () => {
    const people = background().map((person, i) =>
      i % 4 === 0 ? { ...person, codes: all(8) } : i % 4 === 1 ? { ...person, codes: all(9) } : person,
    );
    const cell = published(estimateRound(inputOf(round, people)), "all");
    expect(cell.n).toBe(40);
    expect(cell.dontKnow).toBe(33);
  });

  it("withholds a result on fewer than 5 answers and the one that it could be subtracted from", () => {
    const people = [...background(), ...crowd(4, (i) => ({ age: "60-", codes: all(i + 1) }))];
    const results = estimateRound(inputOf(round, people));
    expect(cellOf(results, "0751.age_band=60-")).toEqual(withheld);
    expect(cellOf(results, "0751.age_band=30-39")).toEqual(withheld);
    expect(cellOf(results, "all.age_band=60-")).toEqual(withheld);
    expect(cellOf(results, "0751").status).toBe("published");
    expect(cellOf(results, "0101.age_band=30-39").status).toBe("published");
  });

  it("publishes from 5 answers on", () => {
    const people = [...background(), ...crowd(5, (i) => ({ age: "60-", codes: all(i + 1) }))];
    const results = estimateRound(inputOf(round, people));
    expect(published(results, "0751.age_band=60-")).toMatchObject({ n: 5, uncertain: true });
    expect(cellOf(results, "0751.age_band=30-39").status).toBe("published");
  });

  it("asks for more answers where everybody was invited", () => {
    const census = { census: ["0751"] };
    expect(cellOf(estimateRound(inputOf(round, withMore(9), census)), "0751.age_band=60-")).toEqual(withheld);
    expect(cellOf(estimateRound(inputOf(round, withMore(9))), "0751.age_band=60-").status).toBe("published");
    expect(cellOf(estimateRound(inputOf(round, withMore(10), census)), "0751.age_band=60-").status).toBe(
      "published",
    );
  });

  it("withholds the opinion of a small group of one mind", () => {
    const people = [...background(), ...crowd(12, () => ({ age: "60-", codes: all(5) }))];
    expect(cellOf(estimateRound(inputOf(round, people)), "0751.age_band=60-")).toEqual(withheld);
  });

  it("tells missing from withheld: nobody at all from too few", () => {
    const people = [...background(), ...crowd(6, () => ({ age: "60-", codes: all(8) }))];
    const results = estimateRound(inputOf(round, people));
    expect(cellOf(results, "0751.age_band=under-30")).toEqual({ status: "missing" });
    expect(cellOf(results, "0751.age_band=60-")).toEqual(withheld);
  });

  it("withholds a share »don't know« from which a few people outside could be told", () => {
    const people = [...background(), ...crowd(3, () => ({ age: "60-", codes: all(8) }))];
    const results = estimateRound(inputOf(round, people));
    expect(published(results, "0751.age_band=30-39").dontKnow).toBeNull();
    expect(published(results, "0751").dontKnow).toBe(7);
  });

  it("says that an item was not asked", () => {
    const results = estimateRound({
      ...inputOf(round, background()),
      round: { ...round, questionnaireVersions: [] },
    });
    expect(cellOf(results, "all", "q7")).toEqual({ status: "notAsked" });
  });

  it("merges target groups with too few answers and reports it", () => {
    const people = [...background(), ...crowd(3, () => ({ group: "jobparate" }))];
    const results = estimateRound(inputOf(round, people));
    expect(results.collapsed).toEqual([{ municipality: "0751", groups: ["dagpenge", "jobparate"] }]);
  });

  it("cuts an interval at the ends of the scale", () => {
    const loose = plainRound(["0751", "0101"], { disclosure: { threshold: 3, censusThreshold: 3 } });
    const people = [
      ...crowd(3, (i) => ({ codes: all([1, 5, 3][i] ?? 1) })),
      ...crowd(30, (i) => ({ municipality: "0101", codes: all((i % 5) + 1) })),
    ];
    const { weighted } = published(estimateRound(inputOf(loose, people)), "0751");
    expect(weighted.mean).toEqual({ estimate: 50, low: 0, high: 100 });
  });

  it("has no interval where the variance is not defined: one answer in each stratum", () => {
    const codes = ["0751", "0101", "0461"];
    const loose = plainRound(codes, { disclosure: { threshold: 3, censusThreshold: 3 } });
    const people = codes.flatMap((municipality, place) => [
      ...crowd(20, (i) => ({ municipality, codes: all((i % 5) + 1) })),
      invited({ municipality, age: "60-", codes: all(place * 2 + 1) }),
    ]);
    const cell = published(estimateRound(inputOf(loose, people)), "all.age_band=60-");
    expect(cell).toMatchObject({ n: 3, uncertain: true });
    expect(cell.weighted.mean).toEqual({ estimate: 50, low: null, high: null });
    expect(cell.weighted.positive).toEqual({ estimate: 33, low: null, high: null });
    expect(cell.unweighted.mean.low).not.toBeNull();
  });
});

describe("comparisons", () => {
  const people = ["0751", "0101"].flatMap((municipality) =>
    crowd(100, (i) => ({
      municipality,
      group: i % 2 ? "dagpenge" : "jobparate",
      codes: all(municipality === "0751" && i % 4 > 0 ? 1 + (i % 2) : 3 + (i % 3)),
    })),
  );
  const results = estimateRound(inputOf(round, people));

  it("gives each domain its difference to the larger ones", () => {
    expect(published(results, "all").comparisons).toBeUndefined();
    expect(published(results, "0751").comparisons?.map(({ to }) => to)).toEqual(["all"]);
    expect(published(results, "0751.dagpenge").comparisons?.map(({ to }) => to)).toEqual([
      "dagpenge",
      "0751",
    ]);
    expect(published(results, "0751.sex=f").comparisons?.map(({ to }) => to)).toEqual(["0751"]);
  });

  it("has the difference of the two printed estimates, to their rounding", () => {
    const [here, there] = [published(results, "0751"), published(results, "all")];
    const [difference] = here.comparisons ?? [];
    const printed = here.weighted.mean.estimate - there.weighted.mean.estimate;
    expect(Math.abs((difference?.mean.estimate ?? NaN) - printed)).toBeLessThanOrEqual(0.1001);
    expect(difference?.clear).toBe(true);
  });

  it("is clear only where p is small, and always where it is very small", () => {
    const comparisons = results.domains
      .flatMap(({ items, indexes }) => [...Object.values(items), ...Object.values(indexes)])
      .flatMap((cell) => (cell.status === "published" ? (cell.comparisons ?? []) : []))
      .map(({ positive, clear }) => ({ p: positive.p ?? 1, clear }));
    expect(comparisons.length).toBeGreaterThan(100);
    expect(comparisons.filter(({ p, clear }) => clear && p > 0.05)).toEqual([]);
    expect(comparisons.filter(({ p, clear }) => !clear && p <= 0.05 / 13)).toEqual([]);
  });

  it("drops a comparison with a domain that is withheld", () => {
    const few = [...people, ...crowd(3, () => ({ age: "60-", codes: all(1) }))];
    const withheldParent = estimateRound(inputOf(round, few));
    for (const { items } of withheldParent.domains) {
      for (const [item, cell] of Object.entries(items)) {
        if (cell.status !== "published") continue;
        for (const { to } of cell.comparisons ?? []) {
          const other = withheldParent.domains.find(({ id }) => id === to);
          expect(Object.entries(other?.items ?? {}).find(([id]) => id === item)?.[1].status).toBe(
            "published",
          );
        }
      }
    }
  });
});

describe("indexes", () => {
  it("are estimated from people's scores", () => {
    const people = crowd(40, (i) => ({ codes: all(i % 2 ? 1 : 4) }));
    const { indexes } = estimateRound(inputOf(plainRound(["0751"]), people)).domains[0] ?? {};
    for (const cell of Object.values(indexes ?? {})) {
      expect(cell.status).toBe("published");
      if (cell.status !== "published") continue;
      expect(cell).toMatchObject({
        n: 40,
        weighted: { mean: { estimate: 62.5 }, positive: { estimate: 50 } },
      });
      expect(cell.weighted.distribution).toEqual([50, 0, 0, 50, 0]);
    }
    expect(Object.keys(indexes ?? {})).toEqual([
      "dignity",
      "relevance",
      "competence",
      "progression",
      "total",
    ]);
  });

  it("are withheld wherever one of their parts is", () => {
    const people = [
      ...background(),
      ...crowd(6, (i) => ({
        age: "60-",
        codes: all((i % 5) + 1).map((c, item) => (item === 0 && i < 3 ? 8 : c)),
      })),
    ];
    const results = estimateRound(inputOf(round, people));
    const domain = results.domains.find(({ id }) => id === "0751.age_band=60-");
    expect(domain?.items.q1?.status).toBe("withheld");
    expect(domain?.items.q2?.status).toBe("published");
    expect(domain?.indexes.dignity?.status).toBe("withheld");
    expect(domain?.indexes.total?.status).toBe("withheld");
    expect(domain?.indexes.relevance?.status).toBe("published");
  });

  it("are withheld where everybody says »don't know«", () => {
    const people = [...background(), ...crowd(20, () => ({ age: "60-", codes: all(8) }))];
    const domain = estimateRound(inputOf(round, people)).domains.find(({ id }) => id === "0751.age_band=60-");
    expect(domain?.indexes.total).toEqual(withheld);
    expect(domain?.items.q1).toEqual(withheld);
  });
});

describe("a cell is uncertain", () => {
  const large = crowd(300, (i) => ({ codes: all((i % 5) + 1) }));
  const single = plainRound(["0751"]);
  /** How sure the share positive is of n people of whom some are positive and some in the middle, in a large municipality. */
  const uncertainty = (n: number, positive: number): boolean => {
    const others = crowd(n, (i) => ({ age: "60-", codes: all(i < positive ? 1 : 3 + (i % 2)) }));
    return published(estimateRound(inputOf(single, [...large, ...others])), "0751.age_band=60-").uncertain;
  };

  it("below 30 effective answers, however narrow the interval", () => {
    expect(uncertainty(29, 2)).toBe(true);
    expect(uncertainty(30, 2)).toBe(false);
  });

  it("when the interval is 30 points wide or more, however many the answers", () => {
    expect(uncertainty(42, 21)).toBe(true);
    expect(uncertainty(60, 30)).toBe(false);
  });
});

describe("what does not fit together", () => {
  const input = inputOf(round, background());

  it.each([
    ["no answers at all", { answers: [] }, "no answers"],
    ["an answer from outside the sample", { sample: input.sample.slice(1) }, "is not in the sample"],
    ["two rows of one respondent", { answers: [...input.answers, ...input.answers.slice(0, 1)] }, "two rows"],
    [
      "a group that is not in the allocation",
      { allocation: input.allocation.slice(1) },
      "the allocation does not have",
    ],
    [
      "more answers than citizens",
      { allocation: input.allocation.map((row) => ({ ...row, population: 3 })) },
      "40 answers from 3 citizens",
    ],
    [
      "a band that the round does not have",
      { sample: input.sample.map((row) => ({ ...row, age_band: "30-34" })) },
      "»30-34« is no value of age_band",
    ],
  ])("throws for %s", (_, changes, message) => {
    expect(() => estimateRound({ ...input, ...changes })).toThrow(message);
  });
});
