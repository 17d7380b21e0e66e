import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallestSize } from "#survey/sample/smallestSize.ts";

/** True at 12, then again from 40 on. */
const turnsBack = (n: number): number => Number(n === 12 || n >= 40);

describe("smallestSize", () => {
  it("finds where a monotone condition turns true", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.nat(1200), (from, room, turn) => {
        const to = from + room;
        const expected = turn > to ? null : Math.max(from, turn);
        expect(smallestSize({ from, to }, 1, (n) => Number(n >= turn))).toBe(expected);
      }),
    );
  });

  it("tries every size where the condition may turn back", () => {
    expect(smallestSize({ from: 10, to: 100, monotoneFrom: 30 }, 1, turnsBack)).toBe(12);
    expect(smallestSize({ from: 13, to: 100, monotoneFrom: 30 }, 1, turnsBack)).toBe(40);
    expect(smallestSize({ from: 13, to: 20, monotoneFrom: 30 }, 1, turnsBack)).toBeNull();
  });

  it("asks few times", () => {
    let asked = 0;
    smallestSize({ from: 1000, to: 2000 }, 1, (n) => {
      asked++;
      return Number(n >= 1203);
    });
    expect(asked).toBeLessThanOrEqual(13);
  });
});
