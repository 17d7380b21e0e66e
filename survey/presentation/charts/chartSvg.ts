import type { ResultLanguage } from "../language.ts";
import { numbersIn } from "../numbers.ts";
import type { Plot } from "./plot.ts";
import { dotsSvg } from "./svg/dots.ts";
import { linesSvg } from "./svg/lines.ts";
import { chartTextsIn } from "./words.ts";

/**
 * A chart as an SVG document that can stand alone: title, finding, what is measured, the drawing, a note on uncertainty and
 * the source. The same chart gives the same bytes; no size in it depends on a withheld result.
 */
export function chartSvg(plot: Plot, language: ResultLanguage): string {
  const { percent, count } = numbersIn(language);
  const note = plot.kind === "line" && plot.unit === "count" ? "" : chartTextsIn(language).uncertaintyNote;
  if (plot.kind === "dots") return dotsSvg(plot, { language, note, unit: percent(0).slice(1) });
  return linesSvg(plot, { language, note, axisText: plot.unit === "percent" ? percent : count });
}
