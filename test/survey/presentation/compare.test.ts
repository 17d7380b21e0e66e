import { describe, expect, it } from "vitest";
import { compareShares, extremes, standouts } from "#survey/presentation/compare.ts";
import type { CellReading } from "#survey/presentation/reading.ts";
import { domainOf, shareCell } from "./cells.ts";

const WITHHELD: CellReading = { state: "withheld", reason: "primary" };

const reference = domainOf(() => shareCell(50, 48, 52));

describe("compareShares", () => {
  const all = shareCell(50, 48, 52);

  it("claims a difference only when the printed intervals do not touch", () => {
    expect(compareShares(shareCell(60, 53, 67), all)).toBe("higher");
    expect(compareShares(shareCell(40, 33, 47), all)).toBe("lower");
    expect(compareShares(shareCell(60, 52, 68), all)).toBe("notDifferent");
    expect(compareShares(shareCell(40, 32, 48), all)).toBe("notDifferent");
    expect(compareShares(all, all)).toBe("notDifferent");
  });

  it("compares nothing with what is withheld, missing, not asked or without an interval", () => {
    const cells: CellReading[] = [
      WITHHELD,
      { state: "none" },
      { state: "notAsked" },
      shareCell(90, null, null),
    ];
    for (const cell of cells) {
      expect(compareShares(cell, all)).toBe("notComparable");
      expect(compareShares(all, cell)).toBe("notComparable");
    }
  });
});

const differing = (points: number, clear: boolean, p: number | null = 0.01) => {
  const difference = { estimate: points, low: points - 4, high: points + 4, p };
  const comparison = { to: "all", mean: difference, positive: difference, clear };
  return { ...shareCell(50 + points, 40 + points, 60 + points), comparisons: [comparison] };
};

describe("a published difference", () => {
  const all = shareCell(50, 47, 53);
  it("decides where intervals that touch could not", () => {
    expect(compareShares(differing(6, true), all)).toBe("higher");
    expect(compareShares(differing(-6, true), all)).toBe("lower");
  });

  it("is not called one that is not clear for all items together", () => {
    expect(compareShares(differing(20, false), all)).toBe("notDifferent");
  });

  it("is not claimed when its printed interval has come to zero", () => {
    const close = differing(4, true);
    expect(close.comparisons[0]?.positive.low).toBe(0);
    expect(compareShares(close, all)).toBe("notDifferent");
  });

  it("leaves it to the intervals where it has none itself, or is with another domain", () => {
    expect(compareShares(differing(20, false, null), all)).toBe("higher");
    expect(compareShares(differing(20, false), all, "0751")).toBe("higher");
  });
});

describe("standouts", () => {
  const items = ["q1", "q2", "q3", "q4", "q5"] as const;

  it("lists the clear differences, the largest first, and how many items were compared", () => {
    const here = domainOf({
      q1: shareCell(60, 55, 65),
      q2: shareCell(80, 75, 85),
      q3: shareCell(50, 45, 55),
      q4: shareCell(20, 15, 25),
      q5: WITHHELD,
    });
    expect(standouts(items, here, reference)).toEqual({
      higher: [
        { item: "q2", share: 80, reference: 50, difference: 30 },
        { item: "q1", share: 60, reference: 50, difference: 10 },
      ],
      lower: [{ item: "q4", share: 20, reference: 50, difference: -30 }],
      compared: 4,
    });
  });

  it("finds nothing where nothing can be compared", () => {
    expect(
      standouts(
        items,
        domainOf(() => WITHHELD),
        reference,
      ),
    ).toEqual({ higher: [], lower: [], compared: 0 });
  });
});

describe("extremes", () => {
  it("names the best and the weakest item when their intervals are clear of each other", () => {
    const here = domainOf({
      q1: shareCell(60, 55, 65),
      q2: shareCell(30, 25, 35),
      q3: WITHHELD,
      q4: shareCell(50, 45, 55),
    });
    expect(extremes(["q1", "q2", "q3", "q4"], here)).toEqual({
      best: { items: ["q1"], share: 60 },
      weakest: { items: ["q2"], share: 30 },
    });
  });

  it("names all that share a place, and none unless every one of them is clear of the other end", () => {
    const tied = {
      q1: shareCell(30, 25, 35),
      q2: shareCell(60, 55, 65),
      q3: shareCell(60, 50, 70),
      q4: shareCell(30, 27, 33),
    };
    const items = ["q1", "q2", "q3", "q4"] as const;
    expect(extremes(items, domainOf(tied))).toEqual({
      best: { items: ["q2", "q3"], share: 60 },
      weakest: { items: ["q1", "q4"], share: 30 },
    });
    expect(extremes(items, domainOf({ ...tied, q3: shareCell(60, 34, 80) }))).toBeNull();
  });

  it("names none when they are not, or when there is nothing to rank", () => {
    expect(
      extremes(["q1", "q2"], domainOf({ q1: shareCell(50, 40, 60), q2: shareCell(45, 35, 55) })),
    ).toBeNull();
    expect(extremes(["q1"], domainOf({ q1: shareCell(50, 40, 60) }))).toBeNull();
    expect(
      extremes(
        ["q1"],
        domainOf(() => WITHHELD),
      ),
    ).toBeNull();
  });
});
