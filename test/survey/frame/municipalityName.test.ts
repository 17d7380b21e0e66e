import { describe, expect, it } from "vitest";
import { municipalitiesIn, municipalityOfCell } from "#survey/frame/municipalityName.ts";
import { MUNICIPALITIES } from "#survey/municipalities.ts";

describe("every municipality is recognised by every spelling, and by no other's", () => {
  it.each(MUNICIPALITIES.map((m) => [m.name, m] as const))(
    "%s",
    (_, { code, name, fullName, aliases, slug }) => {
      for (const spelling of [name, name.toUpperCase(), fullName, slug, code, ...aliases])
        expect([spelling, municipalitiesIn(`Udtræk_${spelling}_2. kvt. 2026`)]).toStrictEqual([
          spelling,
          [code],
        ]);
    },
  );
});

it.each([
  ["Århus udtræk".normalize("NFD"), ["0751"]],
  ["Arhus", ["0751"]],
  ["Hjorring", ["0860"]],
  ["HØJE TAASTRUP", ["0169"]],
  ["hoejetaastrup", ["0169"]],
  ["Hoje Tastrup", ["0169"]],
  ["Lemvig og Struer", ["0665", "0671"]],
  ["Ringsted 0329", ["0329"]],
  ["udtræk 2026", []],
  ["20260615", []],
  ["Frederiksberg", ["0147"]],
])("»%s« names %j", (text, codes) => expect(municipalitiesIn(text)).toStrictEqual(codes));

it.each([
  ["0751", "0751"],
  [751, "0751"],
  ["751", "0751"],
  ["Aarhus Kommune", "0751"],
  ["Lemvig/Struer", null],
  ["9999", null],
  ["", null],
  [null, null],
])("the cell %s is %s", (cell, code) => expect(municipalityOfCell(cell)).toBe(code));
