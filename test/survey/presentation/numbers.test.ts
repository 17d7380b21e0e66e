import { describe, expect, it } from "vitest";
import { count, limits, percent, range, ratio, score } from "#survey/presentation/numbers.ts";

describe("numbers as Danish readers write them", () => {
  it("has a point between thousands, a decimal comma and a hard space before %", () => {
    expect(count(12345)).toBe("12.345");
    expect(percent(61)).toBe("61\u00a0%");
    expect(score(62.4)).toBe("62,4");
    expect(score(100)).toBe("100,0");
    expect(ratio(1.267)).toBe("1,27");
  });

  it("writes an interval in one piece or as its two limits", () => {
    const interval = { estimate: 61, low: 58, high: 64 };
    expect(limits(interval, String)).toBe("58–64");
    expect(range(interval, String, percent)).toEqual(["58", "64\u00a0%"]);
  });

  it("has no text for an interval that is not defined", () => {
    const undefinedInterval = { estimate: 61, low: null, high: null };
    expect(limits(undefinedInterval, String)).toBeNull();
    expect(range(undefinedInterval, String, percent)).toBeNull();
  });
});
