import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64, fromBase64Url, toBase64, toBase64Url } from "#db/base64.ts";

describe("base64", () => {
  it("is what Node writes, and reads back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
        expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString("base64url"));
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
        expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
      }),
    );
  });

  it("takes 44 kB in one piece", () => {
    const bytes = new Uint8Array(44_000).fill(200);
    expect(fromBase64(toBase64(bytes))).toEqual(bytes);
  });

  it.each(["A", "AA", "AAA", "AA=A", "AA==AA==", "AB==", "AA-_", "AA AA===", "ÆÆÆÆ"])(
    "does not read %s",
    (text) => {
      expect(fromBase64(text)).toBeNull();
    },
  );

  it.each(["A", "AB", "AA==", "A+A/", "AA A"])("does not read %s as base64url", (text) => {
    expect(fromBase64Url(text)).toBeNull();
  });
});
