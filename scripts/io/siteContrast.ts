/** The contrast of the site's colours, computed from its tokens: a build with a pair that is too weak is refused. */
import { COLOURS } from "#survey/palette.ts";

/** WCAG 2.2 success criterion 1.4.6 (AAA) for text. */
export const TEXT_CONTRAST = 7;
/** More than the 3:1 of 1.4.11: borders of controls, the mark of the chosen answer, numbers on bars. */
export const LINE_CONTRAST = 4.5;

/** `[what is read, what it stands on, how much it must differ]`, by the names of the tokens. */
const PAIRS: readonly (readonly [string, string, number])[] = [
  ["ink", "ground", TEXT_CONTRAST],
  ["ink", "surface", TEXT_CONTRAST],
  ["ink", "chosen", TEXT_CONTRAST],
  ["muted", "ground", TEXT_CONTRAST],
  ["muted", "surface", TEXT_CONTRAST],
  ["accent", "ground", TEXT_CONTRAST],
  ["accent", "surface", TEXT_CONTRAST],
  ["error", "ground", TEXT_CONTRAST],
  ["on-band", "band", TEXT_CONTRAST],
  ["control", "ground", LINE_CONTRAST],
  ["control", "surface", LINE_CONTRAST],
  ["accent", "chosen", LINE_CONTRAST],
  ...[1, 2, 3, 4, 5].map((step) => [`on-scale-${step}`, `scale-${step}`, LINE_CONTRAST] as const),
];

/** Relative luminance of an sRGB colour `#rgb` or `#rrggbb`, 0 to 1 (WCAG 2.2). NaN for anything else. */
function luminance(colour: string): number {
  const full = colour.length === 4 ? colour.replaceAll(/[0-9a-f]/g, "$&$&") : colour;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** (L1 + 0.05) / (L2 + 0.05), L1 the luminance of the lighter colour: 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

type Tokens = ReadonlyMap<string, string>;

const declarations = (block: string): Tokens =>
  new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6})\b/g)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );

/** The tokens of a stylesheet by scheme and, where a class changes some, by class. */
function palettes(css: string): Map<string, Tokens> {
  const [root = "", dark = ""] = [...css.matchAll(/:root\s*{([^}]*)}/g)].map(([, block = ""]) => block);
  const schemes = { light: [root], dark: [root, dark] };
  const found = new Map<string, Tokens>();
  for (const [scheme, blocks] of Object.entries(schemes)) {
    for (const colour of COLOURS) {
      const [, own = ""] = new RegExp(`\\.${colour}\\s*{([^}]*)}`).exec(css) ?? [];
      found.set(
        `${scheme}, ${colour}`,
        new Map([...blocks, own].flatMap((block) => [...declarations(block)])),
      );
    }
  }
  return found;
}

/**
 * The pairs that do not reach their contrast, in words: `light, green: on-band on band is 3.9:1, not 7:1`. A colour of the
 * palette that the stylesheet does not know is one of them.
 */
export function lowContrasts(css: string): string[] {
  const unknown = COLOURS.filter((colour) => colour !== "blue" && !css.includes(`.${colour} {`));
  const low = [...palettes(css)].flatMap(([name, tokens]) =>
    PAIRS.flatMap(([text, ground, least]) => {
      const reached = contrast(tokens.get(text) ?? "", tokens.get(ground) ?? "");
      return reached >= least
        ? []
        : [`${name}: ${text} on ${ground} is ${reached.toFixed(1)}:1, not ${least}:1`];
    }),
  );
  return [...unknown.map((colour) => `${colour}: no such class`), ...low];
}
