/** Text in an SVG picture, which breaks no lines by itself. */

/** Mean width of a letter of a sans-serif font, in its size: a little wide, so that lines rather end early. */
const LETTER = 0.56;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const escaped = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);

/** The text in lines of about `widthPx`; a word that is longer stands alone. */
export function wrapped(text: string, widthPx: number, sizePx: number): string[] {
  const most = Math.floor(widthPx / (LETTER * sizePx));
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && `${line} ${word}`.length <= most) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export interface TextStyle {
  size: number;
  weight?: 400 | 700;
  fill?: string;
  anchor?: "start" | "middle" | "end";
}

/** One line of text; `y` is its base line. */
export function textAt(text: string, x: number, y: number, style: TextStyle): string {
  const { size, weight = 400, fill = INK, anchor = "start" } = style;
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escaped(text)}</text>`;
}

/** Colours on white, as in the light scheme of the pages: readable in print and for every kind of colour vision. */
export const INK = "#112233";
export const MUTED = "#334455";
export const LINE = "#b9c4cd";
export const DOT = "#005577";
export const REFERENCE = "#8a949e";

export const round = (value: number): number => Math.round(value * 10) / 10;
