import { describe, expect, it } from "vitest";
import { contactIn } from "#survey/freetext/contactIn.ts";

describe("contactIn", () => {
  it.each([
    ["Ring 20 30 40 50", "phone", "20 30 40 50"],
    ["(+45 20304050)", "phone", "+45 20304050"],
    ["070761-4280", "cpr", "070761-4280"],
    ["jeg er 0707614280 og bor her", "cpr", "0707614280"],
    ["skriv til hanne@example.dk i dag", "email", "hanne@example.dk"],
    ["hanne@example.dk eller 20304050", "email", "hanne@example.dk"],
  ])("finds in »%s« a %s", (text, kind, found) => {
    expect(contactIn(text)).toEqual({ kind, found });
  });

  it.each([
    "",
    "Jeg har ventet siden 2019 og 2020.",
    "§ 11 i lov 1482 af 2014",
    "Det kostede 12.500 kr.",
    "uge 35-37",
  ])("finds nothing in »%s«", (text) => {
    expect(contactIn(text)).toBeNull();
  });

  it("does not speak again of what is left, nor make a number of what is around it", () => {
    const text = "Ring 20304050 eller 60708090";
    expect(contactIn(text, ["20304050"])).toEqual({ kind: "phone", found: "60708090" });
    expect(contactIn(text, ["20304050", "60708090"])).toBeNull();
    expect(contactIn("2030 20304050 4050", ["20304050"])).toBeNull();
  });
});
