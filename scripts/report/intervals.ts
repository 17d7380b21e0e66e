/** A dot with its interval a row, against a mark that all rows share: expected answers against the 200. */
import { place, type Tone } from "./bars.ts";
import { number } from "./danish.ts";
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

/** Ticks of an axis from 0: at most six steps of 1, 2 or 5 times a power of ten, the last at or after the largest value. */
export function ticksTo(largest: number): number[] {
  if (!(largest > 0)) return [0, 1];
  const power = 10 ** Math.floor(Math.log10(largest / 6));
  const step =
    [1, 2, 5, 10].map((factor) => factor * power).find((size) => size * 6 >= largest) ?? 10 * power;
  return Array.from({ length: Math.ceil(largest / step) + 1 }, (_, i) => i * step);
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
  const ticks = ticksTo(Math.max(chart.mark?.value ?? 0, ...chart.rows.map((row) => row.high)));
  const max = ticks.at(-1) ?? 1;
  const axis = ticks.map(
    (tick) => html`<i class="tick" style="left:${place(tick, max)}%">${number(tick)}</i>`,
  );
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
      <li class="axis" aria-hidden="true"><span class="track">${axis}</span></li>
    </ul>
  </figure> `;
}
