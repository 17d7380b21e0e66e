import { describe, expect, it } from "vitest";
import { numbersIn } from "#survey/presentation/numbers.ts";

describe("numbers as Danish readers write them", () => {
  const { count, percent, score, ratio, signed, points, under, limits, date } = numbersIn("da");

  it("has a point between thousands, a decimal comma and a hard space before %", () => {
    expect(count(12345)).toBe("12.345");
    expect(percent(61)).toBe("61\u00a0%");
    expect(score(62.4)).toBe("62,4");
    expect(score(100)).toBe("100,0");
    expect(ratio(1.267)).toBe("1,27");
  });

  it("has a sign for differences, and a minus that is one", () => {
    expect([signed(4), signed(-3), signed(0)]).toEqual(["+4", "\u22123", "0"]);
    expect([points(1), points(-7)]).toEqual(["1 procentpoint", "7 procentpoint"]);
  });

  it("writes an interval in one piece", () => {
    const interval = { estimate: 61, low: 58, high: 64 };
    expect(limits(interval, String)).toBe("58–64");
    expect(limits({ estimate: 1, low: -3, high: 4 }, signed)).toBe("\u22123 til +4");
  });

  it("has no text for an interval that is not defined", () => {
    const undefinedInterval = { estimate: 61, low: null, high: null };
    expect(limits(undefinedInterval, String)).toBeNull();
  });

  it("says what is small and when", () => {
    expect(under(5)).toBe("under 5");
    expect(date("2026-09-20")).toBe("20. september 2026");
  });
});

describe("numbers as English readers write them", () => {
  const { count, percent, score, points, limits, date } = numbersIn("en");
  it("has a comma between thousands, a decimal point and no blank before %", () => {
    expect([count(12345), percent(61), score(62.4)]).toEqual(["12,345", "61%", "62.4"]);
    expect([points(1), points(-7)]).toEqual(["1 percentage point", "7 percentage points"]);
    expect(limits({ estimate: 1, low: -3, high: 4 }, String)).toBe("-3 to 4");
    expect(date("2026-09-20")).toBe("20 September 2026");
  });
});
