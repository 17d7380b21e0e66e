/** What is seen in a picture: contrast between colours (WCAG 2.2), ground and text of a piece of it, what has changed. */
import type { Colour, Picture } from "./png.ts";

/** A rectangle in CSS pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function luminance(colour: Colour): number {
  const [r = 0, g = 0, b = 0] = colour.map((value) => {
    const channel = value / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** The colour that most of a box has, and the one that stands out from it most: of text, the middle of its strokes. */
export function groundAndFigure(
  picture: Picture,
  box: Box,
  scale: number,
): { ground: Colour; figure: Colour; contrast: number } {
  const pixels = new Map<number, number>();
  const [left, top] = [Math.max(0, Math.ceil(box.x * scale)), Math.max(0, Math.ceil(box.y * scale))];
  const right = Math.min(picture.width, Math.floor((box.x + box.width) * scale));
  const bottom = Math.min(picture.height, Math.floor((box.y + box.height) * scale));
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const [red, green, blue] = picture.at(x, y);
      const colour = (red << 16) | (green << 8) | blue;
      pixels.set(colour, (pixels.get(colour) ?? 0) + 1);
    }
  }
  const [most] = [...pixels].toSorted((a, b) => b[1] - a[1]);
  if (!most) throw new RangeError(`nothing to see in ${JSON.stringify(box)}`);
  const ground = split(most[0]);
  let found = { ground, figure: ground, contrast: 1 };
  for (const colour of pixels.keys()) {
    const figure = split(colour);
    const ratio = contrast(figure, ground);
    if (ratio > found.contrast) found = { ground, figure, contrast: ratio };
  }
  return found;
}

const split = (colour: number): Colour => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff];

/** Picture pixels whose colour has changed by at least this contrast. */
export function changedPixels(before: Picture, after: Picture, atLeast: number): number {
  let changed = 0;
  for (let y = 0; y < before.height; y++) {
    for (let x = 0; x < before.width; x++) {
      if (contrast(before.at(x, y), after.at(x, y)) >= atLeast) changed++;
    }
  }
  return changed;
}
