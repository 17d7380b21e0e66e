import { describe, expect, it } from "vitest";
import { probabilityOfAnswers } from "#survey/forecast/answers.ts";
import { rateScenarios } from "#survey/forecast/rateScenarios.ts";
import { sampleSize } from "#survey/sample/sampleSize.ts";
import { targetGroupAllocation } from "#survey/sample/targetGroupAllocation.ts";
import vectors from "../../vectors/allocation.json" with { type: "json" };
import { plainRound } from "../plainRound.ts";

const { survey_shape: shape } = vectors;
const rates = shape.response_rate;
/** As in the vectors: independent citizens, and no size curve above the minimum. */
const { sampling } = plainRound(["0751"], {
  sampling: { icc: 0, sizeCurve: { from: 1_000_000, to: 2_000_000 } },
});
const scenarios = rateScenarios(rates, 0, 2000);

describe("sampleSize", () => {
  it.each(shape.n_needed_p95_pilot)(
    "allocation.json: $municipality needs $n for P(≥ 200) ≥ .95",
    (expected) => {
      const planning = {
        populations: expected.N,
        rates,
        deviations: shape.sd,
        minimumAnswers: shape.rmin_per_group,
      };
      const n = sampleSize(planning, sampling, { rates, scenarios, targetAnswers: 200 });
      expect(n).toBe(expected.n);
      const { sample } = targetGroupAllocation(n, planning);
      expect(sample).toEqual(expected.allocation);
      const chance = probabilityOfAnswers(sample, scenarios, 200);
      expect(Math.abs(chance - expected.p)).toBeLessThan(1e-8);
      expect(chance >= 0.95).toBe(expected.reachable);
    },
  );
});
