/** What a report is made of, before it is drawn: headings, texts, tables and two sorts of figures. */
import type { BarScale, Distribution } from "#survey/presentation/divergingBar.ts";
import type { DotPlot } from "#survey/presentation/charts/plot.ts";

export interface Cell {
  text: string;
  strong?: boolean;
}

export interface TableBlock {
  kind: "table";
  caption: string;
  columns: readonly {
    heading: string;
    /** Part of the width of the page, all together 1. */
    share: number;
    /** Numbers stand to the right. */
    numeric?: boolean;
  }[];
  /** The first cell of a row is its heading. */
  rows: readonly (readonly (string | Cell)[])[];
}

export interface BarRow {
  name: string;
  /** Beside the bar: share, interval, answers. The first line is set stronger. */
  beside: readonly string[];
  /** `null` where there is nothing to draw: then `beside` says why. */
  distribution: Distribution | null;
  /** Withheld: drawn as withheld, in one size whatever it hides. */
  withheld: boolean;
  /** All that the bar shows, in words. */
  alt: string;
}

export interface BarsBlock {
  kind: "bars";
  /** The five answers of the scale, best first. */
  answers: readonly string[];
  scale: BarScale;
  rows: readonly BarRow[];
}

export interface DotsBlock {
  kind: "dots";
  plot: DotPlot;
}

export interface KeyFigure {
  value: string;
  label: string;
}

export type Block =
  /** A section with a bookmark; begins a page where there is less than half of one left. */
  | { kind: "section"; text: string }
  | { kind: "heading"; text: string }
  | { kind: "lead" | "paragraph" | "note" | "notice"; text: string }
  | { kind: "list"; items: readonly string[] }
  | { kind: "keyFigures"; items: readonly KeyFigure[] }
  | TableBlock
  | BarsBlock
  | DotsBlock;

export interface Cover {
  /** `Aarhus Kommune` */
  name: string;
  title: string;
  period: string;
  /** What this is, in a sentence. */
  about: string;
  keyFigures: readonly KeyFigure[];
  /** The findings, a sentence each. */
  findings: readonly string[];
  notice: string | null;
  /** At the foot: when it was collected, which figures it was made from. */
  source: readonly string[];
}

export interface ReportText {
  cover: Cover;
  blocks: readonly Block[];
}
