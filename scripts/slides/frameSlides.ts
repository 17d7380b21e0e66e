/** The slides around the results: the cover, who answered, how to use the figures, and why nothing is shown. */
import { overview } from "#survey/presentation/findings.ts";
import { citation } from "#survey/presentation/tables/readMe.ts";
import { report } from "#survey/texts/report.da.ts";
import { slides } from "#survey/texts/slides.da.ts";
import { correctionsOf, type ReportContext } from "../report/municipality/context.ts";
import { COLOURS } from "../report/pdf/sheet.ts";
import { addParagraphs, CONTENT, newSlide, type Deck } from "./design.ts";

export function coverSlide(deck: Deck, { screen, reading, numbers }: ReportContext): void {
  const { round } = reading.results;
  const slide = newSlide(deck, "cover", screen.fullName, screen.caution ?? slides.byline);
  const white = COLOURS.white;
  addParagraphs(slide, [round.title], { ...CONTENT, y: 1.6, h: 0.6, size: 22, colour: white });
  addParagraphs(slide, [slides.subtitle(round.period)], {
    ...CONTENT,
    y: 3.6,
    h: 0.6,
    size: 24,
    colour: white,
  });
  addParagraphs(slide, [slides.byline, report.collected(numbers.date(round.closes))], {
    ...CONTENT,
    y: 5.9,
    h: 0.9,
    size: 14,
    colour: white,
  });
}

/** The first column and the first row are headings. */
const tableCell = (text: string, i: number, heading: boolean) => ({
  text,
  options: {
    bold: heading || i === 0,
    align: i === 0 ? ("left" as const) : ("right" as const),
    color: heading ? "FFFFFF" : COLOURS.ink.slice(1),
    ...(heading ? { fill: { color: COLOURS.accent.slice(1) } } : {}),
  },
});

export function responseSlide(deck: Deck, { screen, reading, labels, numbers }: ReportContext): void {
  const { entry } = screen;
  const { national } = reading.results;
  const { rows } = report.response;
  const slide = newSlide(deck, "content", slides.response.title, slides.response.note);
  const or = (value: number | null, format: (value: number) => string): string =>
    value === null ? labels.absent("withheld") : format(value);
  const alone = reading.whole === "alone";
  const line = (name: string, of: (from: typeof entry | typeof national) => string): string[] =>
    alone ? [name, of(entry)] : [name, of(entry), of(national)];
  const head = ["", entry.name, ...(alone ? [] : [labels.everybody(reading.whole)])];
  const lines = [
    line(rows.population, ({ population }) => numbers.count(population)),
    line(rows.invited, ({ invited }) => numbers.count(invited)),
    line(rows.answers, ({ answers }) => or(answers, numbers.count)),
    line(rows.rate, ({ responseRate }) => or(responseRate, numbers.percent)),
  ];
  slide.addTable(
    [
      head.map((text, i) => tableCell(text, i, true)),
      ...lines.map((texts) => texts.map((text, i) => tableCell(text, i, false))),
    ],
    {
      x: CONTENT.x,
      y: CONTENT.y,
      w: CONTENT.w,
      fontSize: 18,
      rowH: 0.5,
      border: { type: "solid", pt: 0.5, color: COLOURS.line.slice(1) },
    },
  );
  addParagraphs(
    slide,
    [entry.census ? report.response.census : report.response.sample, report.response.weights],
    {
      ...CONTENT,
      y: 4.4,
      h: 2.2,
      size: 16,
      colour: COLOURS.muted,
    },
  );
}

export function useSlide(deck: Deck, context: ReportContext): void {
  const { reading, address, contact } = context;
  const slide = newSlide(deck, "content", slides.use.title, slides.use.note);
  const { use } = report;
  addParagraphs(slide, use.caution, { ...CONTENT, h: 2.4, size: 20, bullets: true });
  addParagraphs(
    slide,
    [
      ...correctionsOf(context),
      `${use.cite} »${citation(reading.results, "da")}«`,
      use.download(address),
      use.contact(contact.name, contact.email, contact.phone),
    ],
    { ...CONTENT, y: 4.1, h: 2.6, size: 16, colour: COLOURS.muted },
  );
}

/** Where nothing of the municipality is shown: why, and what everybody together says. */
export function nothingSlides(deck: Deck, { screen, reading, labels }: ReportContext): void {
  const { nothing } = screen;
  if (!nothing) return;
  const why = newSlide(deck, "content", slides.nothing.title, report.hidden.meaning);
  addParagraphs(why, [nothing.text, report.hidden.meaning], { ...CONTENT, size: 22 });
  const { satisfaction } = overview(reading, "da");
  const all = newSlide(
    deck,
    "content",
    report.nothing.everybody(labels.everybody(reading.whole)),
    slides.satisfied.note,
  );
  addParagraphs(all, [satisfaction.lead], { ...CONTENT, h: 1.2, size: 26, bold: true });
  addParagraphs(all, satisfaction.details, { ...CONTENT, y: 2.9, h: 3, size: 18, colour: COLOURS.muted });
}
