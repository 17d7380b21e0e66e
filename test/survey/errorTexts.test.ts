import { describe, expect, it } from "vitest";
import { EDGE_ERRORS, FIELD_ERRORS } from "#survey/edgeErrors.ts";
import { dateInWords, edgeErrors, fieldErrors, fieldName } from "#survey/texts/errors.da.ts";

describe("the error texts", () => {
  it("has a whole sentence for each error", () => {
    const texts = [...EDGE_ERRORS.map((e) => edgeErrors[e]), ...FIELD_ERRORS.map((e) => fieldErrors[e])];
    for (const text of texts) expect(text).toMatch(/^[A-ZÆØÅ].*\.$/);
  });

  it("names questions and days as people do", () => {
    expect([fieldName("q14"), fieldName("l2")]).toEqual(["spørgsmål 14", "kommunens spørgsmål 2"]);
    expect([dateInWords("2026-08-31"), dateInWords("2026-01-09")]).toEqual([
      "31. august 2026",
      "9. januar 2026",
    ]);
  });
});
