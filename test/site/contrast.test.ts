import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { contrast, lowContrasts } from "../../scripts/io/siteContrast.ts";

const css = await readFile(new URL("../../site/styles/tokens.css", import.meta.url), "utf8");

describe("the colours of the site", () => {
  it("reach their contrast in the light and the dark scheme, with each colour a municipality can choose", () => {
    expect(lowContrasts(css)).toEqual([]);
  });

  it("are refused when a pair is too weak, in the scheme where it is", () => {
    expect(lowContrasts(css.replace("--muted: #345", "--muted: #8a97a3"))).toEqual(
      expect.arrayContaining(["light, blue: muted on ground is 3.0:1, not 7:1"]),
    );
    expect(lowContrasts(css.replace("--ink: #eee", "--ink: #707070")).join()).toMatch(
      /^dark, blue: ink on ground/,
    );
    expect(lowContrasts(css.replace("--band: #811", "--band: #e05050"))).toEqual([
      "light, red: on-band on band is 3.9:1, not 7:1",
      "dark, red: on-band on band is 3.9:1, not 7:1",
    ]);
  });

  it("are refused when a colour of the palette or a token is missing", () => {
    expect(lowContrasts(css.replace(".teal {", ".petrol {"))).toEqual(["teal: no such class"]);
    expect(lowContrasts(css.replaceAll("--error:", "--mistake:"))[0]).toMatch(/error on ground is NaN:1/);
  });
});

it("computes the contrast of WCAG's own examples", () => {
  expect(contrast("#000000", "#ffffff")).toBe(21);
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
});
