/** The frame of every chart picture: its words above, its source below, white ground. So it can stand alone. */
import type { ChartWords } from "../plot.ts";
import { escaped, INK, MUTED, round, textAt, wrapped, type TextStyle } from "./text.ts";

export const WIDTH = 800;
export const MARGIN = 24;
const INNER = WIDTH - 2 * MARGIN;
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif";
const LEADING = 1.35;

const TITLE: TextStyle = { size: 20, weight: 700 };
const FINDING: TextStyle = { size: 15, weight: 700 };
const SUBTITLE: TextStyle = { size: 14, fill: MUTED };
const SOURCE: TextStyle = { size: 12, fill: MUTED };

/** Lines below each other from `y` on; gives them and the place below. */
function paragraph(text: string, y: number, style: TextStyle): { svg: string; y: number } {
  const lines = wrapped(text, INNER, style.size);
  const step = style.size * LEADING;
  return {
    svg: lines.map((line, i) => textAt(line, MARGIN, y + style.size + i * step, style)).join(""),
    y: y + lines.length * step,
  };
}

/**
 * A whole SVG document.
 * @param note on uncertainty, below the drawing.
 * @param draw the drawing from `top` on, and where it ends.
 */
export function picture(
  words: ChartWords,
  { language, note }: { language: string; note: string },
  draw: (top: number) => { svg: string; bottom: number },
): string {
  const { title, subtitle, finding, source } = words;
  const head = paragraph(title, MARGIN, TITLE);
  const says = paragraph(finding, head.y + 6, FINDING);
  const measured = paragraph(subtitle, says.y + 4, SUBTITLE);
  const drawing = draw(measured.y + 16);
  const below = paragraph(note, drawing.bottom + 14, SOURCE);
  const from = paragraph(source, below.y + 2, SOURCE);
  const height = round(from.y + MARGIN / 2);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" lang="${language}" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="t d" font-family="${FONT}">`,
    `<title id="t">${escaped(title)}</title><desc id="d">${escaped(`${finding} ${subtitle}`)}</desc>`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    `<g fill="${INK}">`,
    head.svg,
    says.svg,
    measured.svg,
    drawing.svg,
    below.svg,
    from.svg,
    "</g></svg>\n",
  ].join("");
}
