import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakdownValues, domainsOf, parentsOf } from "#survey/estimate/domains.ts";
import { domainId } from "#survey/results.ts";
import { plainRound } from "../plainRound.ts";

const values = breakdownValues(plainRound(["0751"]));
const domains = domainsOf(["0751", "0101"], values);
const ids = domains.map(domainId);

describe("domainsOf", () => {
  it("lists every domain once", () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of [
      "all",
      "0751",
      "dagpenge",
      "0101.jobparate",
      "all.sex=f",
      "0751.age_band=30-39",
      "0101.duration_band=under-26",
      "all.interview_band=none",
      "0751.finished=1",
    ]) {
      expect(ids).toContain(id);
    }
  });

  it("never crosses background with target group", () => {
    expect(domains.some(({ targetGroup, breakdown }) => targetGroup !== null && breakdown !== null)).toBe(
      false,
    );
  });
});

describe("parentsOf", () => {
  it.each([
    ["all", []],
    ["0751", ["all"]],
    ["dagpenge", ["all"]],
    ["0751.dagpenge", ["dagpenge", "0751"]],
    ["all.sex=f", ["all"]],
    ["0751.sex=f", ["all.sex=f", "0751"]],
  ])("%s lies in %j", (id, parents) => {
    const domain = domains[ids.indexOf(id)];
    expect(domain && parentsOf(domain).map(domainId)).toEqual(parents);
  });

  it("names only domains that are listed, and leads to all in a few steps", () => {
    fc.assert(
      fc.property(fc.constantFrom(...domains), (domain) => {
        let generation = [domain];
        for (let step = 0; step < 3; step++) {
          generation = generation.flatMap((one) => (domainId(one) === "all" ? [one] : parentsOf(one)));
          expect(generation.every((one) => ids.includes(domainId(one)))).toBe(true);
        }
        expect(generation.every((one) => domainId(one) === "all")).toBe(true);
      }),
    );
  });
});
