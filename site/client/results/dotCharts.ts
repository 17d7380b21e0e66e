/**
 * Shows the charts of a results page: the labels as text at once, so that nothing moves later, and the drawing when it comes
 * near the window. Should Chart.js not arrive, the chart goes away again: the table has every number.
 */
import { dotOf, rowsOf, type Row } from "./rows.ts";

const NEAR = "400px";

function show(figure: HTMLElement): void {
  const table = document.getElementById(figure.dataset["table"] ?? "");
  const list = figure.querySelector("ul");
  const canvas = figure.querySelector("canvas");
  if (!(table instanceof HTMLTableElement) || !list || !canvas) return;
  const rows = rowsOf(table, figure.hasAttribute("data-sorted"));
  if (!rows.some(({ dot }) => dot)) return;
  const lanes = rows.map((row) => lane(list, row));
  figure.hidden = false;
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      void import("./dotChart.ts").then(
        ({ draw }) => draw(canvas, { rows, lanes, all: dotOf(table.dataset["all"]) }),
        () => {
          figure.hidden = true;
        },
      );
    },
    { rootMargin: NEAR },
  );
  observer.observe(figure);
}

/** Adds the label of a row; answers the empty box in which its dot is drawn. */
function lane(list: HTMLElement, { name, text }: Row): HTMLElement {
  const entry = list.appendChild(document.createElement("li"));
  entry.appendChild(document.createElement("b")).append(name);
  entry.appendChild(document.createElement("span")).append(text);
  return entry.appendChild(document.createElement("i"));
}

document.querySelectorAll<HTMLElement>("figure[data-table]").forEach(show);
