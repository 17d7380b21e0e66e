import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ageAt, parseCpr, passesModulus11, type Cpr } from "#survey/cpr.ts";

const read = (cell: string | number): Cpr => {
  const parsed = parseCpr(cell);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.cpr;
};

describe("the examples of PRODUCT §5", () => {
  it("070761-4285 is a man born on 7 July 1961", () => {
    expect(read("070761-4285")).toStrictEqual({
      digits: "0707614285",
      birthDate: "1961-07-07",
      sex: "m",
      replacement: false,
    });
  });

  it.each([
    ["251248-9996", "1948-12-25"],
    ["010170-1234", "1970-01-01"],
  ])("%s is valid although modulus 11 fails", (number, birthDate) => {
    const cpr = read(number);
    expect(cpr.birthDate).toBe(birthDate);
    expect(passesModulus11(cpr.digits)).toBe(false);
  });

  it("290204-0005 was born on the leap day of 1904", () => {
    expect(read("290204-0005").birthDate).toBe("1904-02-29");
  });

  it("310250-9000 is no number: there is no 31 February", () => {
    expect(parseCpr("310250-9000")).toStrictEqual({ ok: false, reason: "date" });
  });

  it("670761-4285 is a replacement number of somebody born on 7 July 1961", () => {
    expect(read("670761-4285")).toMatchObject({ replacement: true, birthDate: "1961-07-07", sex: "m" });
  });
});

describe("the century", () => {
  // The table of PRODUCT §5, cell by cell: seventh digit, year, century.
  const table: [number[], number[], number][] = [
    [[0, 1, 2, 3], [0, 36, 37, 57, 58, 99], 1900],
    [[4, 9], [0, 36], 2000],
    [[4, 9], [37, 57, 58, 99], 1900],
    [[5, 6, 7, 8], [0, 36, 37, 57], 2000],
    [[5, 6, 7, 8], [58, 99], 1800],
  ];
  const cells = table.flatMap(([sevenths, years, century]) =>
    sevenths.flatMap((seventh) => years.map((year) => [seventh, year, century] as const)),
  );

  it.each(cells)("seventh digit %i, year %i: the %is", (seventh, year, century) => {
    const digits = `1503${String(year).padStart(2, "0")}${seventh}111`;
    expect(read(digits).birthDate).toBe(`${century + year}-03-15`);
  });

  it("decides whether 29 February exists", () => {
    expect(read("290200-4005").birthDate).toBe("2000-02-29");
    expect(parseCpr("290200-0005").ok).toBe(false);
  });
});

describe("messy cells", () => {
  it.each([
    "0707614285",
    "070761-4285",
    " 070761 4285 ",
    "070761–4285",
    "'0707614285",
    "0707614285.0",
    "\u00a00707614285",
  ])("»%s« is read", (cell) => expect(read(cell).digits).toBe("0707614285"));

  it.each([707614285, "707614285", "70761-4285"])("%s gets its leading zero back", (cell) => {
    expect(read(cell).digits).toBe("0707614285");
  });

  it.each([
    ["", "empty"],
    ["   ", "empty"],
    ["07076142", "length"],
    [7614285, "length"],
    ["07076142855", "length"],
    ["1,01E+09", "scientific"],
    ["7.07614285E+8", "scientific"],
    ["0707614A85", "characters"],
    ["Hansen", "characters"],
    ["07-07-1961", "characters"],
    [0, "length"],
    [-707614285, "characters"],
    ["320761-4285", "date"],
    ["921261-4285", "date"],
    ["601261-4285", "date"],
    ["001261-4285", "date"],
    ["071361-4285", "date"],
  ] as const)("%s is refused: %s", (cell, reason) => {
    expect(parseCpr(cell)).toStrictEqual({ ok: false, reason });
  });
});

describe("age and sex", () => {
  it("counts whole years, the birthday included", () => {
    const cpr = read("070761-4285");
    expect(ageAt(cpr, "2026-07-06")).toBe(64);
    expect(ageAt(cpr, "2026-07-07")).toBe(65);
    expect(ageAt(cpr, "1961-07-06")).toBe(-1);
  });

  it("an even last digit is a woman", () => {
    expect(read("070761-4284").sex).toBe("f");
  });
});

describe("properties", () => {
  const tenDigits = fc.stringMatching(/^\d{10}$/);

  it("accepts ten digits or says why not, whatever the cell", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), tenDigits, fc.integer()), (cell) => {
        const parsed = parseCpr(cell);
        expect(parsed.ok ? parsed.cpr.digits : parsed.reason).toMatch(/^(\d{10}|[a-z]+)$/);
      }),
    );
  });

  it("exactly one of the ten last digits that share a serial's beginning passes modulus 11, or none", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{9}$/), (nine) => {
        const passing = Array.from({ length: 10 }, (_, last) => `${nine}${last}`).filter(passesModulus11);
        expect(passing.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
