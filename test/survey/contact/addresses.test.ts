import { describe, expect, it } from "vitest";
import { personalLink, typedAddress } from "#survey/contact/link.ts";
import { smsSenderOf } from "#survey/contact/smsSender.ts";
import { faultOf } from "#survey/contact/spreadsheetText.ts";
import { MUNICIPALITIES } from "#survey/municipalities.ts";

describe("addresses", () => {
  it("puts the code behind the #, where no server sees it", () => {
    expect(personalLink("https://svar.example.dk", "aarhus", "ABCDEFGHJKMNPQRS")).toBe(
      "https://svar.example.dk/aarhus/#ABCD-EFGH-JKMN-PQRS",
    );
    expect(typedAddress("https://svar.example.dk")).toBe("svar.example.dk");
  });
});

describe("smsSenderOf", () => {
  it("is at most 11 letters and digits of ASCII for every municipality", () => {
    for (const municipality of MUNICIPALITIES)
      expect(smsSenderOf(municipality)).toMatch(/^[A-Za-z0-9]{3,11}$/);
    expect(smsSenderOf({ name: "Ærø" })).toBe("Aeroe");
    expect(smsSenderOf({ name: "Ringkøbing-Skjern" })).toBe("Kommunen");
  });
});

describe("faultOf", () => {
  it.each(["=SUM(A1)", "+45", "-Hansen", "@Hansen", "  =1+1"])("refuses %s", (name) => {
    expect(faultOf(name)).toBe("formula");
  });
  it.each(["Hansen\nNielsen", "A\tB", "A\u0000", "A\u2028B"])("refuses a control character", (name) => {
    expect(faultOf(name)).toBe("control");
  });
  it.each(["Bo-Erik Ågård", "Ng", "O'Neil", "", "Jørgen = Bo"])("takes »%s« as it is", (name) => {
    expect(faultOf(name)).toBeNull();
  });
});
