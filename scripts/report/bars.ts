/** Bars in HTML and CSS: every value also stands as text, so the picture adds to the words and never replaces them. */
import { html, noHtml, type Html } from "./html.ts";

/** A tone is a colour with a meaning that also stands in words. */
export type Tone = "plain" | "good" | "warn" | "bad" | "quiet";

export interface Bar {
  label: string;
  value: number;
  /** The value in words: `1.234 (22 %)`. */
  text: string;
  tone?: Tone;
}

export interface BarChart {
  caption: string;
  bars: readonly Bar[];
  /** The value at the right edge; default: the largest. */
  max?: number;
  /** A line through all bars: `200 svar`. */
  mark?: { value: number; label: string };
}

/** Place on the axis in percent of its width, cut to the axis. */
export const place = (value: number, max: number): number =>
  Math.round(Math.min(1, Math.max(0, max > 0 ? value / max : 0)) * 10_000) / 100;

/** One horizontal bar a row. */
export function barChart(chart: BarChart): Html {
  const largest = Math.max(0, chart.mark?.value ?? 0, ...chart.bars.map((bar) => bar.value));
  const max = chart.max ?? largest;
  const mark = chart.mark ? html`<i class="mark" style="left:${place(chart.mark.value, max)}%"></i>` : noHtml;
  const key = chart.mark ? html`<p class="key"><i class="mark"></i> ${chart.mark.label}</p> ` : noHtml;
  const rows = chart.bars.map(
    (bar) =>
      html`<li>
        <span class="label">${bar.label}</span>
        <span class="track" aria-hidden="true"
          ><i class="bar ${bar.tone ?? "plain"}" style="width:${place(bar.value, max)}%"></i>${mark}</span
        >
        <span class="value">${bar.text}</span>
      </li> `,
  );
  return html`<figure class="bars">
    <figcaption>${chart.caption}</figcaption>
    ${key}
    <ul>
      ${rows}
    </ul>
  </figure> `;
}
