import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pad, unpad } from "#db/padding.ts";

describe("padding", () => {
  it("takes the smallest of the sizes, 4 bytes for the length", () => {
    const sizes = [0, 1020, 1021, 2044, 2045, 32_764].map((n) => pad("x".repeat(n))?.length);
    expect(sizes).toEqual([1024, 1024, 2048, 2048, 4096, 32_768]);
    expect(pad("x".repeat(32_765))).toBeNull();
    expect(pad("æ".repeat(510))?.length).toBe(1024);
    expect(pad("æ".repeat(511))?.length).toBe(2048);
  });

  it("comes off again, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 3000 }), (text) => {
        expect(unpad(pad(text) ?? new Uint8Array())).toBe(text);
      }),
    );
  });

  it("comes off of nothing that it does not make", () => {
    const padded = pad("hej") ?? new Uint8Array();
    const changed = (index: number, byte: number) => {
      const bytes = padded.slice();
      bytes[index] = byte;
      return bytes;
    };
    expect(unpad(changed(1023, 1))).toBeNull();
    expect(unpad(changed(2, 4))).toBeNull();
    expect(unpad(changed(4, 0xff))).toBeNull();
    expect(unpad(padded.subarray(0, 1023))).toBeNull();
    expect(unpad(new Uint8Array(2048))).toBeNull();
    expect(unpad(new Uint8Array(3))).toBeNull();
  });
});
