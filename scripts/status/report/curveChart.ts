/** The response curve as a drawing in SVG: a line for what came, a broken one for what was expected, a tick a contact. */
import { number } from "../../report/danish.ts";
import { html, noHtml, type Html } from "../../report/html.ts";
import { shortDay, type Curve } from "./curve.ts";

const [WIDTH, HEIGHT] = [340, 170];
const BOX = { left: 40, right: 8, top: 12, bottom: 26 };

export const CURVE_STYLE = `ul.curve-key { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; margin: 0 0 .7rem; padding: 0; list-style: none; font-size: .9rem; color: var(--soft); }
.curves { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); gap: .5rem 1.5rem; }
.curves figure { margin: .5rem 0; max-width: 34rem; }
.curve svg { display: block; width: 100%; height: auto; }
.curve text { font: 11px system-ui, sans-serif; fill: var(--soft); }
.curve .grid { stroke: var(--line); stroke-width: 1; }
.curve .contact { stroke: var(--quiet); stroke-width: 1; stroke-dasharray: 1 3; }
.curve .expected { fill: none; stroke: var(--quiet); stroke-width: 2; stroke-dasharray: 5 4; }
.curve .sent { fill: none; stroke: var(--plain); stroke-width: 2.5; }
.curve .now { fill: var(--plain); }
.key .line { display: inline-block; width: 1.6rem; border-top: 2.5px solid var(--plain); }
.key .line.broken { border-top: 2px dashed var(--quiet); }
.key .line.dotted { width: 0; height: 1rem; border-top: 0; border-left: 1px dotted var(--quiet); }
`;

/** A round number at or above the largest value, divisible by four. */
function axisEnd(largest: number): number {
  const least = Math.max(4, largest);
  const power = 10 ** Math.floor(Math.log10(least / 4));
  const step = [1, 2, 2.5, 5, 10].find((s) => s * power * 4 >= least && Number.isInteger(s * power)) ?? 10;
  return step * power * 4;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** What the drawing shows, in words. */
function inWords({ sent, expected, stepped }: Curve): string {
  const now = sent.at(-1);
  if (now === undefined) return "Ingen dage er gået endnu.";
  return `${stepped === true ? "Mindst " : ""}${number(now)} sendte svar, ${number(expected[sent.length - 1] ?? 0)} var ventet nu og ${number(expected.at(-1) ?? 0)} til sidst.`;
}

export function curveChart(curve: Curve): Html {
  const { days, sent, expected, contacts } = curve;
  const [first, last] = [days[0] ?? 0, (days.at(-1) ?? 0) + 1];
  const end = axisEnd(Math.max(...sent, ...expected, 0));
  const x = (day: number): number =>
    round(BOX.left + ((day - first) / (last - first)) * (WIDTH - BOX.left - BOX.right));
  const y = (value: number): number =>
    round(HEIGHT - BOX.bottom - (value / end) * (HEIGHT - BOX.top - BOX.bottom));
  // A day's answers are in at its end; the curve begins at nothing.
  const points = (values: readonly number[]): string =>
    [`${x(first)},${y(0)}`, ...values.map((value, i) => `${x((days[i] ?? 0) + 1)},${y(value)}`)].join(" ");
  const grid = [0, 0.5, 1].map(
    (part) =>
      html`<line
          class="grid"
          x1="${BOX.left}"
          x2="${WIDTH - BOX.right}"
          y1="${y(part * end)}"
          y2="${y(part * end)}"
        /><text x="${BOX.left - 5}" y="${y(part * end) + 4}" text-anchor="end">${number(part * end)}</text>`,
  );
  const marks = contacts.map(
    (day) =>
      html`<line
          class="contact"
          x1="${x(day)}"
          x2="${x(day)}"
          y1="${BOX.top}"
          y2="${HEIGHT - BOX.bottom}"
        /><text x="${x(day)}" y="${HEIGHT - 9}" text-anchor="${x(day) < BOX.left + 12 ? "start" : "middle"}"
          >${shortDay(day)}</text
        >`,
  );
  const now = sent.at(-1);
  const dot =
    now === undefined
      ? noHtml
      : html`<circle class="now" cx="${x((days[sent.length - 1] ?? 0) + 1)}" cy="${y(now)}" r="3.5" />`;
  return html`<figure class="curve">
    <figcaption>${curve.label}</figcaption>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${curve.label}: ${inWords(curve)}">
      ${grid}${marks}
      <text x="${WIDTH - BOX.right}" y="${HEIGHT - 9}" text-anchor="end">${shortDay(last - 1)}</text>
      <polyline class="expected" points="${points(expected)}" />
      <polyline class="sent" points="${points(sent)}" />
      ${dot}
    </svg>
    <p class="note">${inWords(curve)}</p>
  </figure> `;
}

/** Charts side by side where there is room, under one key. */
export const curveCharts = (curves: readonly Curve[]): Html =>
  html`<ul class="curve-key key">
      <li><i class="line"></i> sendte svar</li>
      <li><i class="line broken"></i> ventede svar</li>
      <li><i class="line dotted"></i> brev eller påmindelse</li>
    </ul>
    <div class="curves">${curves.map(curveChart)}</div>`;
