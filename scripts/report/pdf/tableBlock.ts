/** A table on a sheet: a heading row that comes again on each page, tagged so that every number has its headings. */
import { BOLD } from "../../io/pdf/faces.ts";
import type { Cell, TableBlock } from "./blocks.ts";
import { COLOURS, MARGIN, WIDTH, type Look, type Sheet } from "./sheet.ts";

const PAD_X = 4;
const PAD_Y = 3.5;
const LOOK: Look = { size: 8.5, lineGap: 1 };
const HEADING: Look = { ...LOOK, face: BOLD, colour: COLOURS.white };
const CAPTION: Look = { face: BOLD, size: 9 };
const BEFORE = 12;

interface Place {
  x: number;
  width: number;
  align: "left" | "right";
}

const placesOf = ({ columns }: TableBlock): Place[] => {
  let x = MARGIN;
  return columns.map(({ share, numeric = false }) => {
    const place: Place = { x, width: share * WIDTH, align: numeric ? "right" : "left" };
    x += place.width;
    return place;
  });
};

const cellOf = (cell: string | Cell): Cell => (typeof cell === "string" ? { text: cell } : cell);
const lookOf = ({ strong = false }: Cell): Look => (strong ? { ...LOOK, face: BOLD } : LOOK);

class Grid {
  readonly #sheet: Sheet;
  readonly #places: readonly Place[];
  readonly #table: PDFKit.PDFStructureElement;

  constructor(sheet: Sheet, block: TableBlock) {
    this.#sheet = sheet;
    this.#places = placesOf(block);
    this.#table = sheet.group("Table");
  }

  height(texts: readonly string[], look: (column: number) => Look): number {
    const heights = texts.map((text, i) =>
      this.#sheet.heightOf(text, (this.#places[i]?.width ?? 0) - 2 * PAD_X, look(i)),
    );
    return Math.max(...heights) + 2 * PAD_Y;
  }

  /** @param scope says of which cells of the row are headings of what */
  row(
    cells: readonly Cell[],
    height: number,
    look: (column: number) => Look,
    scope: (column: number) => "Row" | "Column" | null,
  ): void {
    const sheet = this.#sheet;
    const row = sheet.group("TR", this.#table);
    cells.forEach(({ text }, i) => {
      const { x, width, align } = this.#places[i] ?? { x: MARGIN, width: WIDTH, align: "left" };
      const of = scope(i);
      sheet.tag(
        of ? "TH" : "TD",
        () => void sheet.write(text, x + PAD_X, sheet.y + PAD_Y, width - 2 * PAD_X, { ...look(i), align }),
        of ? { scope: of } : {},
        row,
      );
    });
    row.end();
    sheet.y += height;
  }

  /** Below a caption, or at the top of a page that the table goes on to. */
  headings(texts: readonly string[], again: boolean): void {
    const sheet = this.#sheet;
    const height = this.height(texts, () => HEADING);
    sheet.artifact("Layout", () => void sheet.pdf.rect(MARGIN, sheet.y, WIDTH, height).fill(COLOURS.accent));
    if (again) {
      sheet.artifact("Layout", () =>
        texts.forEach((text, i) => {
          const { x, width, align } = this.#places[i] ?? { x: MARGIN, width: WIDTH, align: "left" };
          sheet.write(text, x + PAD_X, sheet.y + PAD_Y, width - 2 * PAD_X, { ...HEADING, align });
        }),
      );
      sheet.y += height;
      return;
    }
    this.row(
      texts.map((text) => ({ text })),
      height,
      () => HEADING,
      () => "Column",
    );
  }

  end(): void {
    this.#table.end();
  }
}

export function tableBlock(sheet: Sheet, block: TableBlock): void {
  const headings = block.columns.map(({ heading }) => heading);
  const rows = block.rows.map((row) => row.map(cellOf));
  const caption = sheet.heightOf(block.caption, WIDTH, CAPTION);
  // A caption is never left alone at the foot of a page.
  sheet.need(BEFORE + caption + 70);
  sheet.y += BEFORE;
  sheet.tag("P", () => {
    sheet.y = sheet.write(block.caption, MARGIN, sheet.y, WIDTH, CAPTION) + 3;
  });
  const grid = new Grid(sheet, block);
  grid.headings(headings, false);
  for (const cells of rows) {
    const look = (i: number): Look => lookOf(cells[i] ?? { text: "" });
    const height = grid.height(
      cells.map(({ text }) => text),
      look,
    );
    if (sheet.need(height)) grid.headings(headings, true);
    grid.row(cells, height, look, (i) => (i === 0 ? "Row" : null));
    sheet.artifact("Layout", () =>
      sheet.pdf
        .moveTo(MARGIN, sheet.y)
        .lineTo(MARGIN + WIDTH, sheet.y)
        .lineWidth(0.4)
        .stroke(COLOURS.line),
    );
  }
  grid.end();
  sheet.y += 4;
}
