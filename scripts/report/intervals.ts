/** A dot with its interval a row, against a mark that all rows share: expected answers against the 200. */
import { place, type Tone } from "./bars.ts";
import { html, noHtml, type Html } from "./html.ts";

export interface IntervalRow {
  label: string;
  low: number;
  middle: number;
  high: number;
  /** The values in words: `214 (191–238)`. */
  text: string;
  tone?: Tone;
}

export interface IntervalChart {
  caption: string;
  rows: readonly IntervalRow[];
  /** A line through all rows. */
  mark?: { value: number; label: string };
  /** What the tones mean, in words. */
  tones?: readonly { tone: Tone; label: string }[];
}

/** The end of the axis: the next 1, 2 or 5 times a power of ten, in fifths, that holds the largest value. */
export function axisEnd(largest: number): number {
  if (!(largest > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(largest));
  const step = power / 2;
  return Math.ceil(largest / step) * step;
}

function rowOf(row: IntervalRow, max: number, mark: Html): Html {
  const [low, middle, high] = [place(row.low, max), place(row.middle, max), place(row.high, max)];
  const width = Math.round((high - low) * 100) / 100;
  return html`<li class="${row.tone ?? "plain"}">
    <span class="label">${row.label}</span>
    <span class="track" aria-hidden="true"
      >${mark}<i class="range" style="left:${low}%;width:${width}%"></i
      ><i class="dot" style="left:${middle}%"></i
    ></span>
    <span class="value">${row.text}</span>
  </li> `;
}

export function intervalChart(chart: IntervalChart): Html {
  const max = axisEnd(Math.max(chart.mark?.value ?? 0, ...chart.rows.map((row) => row.high)));
  const mark = chart.mark ? html`<i class="mark" style="left:${place(chart.mark.value, max)}%"></i>` : noHtml;
  const keys = [
    ...(chart.mark ? [html`<li><i class="mark"></i> ${chart.mark.label}</li> `] : []),
    ...(chart.tones ?? []).map((t) => html`<li class="${t.tone}"><i class="dot"></i> ${t.label}</li> `),
  ];
  return html`<figure class="intervals">
    <figcaption>${chart.caption}</figcaption>
    <ul class="key">
      ${keys}
    </ul>
    <ul>
      ${chart.rows.map((row) => rowOf(row, max, mark))}
    </ul>
  </figure> `;
}
