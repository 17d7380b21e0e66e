import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAnswered } from "#survey/answered.ts";
import { bandsOf } from "#survey/bands.ts";
import { estimateRound } from "#survey/estimate/results.ts";
import { CLOSED_ITEM_IDS } from "#survey/questionnaire.ts";
import { resultsSchema, type Domain } from "#survey/results.ts";
import { TARGET_GROUPS } from "#survey/targetGroups.ts";
import { plainRound } from "../plainRound.ts";
import { inputOf, type Invited } from "./people.ts";

const CENSUS = "0101";
const round = plainRound(["0751", CENSUS, "0461"]);
const { age_band, duration_band, interview_band } = bandsOf(round);

const anyPerson: fc.Arbitrary<Invited> = fc.record({
  municipality: fc.constantFrom("0751", CENSUS, "0461"),
  group: fc.constantFrom(...TARGET_GROUPS),
  sex: fc.constantFrom("f", "m"),
  age: fc.constantFrom(...age_band),
  duration: fc.constantFrom(...duration_band),
  interview: fc.constantFrom(...interview_band),
  finished: fc.constantFrom("0", "1"),
  codes: fc.option(
    fc.array(fc.constantFrom(1, 2, 2, 3, 4, 5, 8, 9, null), { minLength: 13, maxLength: 13 }),
    { nil: null, freq: 6 },
  ),
});

const anyCrowd = fc.array(anyPerson, { minLength: 20, maxLength: 400, size: "max" });

/** Who of the answered is in a domain, by the fields of the person alone. */
const isIn = (person: Invited, { municipality, targetGroup, breakdown }: Domain): boolean => {
  const values = {
    sex: person.sex,
    age_band: person.age,
    duration_band: person.duration,
    interview_band: person.interview,
    finished: person.finished,
  };
  return (
    (municipality === null || person.municipality === municipality) &&
    (targetGroup === null || person.group === targetGroup) &&
    (breakdown === null || values[breakdown.variable] === breakdown.value)
  );
};

const thresholdIn = (municipality: string | null): number =>
  municipality === CENSUS ? round.disclosure.censusThreshold : round.disclosure.threshold;

describe("estimateRound, whoever answers what", () => {
  it("publishes only what may be, counts rightly and keeps every figure on its scale", () => {
    fc.assert(
      fc.property(anyCrowd, (people) => {
        const answered = people.filter(({ codes }) => codes !== null && isAnswered(codes));
        fc.pre(answered.length > 0);
        const results = estimateRound(inputOf(round, people, { census: [CENSUS] }));
        resultsSchema.parse(results);
        for (const domain of results.domains) {
          const members = answered.filter((person) => isIn(person, domain));
          CLOSED_ITEM_IDS.forEach((id, item) => {
            const cell = domain.items[id];
            expect(["published", "withheld", "missing"]).toContain(cell?.status);
            expect(cell?.status === "missing").toBe(members.length === 0);
            if (cell?.status !== "published") return;
            const codes = members.map((person) => person.codes?.[item] ?? 0).filter((c) => c >= 1 && c <= 5);
            expect(cell.n).toBe(codes.length);
            expect(cell.n).toBeGreaterThanOrEqual(thresholdIn(domain.municipality));
            const mean = codes.reduce((sum, code) => sum + (5 - code) * 25, 0) / codes.length;
            expect(Math.abs((cell.unweighted?.mean.estimate ?? NaN) - mean)).toBeLessThanOrEqual(0.0500001);
            for (const { mean: score, positive } of [
              cell.weighted,
              ...(cell.unweighted ? [cell.unweighted] : []),
            ]) {
              for (const { estimate, low, high } of [score, positive]) {
                expect(low ?? 0).toBeLessThanOrEqual(estimate);
                expect(high ?? 100).toBeGreaterThanOrEqual(estimate);
              }
            }
          });
        }
      }),
      { numRuns: 25 },
    );
  });

  it("leaves no person of a published domain's surroundings alone", () => {
    fc.assert(
      fc.property(anyCrowd, (people) => {
        const answered = people.filter(({ codes }) => codes !== null && isAnswered(codes));
        fc.pre(answered.length > 0);
        const results = estimateRound(inputOf(round, people, { census: [CENSUS] }));
        const published = results.domains.filter((domain) => domain.items.q1?.status === "published");
        const valid = (domain: Domain) =>
          answered.filter(
            (person) => isIn(person, domain) && [1, 2, 3, 4, 5].includes(person.codes?.[0] ?? 0),
          );
        const members = new Map(published.map((domain) => [domain, new Set(valid(domain))]));
        for (const [inner, inside] of members) {
          for (const [outer, around] of members) {
            const steps = [
              inner.municipality !== outer.municipality,
              inner.targetGroup !== outer.targetGroup,
              inner.breakdown?.value !== outer.breakdown?.value,
            ].filter(Boolean).length;
            const contained = inside.size < around.size && [...inside].every((person) => around.has(person));
            const isParent =
              contained &&
              steps === 1 &&
              (outer.municipality === null || outer.municipality === inner.municipality) &&
              (outer.targetGroup === null || outer.targetGroup === inner.targetGroup) &&
              (outer.breakdown === null || outer.breakdown.value === inner.breakdown?.value);
            if (!isParent) continue;
            expect(around.size - inside.size).toBeGreaterThanOrEqual(thresholdIn(outer.municipality));
          }
        }
      }),
      { numRuns: 10 },
    );
  });
});
