import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";

const css = await readFile(new URL("../../site/styles/tokens.css", import.meta.url), "utf8");
const [light = "", dark = ""] = css.split("@media (prefers-color-scheme: dark)");

const tokensOf = (text: string) =>
  new Map([...text.matchAll(/--([\w-]+): (#[0-9a-f]{3,6});/g)].map(([, name, value]) => [name, value]));

/** Relative luminance of an sRGB colour (WCAG 2.2). */
function luminance(colour: string): number {
  const full = colour.length === 4 ? colour.replaceAll(/[0-9a-f]/g, "$&$&") : colour;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** (L1 + 0.05) / (L2 + 0.05), the lighter above. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const SCHEMES = [
  ["light", tokensOf(light)],
  ["dark", new Map([...tokensOf(light), ...tokensOf(dark)])],
] as const;

describe.each(SCHEMES)("the colours of the %s scheme", (_name, tokens) => {
  const colour = (name: string): string => tokens.get(name) ?? "#nothing";

  it.each([
    ["ink", "ground"],
    ["ink", "surface"],
    ["ink", "chosen"],
    ["muted", "ground"],
    ["muted", "surface"],
    ["accent", "ground"],
    ["accent", "surface"],
    ["error", "ground"],
    ["on-band", "band"],
  ])("have 7:1 between the text %s and %s", (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(7);
  });

  it.each([
    ["control", "ground"],
    ["control", "surface"],
    ["accent", "chosen"],
  ])("have 4.5:1 between the line %s and %s", (line, ground) => {
    expect(contrast(colour(line), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each([1, 2, 3, 4, 5])("have 4.5:1 between the number and its segment %i", (step) => {
    expect(contrast(colour(`on-scale-${step}`), colour(`scale-${step}`))).toBeGreaterThanOrEqual(4.5);
  });
});

it("computes the contrast of WCAG's own examples", () => {
  expect(contrast("#000000", "#ffffff")).toBe(21);
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
});
