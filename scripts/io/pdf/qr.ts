/** A QR code as the drawing operators of a PDF: one rectangle a run of dark modules. */
import { correction, generate } from "lean-qr";

/** Light modules that must stay around a code (ISO/IEC 18004, 5.3.8). */
export const QUIET_MODULES = 4;

/**
 * Operators that fill the code into a square of `size` points, quiet zone included, with its top left corner at (`x`, `y`)
 * points from the top left of the page. Error correction M: 15 % may be lost to a fold or a stain.
 */
export function qrOperators(text: string, x: number, y: number, size: number): string {
  const code = generate(text, { minCorrectionLevel: correction.M });
  const module = size / (code.size + 2 * QUIET_MODULES);
  const operators = [
    `q ${place(module)} 0 0 ${place(module)} ${place(x + QUIET_MODULES * module)} ${place(y + QUIET_MODULES * module)} cm 0 g`,
  ];
  for (let row = 0; row < code.size; row++) {
    for (let column = 0; column < code.size; column++) {
      if (!code.get(column, row)) continue;
      const start = column;
      while (code.get(column + 1, row)) column += 1;
      operators.push(`${start} ${row} ${column - start + 1} 1 re`);
    }
  }
  operators.push("f Q");
  return operators.join("\n");
}

const place = (points: number): string => String(Math.round(points * 1e4) / 1e4);
