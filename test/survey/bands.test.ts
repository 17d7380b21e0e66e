import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandLabels, bandOf, bandsOf, interviewBandOf } from "#survey/bands.ts";
import { plainRound } from "./plainRound.ts";

describe("bandLabels", () => {
  it.each([
    [
      [30, 40],
      ["under-30", "30-39", "40-"],
    ],
    [[18], ["under-18", "18-"]],
    [
      [1, 3, 6],
      ["under-1", "1-2", "3-5", "6-"],
    ],
    [
      [1, 2, 4],
      ["under-1", "1", "2-3", "4-"],
    ],
  ])("%j makes %j", (cuts, labels) => {
    expect(bandLabels(cuts)).toEqual(labels);
  });

  it("throws without cut points", () => {
    expect(() => bandLabels([])).toThrow(RangeError);
  });
});

describe("bandOf", () => {
  it.each([
    [0, "under-30"],
    [29, "under-30"],
    [30, "30-39"],
    [39, "30-39"],
    [40, "40-"],
    [100, "40-"],
  ])("%d is %s", (value, label) => {
    expect(bandOf(value, [30, 40])).toBe(label);
  });

  it("rises with the value and knows every label", () => {
    const cuts = fc
      .uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 6 })
      .map((points) => points.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(cuts, fc.nat(220), (points, value) => {
        const labels = bandLabels(points);
        expect(new Set(labels).size).toBe(points.length + 1);
        const place = labels.indexOf(bandOf(value, points));
        expect(place).toBe(points.filter((cut) => cut <= value).length);
      }),
    );
  });

  it("throws for what is no number", () => {
    expect(() => bandOf(NaN, [30])).toThrow(RangeError);
  });
});

describe("interviewBandOf", () => {
  it("has a band for people without an interview", () => {
    expect(interviewBandOf(null, [1, 3, 6])).toBe("none");
    expect(interviewBandOf(0, [1, 3, 6])).toBe("under-1");
  });
});

describe("bandsOf", () => {
  it("has the bands of a round with the default cut points", () => {
    expect(bandsOf(plainRound(["0751"]))).toEqual({
      age_band: ["under-30", "30-39", "40-49", "50-59", "60-"],
      duration_band: ["under-26", "26-51", "52-103", "104-"],
      interview_band: ["under-1", "1-2", "3-5", "6-", "none"],
    });
  });
});
