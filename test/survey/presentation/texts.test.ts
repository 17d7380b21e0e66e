import { describe, expect, it } from "vitest";
import { bandsOf } from "#survey/bands.ts";
import { BREAKDOWNS } from "#survey/results.ts";
import {
  absence,
  breakdownValue,
  items,
  municipality,
  municipalitiesFinding,
} from "#survey/texts/results.da.ts";

describe("the words of the results pages", () => {
  it("names every kind of band", () => {
    expect(breakdownValue("age_band", "under-30")).toBe("Under 30 år");
    expect(breakdownValue("age_band", "30-39")).toBe("30–39 år");
    expect(breakdownValue("age_band", "60-")).toBe("60 år og derover");
    expect(breakdownValue("interview_band", "under-1")).toBe("Under 1 måned");
    expect(breakdownValue("interview_band", "1")).toBe("1 måned");
    expect(breakdownValue("interview_band", "none")).toBe("Ingen samtale");
    expect(breakdownValue("duration_band", "104-")).toBe("104 uger og derover");
    expect(breakdownValue("sex", "f")).toBe("Kvinder");
    expect(breakdownValue("finished", "1")).toBe("Har forladt ydelsen");
  });

  it("leaves no code of a band on the page", () => {
    const bands = bandsOf({ bands: { age: [30], duration: [26, 52], interview: [1, 2, 3] } });
    const values = { sex: ["f", "m"], finished: ["0", "1"], ...bands };
    for (const variable of BREAKDOWNS) {
      for (const value of values[variable]) expect(breakdownValue(variable, value)).not.toBe(value);
    }
  });

  it("counts municipalities in words that fit the number", () => {
    expect(municipalitiesFinding(0, 0, 0)).toMatch(/^Ingen kommune kan sammenlignes/);
    expect(municipalitiesFinding(0, 0, 8)).toMatch(/ligger ingen klart over eller under/);
    expect(municipalitiesFinding(2, 0, 8)).toMatch(
      /ligger 2 klart over og ingen klart under .* ikke sikker\.$/,
    );
    expect(municipalitiesFinding(5, 3, 8)).not.toMatch(/For resten/);
    expect(municipality.others(1)).toBe("og 1 spørgsmål mere");
  });

  it("claims nothing about what cannot be compared", () => {
    expect(items.compared("notComparable", "55 %")).toBe("alle deltagende 55 %");
    expect(items.compared("higher", "55 %")).toBe("klart højere end alle deltagende (55 %)");
  });

  it("says withheld, missing and not asked in different words", () => {
    const words = [
      absence({ status: "withheld", reason: "primary" }),
      absence({ status: "withheld", reason: "complementary" }),
      absence({ status: "missing" }),
      absence({ status: "notAsked" }),
    ];
    expect(new Set(words).size).toBe(4);
  });
});
