import { describe, expect, it } from "vitest";
import { flagOf } from "#survey/forecast/flag.ts";
import vectors from "../../vectors/forecast.json" with { type: "json" };

describe("flagOf", () => {
  it.each(vectors.midfield)("is $expected.flag at P = $expected.p_ge_T", ({ expected }) => {
    expect(flagOf(expected.p_ge_T, 0.9)).toBe(expected.flag);
  });

  it("says that the design is short, unless the field work makes up for it", () => {
    expect(flagOf(0.01, 0.001)).toBe("unreachable");
    expect(flagOf(0.6, 0.001)).toBe("yellow");
    expect(flagOf(0.97, 0.001)).toBe("green");
  });
});
