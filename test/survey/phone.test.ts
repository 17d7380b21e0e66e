import { describe, expect, it } from "vitest";
import { parsePhoneNumberFromString } from "libphonenumber-js/mobile";
import { parsePhone } from "#survey/phone.ts";

// 67 and 68 are spare in the Danish numbering plan; the Swedish and German numbers are set aside for fiction.
describe("phone numbers as systems export them", () => {
  it.each([
    "67123456",
    67123456,
    "67 12 34 56",
    "67-12-34-56",
    "67.12.34.56",
    "+4567123456",
    "+45 67123456",
    "(+45) 67123456",
    "004567123456",
    "4567123456",
    "67123456.0",
    "'67123456",
    "\u00a067123456",
  ])("%s is +4567123456", (cell) => {
    expect(parsePhone(cell)).toStrictEqual({ ok: true, phone: "+4567123456", country: "DK" });
  });

  it("keeps a number that ends in .00 between its pairs", () => {
    expect(parsePhone("67.12.34.00")).toMatchObject({ ok: true, phone: "+4567123400" });
  });

  it.each([
    ["+46 70 174 06 55", "+46701740655", "SE"],
    ["0049 171 3920012", "+491713920012", "DE"],
  ])("%s is a foreign mobile number", (cell, phone, country) => {
    expect(parsePhone(cell)).toStrictEqual({ ok: true, phone, country });
  });

  it.each([
    ["", "empty"],
    ["  ", "empty"],
    ["-", "empty"],
    ["12345678", "placeholder"],
    ["+45 12345678", "placeholder"],
    ["00000000", "placeholder"],
    [0, "placeholder"],
    ["99999999", "placeholder"],
    ["6712345", "invalid"],
    ["671234567", "invalid"],
    ["ingen", "invalid"],
    ["67123456/67123457", "invalid"],
    ["18123456", "invalid"],
    ["+49 30 1234567", "invalid"],
  ] as const)("»%s« is %s", (cell, reason) => {
    expect(parsePhone(cell)).toStrictEqual({ ok: false, reason });
  });
});

it("every Danish block is read as libphonenumber reads it, whatever the last digits", () => {
  const differing: string[] = [];
  for (let block = 2000; block <= 9999; block++) {
    for (const last of ["0000", "1357", "9999"]) {
      const number = `${block}${last}`;
      const parsed = parsePhone(number);
      if (!parsed.ok && parsed.reason === "placeholder") continue;
      if (parsed.ok !== parsePhoneNumberFromString(`+45${number}`)?.isValid()) differing.push(number);
    }
  }
  expect(differing).toStrictEqual([]);
});
