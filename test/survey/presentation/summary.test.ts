import { describe, expect, it } from "vitest";
import { closedItemsByTheme, lookup } from "#survey/presentation/lookup.ts";
import {
  hasResults,
  OVERALL,
  overallByMunicipality,
  standings,
  summaryOf,
} from "#survey/presentation/summary.ts";
import { CLOSED_ITEM_IDS, CURRENT_VERSION } from "#survey/questionnaire.ts";
import { resultsFixture } from "../../site/results.ts";

const results = resultsFixture();

describe("lookup", () => {
  const find = lookup(results);

  it("finds a cell by where it is", () => {
    const domain = results.domains.find(({ id }) => id === "0751.sygedagpenge");
    expect(find.cells({ municipality: "0751", targetGroup: "sygedagpenge" })("q4")).toBe(domain?.items.q4);
    expect(find.cells({ breakdown: { variable: "sex", value: "f" } })("q1").status).toBe("published");
  });

  it("tells missing from not asked", () => {
    expect(find.cells({ municipality: "0461" })("q1")).toEqual({ status: "missing" });
    const withoutQ6 = structuredClone(results);
    for (const { items } of withoutQ6.domains) delete items.q6;
    expect(lookup(withoutQ6).cells({})("q6")).toEqual({ status: "notAsked" });
  });

  it("keeps the order of the values of a background variable", () => {
    expect(find.values("0751", "age_band")).toEqual(["under-30", "30-39", "40-49", "50-59", "60-"]);
  });
});

describe("summaryOf", () => {
  it("has the items in the order of the questionnaire, and the four target groups", () => {
    const summary = summaryOf(results, null);
    expect(summary.items).toEqual(CLOSED_ITEM_IDS);
    expect(summary.groups.map(({ group }) => group)).toEqual([
      "dagpenge",
      "aktivitetsparate",
      "sygedagpenge",
      "jobparate",
    ]);
    expect(summary.cells(OVERALL)).toBe(results.domains[0]?.items.q13);
  });

  it("knows every cell on the page", () => {
    const { shown, backgrounds } = summaryOf(results, "0751");
    const values = backgrounds.flatMap(({ rows }) => rows).length;
    expect(shown).toHaveLength(13 + 4 * 13 + values);
  });

  it("knows a municipality without a single result", () => {
    expect(hasResults(summaryOf(results, "0751"))).toBe(true);
    expect(hasResults(summaryOf(results, "0825"))).toBe(false);
  });

  it("fits the scale to what is published, whatever is withheld", () => {
    const censored = structuredClone(results);
    for (const domain of censored.domains) {
      if (domain.municipality !== "0825") continue;
      for (const item of CLOSED_ITEM_IDS)
        domain.items[item] = { status: "withheld", reason: "complementary" };
    }
    expect(summaryOf(censored, null).scale).toEqual(summaryOf(results, null).scale);
  });
});

describe("standings", () => {
  it("counts the municipalities that are clearly above and below, of those with a result", () => {
    const withResult = overallByMunicipality(results).filter(({ status }) => status === "published");
    const { higher, lower, compared } = standings(results);
    expect(compared).toBe(withResult.length);
    expect(higher + lower).toBeGreaterThan(0);
    expect(higher + lower).toBeLessThan(compared);
  });
});

describe("closedItemsByTheme", () => {
  it("leaves out the free texts", () => {
    const themes = closedItemsByTheme(CURRENT_VERSION);
    expect(themes.map(({ theme, items }) => [theme, items.length])).toEqual([
      ["dignity", 3],
      ["relevance", 3],
      ["competence", 4],
      ["progression", 2],
      ["overall", 1],
    ]);
  });

  it("throws on a version that never was", () => {
    expect(() => closedItemsByTheme("1999-1")).toThrow(RangeError);
  });
});
