/** Key figures side by side: what a reader takes away without reading on. */
import { html, type Html } from "./html.ts";

export interface KeyFigure {
  value: string;
  label: string;
}

export const keyFigures = (figures: readonly KeyFigure[]): Html =>
  html`<dl class="figures">
    ${figures.map(
      (figure) =>
        html`<div>
          <dt>${figure.label}</dt>
          <dd>${figure.value}</dd>
        </div> `,
    )}
  </dl> `;
