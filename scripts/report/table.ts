/** A table with a caption and header cells, in a box that scrolls sideways when the screen is narrow. */
import { html, noHtml, type Html, type HtmlValue } from "./html.ts";

export interface TableColumn<Row> {
  heading: string;
  /** Numbers stand to the right. */
  align?: "left" | "right";
  cell(row: Row): HtmlValue;
}

export interface TableContent<Row> {
  /** The id of the caption; must differ within a page. */
  id: string;
  caption: string;
  /** The first column holds the header cell of each row. */
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  /** A row that sums the others. */
  total?: Row;
  /** What stands under the table: how to read it, what a sign means. */
  note?: HtmlValue;
}

const sideOf = (column: { align?: "left" | "right" }): string =>
  column.align === "right" ? "number" : "words";

function rowOf<Row>(columns: readonly TableColumn<Row>[], row: Row): Html {
  const cells = columns.map((column, i) =>
    i === 0
      ? html`<th scope="row" class="${sideOf(column)}">${column.cell(row)}</th>`
      : html`<td class="${sideOf(column)}">${column.cell(row)}</td>`,
  );
  return html`<tr>
    ${cells}
  </tr> `;
}

/** The table as markup. */
export function table<Row>(content: TableContent<Row>): Html {
  const { columns } = content;
  const headings = columns.map(
    (column) => html`<th scope="col" class="${sideOf(column)}">${column.heading}</th>`,
  );
  const total =
    content.total === undefined
      ? noHtml
      : html`<tfoot>
          ${rowOf(columns, content.total)}
        </tfoot> `;
  const note = content.note === undefined ? noHtml : html`<p class="note">${content.note}</p> `;
  return html`<section class="scroll" aria-labelledby="${content.id}" tabindex="0">
      <table>
        <caption id="${content.id}">
          <span>${content.caption}</span>
        </caption>
        <thead>
          <tr>
            ${headings}
          </tr>
        </thead>
        <tbody>
          ${content.rows.map((row) => rowOf(columns, row))}
        </tbody>
        ${total}
      </table>
    </section>
    ${note}`;
}
