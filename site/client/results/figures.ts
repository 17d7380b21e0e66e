/**
 * Shows the charts of a results page: the labels as text at once, so that nothing moves later, and the drawing when it comes
 * near the window. Should Chart.js not arrive, the chart goes away again: the table has every number.
 */
import type { LineHandle } from "./lineChart.ts";
import { listbox } from "./listbox.ts";
import { dotOf, pointsOf, rowsOf } from "./rows.ts";
import { addChartStyle } from "./style.ts";

/** Far enough to be drawn when it comes into sight on a good line, and not so far that opening the page pays for it. */
const NEAR = "100px";
addChartStyle();

/** Shows the chart of a table; leaves it hidden when the table has no number. */
export function showFigure(figure: HTMLElement): void {
  const table = document.getElementById(figure.dataset["table"] ?? "");
  const list = figure.querySelector("ul");
  const canvas = figure.querySelector("canvas");
  if (!(table instanceof HTMLTableElement) || !list || !canvas) return;
  (figure.dataset["kind"] === "line" ? showLine : showDots)({ figure, table, list, canvas });
}

interface Parts {
  figure: HTMLElement;
  table: HTMLTableElement;
  list: HTMLElement;
  canvas: HTMLCanvasElement;
}

function showDots({ figure, table, list, canvas }: Parts): void {
  const { withheld = "", unit = "" } = figure.dataset;
  const rows = rowsOf(table, figure.hasAttribute("data-sorted"), withheld);
  if (!rows.some(({ dot }) => dot)) return;
  const boxes = rows.map((row, i) => laidOut(list.children[i], row) ?? option(list, row.name, row.text));
  figure.hidden = false;
  listbox(list);
  whenNear(figure, async () => {
    const { drawDots } = await import("./dotChart.ts");
    drawDots(canvas, { rows, boxes, all: dotOf(table.dataset["all"]), unit });
  });
}

function showLine({ figure, table, list, canvas }: Parts): void {
  const { top = "100", unit = "", marks = "" } = figure.dataset;
  const points = pointsOf(table);
  if (points.length < 2) return;
  for (const { name, text } of points) option(list, name, text);
  figure.hidden = false;
  let drawn: LineHandle | null = null;
  const options = listbox(list, (index) => drawn?.activate(index));
  options.select(points.length - 1);
  whenNear(figure, async () => {
    const { drawLine } = await import("./lineChart.ts");
    const moments = marks.split(" ").filter(Boolean).map(Number);
    const handle = drawLine(canvas, { points, marks: moments, top: Number(top), unit });
    drawn = handle;
    const follow = ({ offsetX, buttons, pointerType }: PointerEvent): void => {
      if (buttons > 0 || pointerType === "mouse") options.select(handle.nearest(offsetX));
    };
    canvas.addEventListener("pointerdown", follow);
    canvas.addEventListener("pointermove", follow);
  });
}

/** The box of a label that came with the page, which only lacks its numbers; null when there is none. */
function laidOut(entry: Element | undefined, { text }: { text: string }): HTMLElement | null {
  const [numbers, box] = [entry?.querySelector("span"), entry?.querySelector("i")];
  if (!numbers || !box) return null;
  numbers.textContent = text;
  return box;
}

/** Adds the label of a value; answers the empty box in which its dot is drawn. */
function option(list: HTMLElement, name: string, text: string): HTMLElement {
  const entry = list.appendChild(document.createElement("li"));
  entry.appendChild(document.createElement("b")).append(name);
  entry.append(" ");
  entry.appendChild(document.createElement("span")).append(text);
  return entry.appendChild(document.createElement("i"));
}

function whenNear(figure: HTMLElement, draw: () => Promise<void>): void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      void draw().catch(() => {
        figure.hidden = true;
      });
    },
    { rootMargin: NEAR },
  );
  observer.observe(figure);
}
