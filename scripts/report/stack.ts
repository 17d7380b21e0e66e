/** Rows that each divide a whole into the same parts: the frame, the sample and the answers by target group. */
import { html, type Html } from "./html.ts";
import { percent } from "./danish.ts";

export interface StackChart {
  caption: string;
  /** The names of the parts, in the order they stand; at most five. */
  parts: readonly string[];
  rows: readonly { label: string; values: readonly number[] }[];
}

function segments(values: readonly number[]): Html[] {
  const sum = values.reduce((a, b) => a + b, 0);
  return values.map((value, i) => {
    const share = sum > 0 ? value / sum : 0;
    return html`<i class="part part-${i + 1}" style="flex-grow:${Math.round(share * 10_000)}"
      >${share >= 0.08 ? percent(share) : ""}</i
    >`;
  });
}

function inWords(parts: readonly string[], values: readonly number[]): string {
  const sum = values.reduce((a, b) => a + b, 0);
  return parts.map((part, i) => `${part} ${percent(sum > 0 ? (values[i] ?? 0) / sum : 0)}`).join(", ");
}

/** One bar of full width a row, divided by the shares of its parts. */
export function stackChart(chart: StackChart): Html {
  const key = chart.parts.map((part, i) => html`<li><i class="part part-${i + 1}"></i> ${part}</li> `);
  const rows = chart.rows.map(
    (row) =>
      html`<li>
        <span class="label">${row.label}</span>
        <span class="whole" role="img" aria-label="${inWords(chart.parts, row.values)}"
          >${segments(row.values)}</span
        >
      </li> `,
  );
  return html`<figure class="stack">
    <figcaption>${chart.caption}</figcaption>
    <ul class="key" aria-hidden="true">
      ${key}
    </ul>
    <ul>
      ${rows}
    </ul>
  </figure> `;
}
