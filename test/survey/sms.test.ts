import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outsideGsm7, smsSize } from "#survey/sms.ts";

describe("smsSize", () => {
  it("holds 160 characters of GSM-7 in one message, 153 in each part of a longer one", () => {
    expect(smsSize("x".repeat(160))).toEqual({ encoding: "gsm-7", units: 160, parts: 1 });
    expect(smsSize("x".repeat(161)).parts).toBe(2);
    expect(smsSize("x".repeat(306)).parts).toBe(2);
    expect(smsSize("x".repeat(307)).parts).toBe(3);
  });

  it("has Danish letters in GSM-7", () => {
    expect(smsSize("ÆØÅ æøå é ü ß").encoding).toBe("gsm-7");
  });

  it("counts the euro sign and brackets as two, and never cuts them", () => {
    expect(smsSize("€".repeat(80))).toEqual({ encoding: "gsm-7", units: 160, parts: 1 });
    // 76 of them fill 152 of 153 places: the last place of each part stays empty.
    expect(smsSize("€".repeat(153)).parts).toBe(3);
  });

  it.each(["–", "”", "…", "’", "»"])("turns to 70 characters for %s", (character) => {
    expect(smsSize(character + "x".repeat(69))).toEqual({ encoding: "ucs-2", units: 70, parts: 1 });
    expect(smsSize(character + "x".repeat(70)).parts).toBe(2);
    expect(outsideGsm7(`a${character}b${character}`)).toEqual([character]);
  });

  it("counts what lies outside the basic plane as two and never cuts it", () => {
    expect(smsSize("😀").units).toBe(2);
    expect(smsSize("😀".repeat(67)).parts).toBe(3);
  });

  it("leaves at most one place empty in each part", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 900 }), (text) => {
        const { encoding, units, parts } = smsSize(text);
        const room = encoding === "gsm-7" ? [160, 153] : [70, 67];
        expect(parts).toBeGreaterThanOrEqual(units <= (room[0] ?? 0) ? 1 : Math.ceil(units / (room[1] ?? 1)));
        expect(parts).toBeLessThanOrEqual(Math.ceil(units / ((room[1] ?? 1) - 1)) || 1);
      }),
    );
  });
});
