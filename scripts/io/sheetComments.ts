/**
 * The comments of a long sheet, in the two parts that a workbook has for them: the texts (ECMA-376 part 1, 18.7), and the
 * boxes that they are shown in (part 4, VML). The library has written one of each; the others are made after it.
 */
import { cellRef } from "hucre/xlsx";
import { xmlText } from "./xmlText.ts";
import type { EntryChanges } from "./zipEntry.ts";

export interface CellComment {
  /** From 0. */
  row: number;
  column: number;
  /** The same in all of a sheet. */
  author: string;
  text: string;
}

/** For the sheet with that number; none when there are no comments. */
export const commentParts = (comments: readonly CellComment[], number: number): EntryChanges =>
  new Map(
    comments.length === 0
      ? []
      : [
          [`xl/comments${number}.xml`, (xml) => withTexts(xml, comments)],
          [`xl/drawings/vmlDrawing${number}.vml`, (xml) => withBoxes(xml, comments)],
        ],
  );

const TEXTS = /<comment [^>]*>.*<\/comment>/s;

function withTexts(xml: string, comments: readonly CellComment[]): string {
  const texts = comments.map(
    ({ row, column, text }) =>
      `<comment ref="${cellRef(row, column)}" authorId="0"><text><r><t>${xmlText(text)}</t></r></text></comment>`,
  );
  return xml.replace(TEXTS, () => texts.join(""));
}

const BOX = /<v:shape id="_x0000_s(\d+)".*<\/v:shape>/s;
/** What differs from box to box, in this order. */
const PLACES =
  /(?<=_x0000_s)\d+|(?<=margin-left:)\d+|(?<=margin-top:)\d+|(?<=z-index:)\d+|(?<=<x:Anchor>)[\d,]+|(?<=<x:Row>)\d+|(?<=<x:Column>)\d+/g;
const PLACES_IN_BOX = 7;
/** A column and a row in points, as far as programs without `x:Anchor` are concerned. */
const [COLUMN_POINTS, ROW_POINTS] = [48, 15];
/** How far a box reaches, in columns and rows. */
const [BOX_COLUMNS, BOX_ROWS] = [2, 4];

/** @throws RangeError when the library's box has not the places that we know. */
function withBoxes(xml: string, comments: readonly CellComment[]): string {
  const [box = "", first] = BOX.exec(xml) ?? [];
  const between = box.split(PLACES);
  if (between.length !== PLACES_IN_BOX + 1) throw new RangeError("the box of a comment is not as we know it");
  const boxes = comments.map(({ row, column }, i) => {
    const left = column + 1;
    const anchor = `${left},15,${row},2,${left + BOX_COLUMNS},31,${row + BOX_ROWS},4`;
    const places = [
      Number(first) + i,
      left * COLUMN_POINTS,
      row * ROW_POINTS,
      i + 1,
      anchor,
      row,
      column,
      "",
    ];
    return between.map((text, at) => `${text}${places[at]}`).join("");
  });
  return xml.replace(BOX, () => boxes.join(""));
}
