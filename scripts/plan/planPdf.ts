/** `plan.pdf`: who does what when, on one A4 page that a municipality can pin to the wall. */
import type { IsoDate } from "#survey/dates.ts";
import type { Round } from "#survey/round.ts";
import { A4, bytesOf, mm, newPdf } from "../io/pdf/document.ts";
import { BOLD, REGULAR } from "../io/pdf/faces.ts";
import { weekOf } from "./week.ts";
import type { Milestone } from "./milestones.ts";

const MARGIN = mm(16);
const WIDTH = A4.width - 2 * MARGIN;
const WEEKDAY = new Intl.DateTimeFormat("da-DK", {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const HEADINGS = ["Hvornår", "Uge", "Hvem", "Hvad", "Timer"];
const COLUMNS = [mm(36), mm(12), mm(26), WIDTH - mm(36 + 12 + 26 + 20), mm(20)];
const INK = "#111111";
/** What the municipality does stands out. */
const OURS = "#e8eef4";

const dayText = (day: IsoDate): string => WEEKDAY.format(new Date(`${day}T00:00:00Z`));

/** @throws RangeError when the days do not fit on one page. */
export async function planPdf(round: Round, days: readonly Milestone[]): Promise<Uint8Array> {
  const title = `Plan for »${round.title}«`;
  const pdf = newPdf({ title, author: "Borgersvar", day: round.referenceDate });
  const bytes = bytesOf(pdf);
  pdf.addPage();
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  const text = (tag: string, words: string, look: { font: string; size: number; y: number }): void => {
    root.add(
      pdf.struct(tag, {}, () => {
        pdf
          .font(look.font, look.size)
          .fillColor(INK)
          .text(words, MARGIN, look.y, { width: WIDTH, lineGap: 1.5 });
      }),
    );
  };
  text("H1", title, { font: BOLD, size: 16, y: mm(14) });
  text(
    "P",
    `${round.period.label}. Kommunens opgaver står på grå bund. Spørgsmål: ${round.privacy.processor}.`,
    {
      font: REGULAR,
      size: 9.5,
      y: pdf.y + 4,
    },
  );
  pdf.font(REGULAR, 9.5);
  pdf.table({
    ...tagged(root),
    position: { x: MARGIN, y: pdf.y + 10 },
    maxWidth: WIDTH,
    columnStyles: COLUMNS.map((width) => ({ width })),
    defaultStyle: {
      padding: { top: 4, bottom: 4, left: 5, right: 5 },
      border: 0,
      textColor: INK,
    },
    data: [HEADINGS.map(headCell), ...days.map(rowOf)],
  });
  root.end();
  if (pdf.bufferedPageRange().start > 0) throw new RangeError("the plan does not fit on one page");
  pdf.end();
  return bytes;
}

/** Where the table stands in the structure; pdfkit's types forget it. */
const tagged = (parent: PDFKit.PDFStructureElement): object => ({ structParent: parent });

const headCell = (text: string): PDFKit.Mixins.CellOptions => ({
  text,
  type: "TH",
  font: { src: BOLD, size: 9.5 },
  backgroundColor: "#123b5d",
  textColor: "#ffffff",
});

function rowOf({ day, who, what, detail, hours }: Milestone): PDFKit.Mixins.CellOptions[] {
  const ground = who === "Kommunen" ? { backgroundColor: OURS } : {};
  return [dayText(day), String(weekOf(day)), who, `${what}. ${detail}`, hours ?? ""].map((text) => ({
    text,
    ...ground,
  }));
}
