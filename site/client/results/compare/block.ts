/** One question of a comparison: finding, chart, table and files, written into a copy of the block that the page came with. */
import { uncertainOrder } from "#survey/presentation/charts/order.ts";
import { dotText } from "#survey/presentation/charts/dotText.ts";
import type { DotPlot } from "#survey/presentation/charts/plot.ts";
import { chartTextsIn } from "#survey/presentation/charts/words.ts";
import {
  answersText,
  compareRows,
  figureDot,
  figureText,
  standingsOf,
  type CompareRow,
} from "#survey/presentation/comparing/rows.ts";
import type { MeasureFigures } from "#survey/presentation/comparing/measureFigures.ts";
import type { CompareState } from "#survey/presentation/comparing/state.ts";
import { showFigure } from "../figures.ts";
import { savePng, saveSvg } from "../pictureFile.ts";
import type { PageWords } from "./words.ts";

export interface BlockContent {
  /** Name of the measure and of the target group. */
  measure: string;
  group: string;
  /** What the files are called. */
  file: string;
  figures: MeasureFigures;
  state: CompareState;
  names: ReadonlyMap<string, string>;
}

const ID_ATTRIBUTES = ["id", "aria-labelledby", "aria-describedby", "data-table"];

/** A copy whose ids are its own. */
export function copyOf(pattern: HTMLElement, place: number): HTMLElement {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a copy is of the kind that it is a copy of
  const block = pattern.cloneNode(true) as HTMLElement;
  for (const element of [block, ...block.querySelectorAll("*")]) {
    for (const name of ID_ATTRIBUTES) {
      const value = element.getAttribute(name);
      if (value) element.setAttribute(name, `${value}-${place}`);
    }
  }
  return block;
}

export function fillBlock(block: HTMLElement, content: BlockContent, words: PageWords): void {
  const { figures, state, names, measure, group } = content;
  const rows = compareRows(figures, state, names, words);
  const whole = figures.all[state.group];
  const { compared, higher, lower } = standingsOf(rows);
  const { municipalities: texts } = chartTextsIn(words.language);
  const finding = compared === 0 ? texts.none : texts.finding(compared, higher, lower);
  const put = (selector: string, text: string): void => {
    for (const element of block.querySelectorAll(selector)) element.textContent = text;
  };
  put("h2", measure);
  put(".finding", finding);
  put("figcaption strong", texts.title(measure));
  put("caption span", words.texts.caption(measure, group));
  put(".order", orderNote(rows, state, words));
  block.querySelector("figure ul")?.replaceChildren();
  for (const figure of block.querySelectorAll("figure")) figure.hidden = true;
  const table = block.querySelector("table");
  if (!table) throw new TypeError("a block without a table");
  table.dataset["all"] = dotText(figureDot(whole));
  table.classList.toggle("ordered", state.order === "andel");
  const [body, foot] = [table.tBodies[0], table.tFoot?.rows[0]];
  body?.replaceChildren(...rows.map((row) => tableRow(row, words)));
  const [share, answers] = [...(foot?.querySelectorAll("td") ?? [])];
  if (share) share.textContent = figureText(whole, words);
  if (answers) answers.textContent = answersText(whole, words);
  const plot: DotPlot = {
    kind: "dots",
    title: `${texts.title(measure)}: ${group}`,
    subtitle: block.querySelector("figcaption span")?.textContent ?? "",
    finding,
    source: words.source,
    rows,
    all: figureDot(whole),
  };
  offerFiles(block, plot, content.file, words);
}

/** Once the block is in the page. */
export function showBlock(block: HTMLElement): void {
  const figure = block.querySelector("figure");
  if (figure) showFigure(figure);
}

function orderNote(rows: readonly CompareRow[], { order }: CompareState, { texts }: PageWords): string {
  if (order === "navn") return "";
  const { overlapping, neighbours } = uncertainOrder(rows);
  if (neighbours === 0) return "";
  return overlapping === 0 ? texts.orderApart : texts.orderUncertain(overlapping, neighbours);
}

function tableRow(row: CompareRow, { texts, address, uncertain }: PageWords): HTMLTableRowElement {
  const line = document.createElement("tr");
  const head = line.appendChild(document.createElement("th"));
  head.scope = "row";
  const link = head.appendChild(document.createElement("a"));
  link.href = address(row.slug);
  link.textContent = row.name;
  const cell = (text: string): HTMLTableCellElement => {
    const made = line.insertCell();
    made.textContent = text;
    return made;
  };
  const share = cell(row.text);
  share.dataset["dot"] = dotText(row.dot);
  if (row.uncertain) {
    share.append(" ");
    share.appendChild(document.createElement("em")).textContent = uncertain;
  }
  cell(row.answers);
  cell(row.standing === null ? "" : texts.standings[row.standing]);
  cell(row.overlapsNext === null ? "" : row.overlapsNext ? texts.overlap : texts.apart);
  return line;
}

/** The files are of what is on the page now, so they are written when they are asked for. */
function offerFiles(block: HTMLElement, plot: DotPlot, file: string, { language }: PageWords): void {
  const written = async (): Promise<string> => {
    const { chartSvg } = await import("#survey/presentation/charts/chartSvg.ts");
    return chartSvg(plot, language);
  };
  const offer = (selector: string, save: (svg: string) => unknown): void => {
    const link = block.querySelector<HTMLAnchorElement>(selector);
    if (!link) return;
    link.hidden = false;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      void written().then(save);
    });
  };
  offer("a[data-svg]", (svg) => saveSvg(svg, `${file}.svg`));
  offer("a[data-png]", (svg) => savePng(svg, `${file}.png`));
}
