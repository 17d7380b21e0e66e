import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { studentCdf, studentQuantile } from "#survey/distributions/studentT.ts";

describe("studentQuantile", () => {
  it("gives the example of its documentation", () => {
    expect(studentQuantile(0.975, 10)).toBeCloseTo(2.228138851986275, 12);
  });

  it.each([
    [0.975, 1, 12.706204736174705],
    [0.975, 2, 4.302652729749464],
    [0.975, 10, 2.228138851986275],
    [0.95, 37, 1.6870936195962636],
    [0.975, 139, 1.9771777244903337],
    [0.975, 1097, 1.9621288398547716],
    [0.999, 5, 5.89342953135601],
    [0.975, 49608, 1.9600118060230283],
  ])("agrees with mpmath at p=%d, df=%d", (p, df, expected) => {
    expect(Math.abs(studentQuantile(p, df) / expected - 1)).toBeLessThan(1e-12);
    expect(studentQuantile(1 - p, df)).toBeCloseTo(-expected, 8);
  });

  it("is 0 in the middle and the inverse of the distribution function", () => {
    expect(studentQuantile(0.5, 7)).toBe(0);
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.integer({ min: 1, max: 60_000 }),
        (p, df) => {
          expect(Math.abs(studentCdf(studentQuantile(p, df), df) - p)).toBeLessThan(1e-11);
        },
      ),
    );
  });

  it.each([
    [0, 5],
    [1, 5],
    [0.5, 0],
    [0.5, Infinity],
    [NaN, 5],
  ])("throws at p=%d, df=%d", (p, df) => {
    expect(() => studentQuantile(p, df)).toThrow(RangeError);
  });
});

describe("studentCdf", () => {
  it("gives the example of its documentation", () => {
    expect(studentCdf(2, 2)).toBeCloseTo(0.9082482904638631, 13);
  });

  it.each([
    [1.5, 7, 0.911350756505015],
    [4, 30, 0.9998090771819581],
    [-1.2, 3.5, 0.15250724268893226],
    [0, 3, 0.5],
  ])("agrees with boost (scipy) at t=%d, df=%d", (t, df, expected) => {
    expect(Math.abs(studentCdf(t, df) - expected)).toBeLessThan(1e-13);
  });

  it("throws without degrees of freedom", () => {
    expect(() => studentCdf(1, 0)).toThrow(RangeError);
  });
});
