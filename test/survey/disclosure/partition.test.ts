import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stepped, withheldParts } from "#survey/disclosure/partition.ts";

const THRESHOLD = 5;
const parts = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 6 });

describe("withheldParts", () => {
  it("withholds the example of its description", () => {
    expect(withheldParts([40, 3, 12, 55], THRESHOLD)).toEqual([false, true, true, false]);
    expect(withheldParts([40, 12, 55], THRESHOLD)).toEqual([false, false, false]);
    expect(withheldParts([20, 2, 1, 40], THRESHOLD, new Set([0]))).toEqual([false, true, true, true]);
  });

  it("leaves nothing small to be found: withheld parts hold the threshold together, or everything is withheld", () => {
    fc.assert(
      fc.property(parts, (counts) => {
        const withheld = withheldParts(counts, THRESHOLD);
        counts.forEach((count, i) => expect(count >= THRESHOLD || withheld[i]).toBe(true));
        const hidden = counts.filter((_, i) => withheld[i]);
        const all = hidden.length === counts.length;
        const sum = hidden.reduce((a, b) => a + b, 0);
        expect(hidden.length === 0 || all || (hidden.length > 1 && sum >= THRESHOLD)).toBe(true);
      }),
    );
  });

  it("withholds nothing without need", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: THRESHOLD, max: 40 }), { minLength: 1, maxLength: 6 }),
        (counts) => {
          expect(withheldParts(counts, THRESHOLD)).not.toContain(true);
        },
      ),
    );
  });
});

describe("stepped", () => {
  it("never moves by less than the threshold, and never leaves less to the total", () => {
    expect(stepped([2, 6, 8, 13], THRESHOLD, 13)).toEqual([0, 6, 6, 13]);
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 1, maxLength: 20 }), fc.nat(9), (days, drafts) => {
        let sum = 0;
        const counts = days.map((n) => (sum += n));
        const total = sum + drafts;
        const shown = stepped(counts, THRESHOLD, total);
        shown.forEach((value, i) => {
          const before = shown[i - 1] ?? 0;
          expect(value === before || value - before >= THRESHOLD).toBe(true);
          expect(value).toBeLessThanOrEqual(counts[i] ?? 0);
          expect(value === 0 || total - value === 0 || total - value >= THRESHOLD).toBe(true);
        });
      }),
    );
  });
});
