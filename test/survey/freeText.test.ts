import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { characterCount, fits, normaliseText } from "#survey/freeText.ts";

describe("normaliseText", () => {
  it.each([
    ["a\r\nb\rc\nd", "a\nb\nc\nd"],
    ["a\u2028b\u2029c\u000bd\u000ce\u0085f", "a\nb\nc\nd\ne\nf"],
    ["a\u0000b\u001bc\u007fd\u009fe", "abcde"],
    ["a\tb", "a\tb"],
    ["  \u00a0\n a b \r\n ", "a b"],
    ["\u0000 \u0000", ""],
    ["a\ud800b", "a\ufffdb"],
    ["æøå »citat« 🙂 العربية", "æøå »citat« 🙂 العربية"],
  ])("makes of %j %j", (text, stored) => {
    expect(normaliseText(text)).toBe(stored);
  });

  it("done twice changes nothing, and leaves neither controls nor half characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const stored = normaliseText(text);
        expect(normaliseText(stored)).toBe(stored);
        expect(stored).not.toMatch(/\p{Surrogate}/u);
        expect(stored).not.toMatch(/(?![\t\n])\p{Cc}/u);
      }),
    );
  });
});

describe("fits", () => {
  it("counts code points, not UTF-16 units", () => {
    expect(characterCount("a🙂")).toBe(2);
    expect(fits("🙂".repeat(4000))).toBe(true);
    expect(fits("🙂".repeat(4001))).toBe(false);
    expect(fits("x".repeat(4000))).toBe(true);
    expect(fits("x".repeat(4001))).toBe(false);
  });
});
