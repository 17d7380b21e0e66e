/** The slides with results: how satisfied, compared with whom, item by item, the target groups. */
import { INDEX_IDS } from "#survey/indexes.ts";
import { itemDots } from "#survey/presentation/charts/itemDots.ts";
import { OVERALL, type CellReading } from "#survey/presentation/reading.ts";
import { TARGET_GROUPS } from "#survey/targetGroups.ts";
import { RESULT_FINDINGS } from "#survey/texts/results.ts";
import { slides } from "#survey/texts/slides.da.ts";
import { meanOf as meanText, shareOf, type ReportContext } from "../report/municipality/context.ts";
import { COLOURS } from "../report/pdf/sheet.ts";
import { addClusteredBars, addStackedBars } from "./charts.ts";
import { addParagraphs, CONTENT, newSlide, type Deck, type Slide } from "./design.ts";
import { answersChart, comparedChart, inWords, meanOf, named, positiveOf } from "./resultCharts.ts";

const HALF = CONTENT.w / 2 - 0.2;
const RIGHT = CONTENT.x + HALF + 0.4;

export function satisfactionSlide(deck: Deck, context: ReportContext): void {
  const { satisfaction, caution } = context.screen;
  const slide = newSlide(deck, "content", slides.satisfied.title, slides.satisfied.note);
  const left = { ...CONTENT, w: HALF };
  if (satisfaction.figure === null) {
    addParagraphs(slide, [satisfaction.lead], { ...left, h: 2, size: 26, bold: true });
  } else {
    addParagraphs(slide, [satisfaction.figure], {
      ...left,
      h: 1.3,
      size: 72,
      bold: true,
      colour: COLOURS.accent,
    });
    addParagraphs(slide, [satisfaction.text], { ...left, y: 2.85, h: 0.9, size: 22 });
  }
  const details = [...satisfaction.details, ...(caution === null ? [] : [caution])];
  addParagraphs(slide, details, { ...left, y: 3.9, h: 2.8, size: 16, colour: COLOURS.muted });
  addOverallAnswers(deck, slide, context);
}

/** The five answers to the question on satisfaction; nothing where they are not shown. */
function addOverallAnswers(deck: Deck, slide: Slide, { here, labels, reading }: ReportContext): void {
  const cell = here.cell(OVERALL);
  const item = reading.items.find(({ id }) => id === OVERALL);
  if (cell.state !== "shown" || !item) return;
  const answers = labels.scales[item.scale];
  const { distribution } = cell.weighted;
  const place = { ...CONTENT, x: RIGHT, w: HALF };
  addParagraphs(slide, [slides.satisfied.chart], { ...place, h: 0.4, size: 14, colour: COLOURS.muted });
  addClusteredBars(
    deck,
    slide,
    {
      categories: answers,
      series: [{ name: slides.satisfied.chart, values: distribution }],
      alt: `${slides.satisfied.chart}. ${answers.map((answer, i) => `${answer}: ${distribution[i] ?? 0}`).join("; ")}.`,
      fontSize: 14,
    },
    { ...place, y: 1.9, h: 4.7 },
  );
}

export function comparisonSlide(deck: Deck, context: ReportContext): void {
  const { screen, labels } = context;
  const { comparison } = screen;
  const slide = newSlide(deck, "content", slides.comparison.title, slides.comparison.note);
  addParagraphs(slide, [comparison.lead, comparison.since.lead], {
    ...CONTENT,
    h: 1.5,
    size: 20,
    bold: true,
  });
  addParagraphs(slide, [slides.comparison.chart], {
    ...CONTENT,
    y: 3,
    h: 0.4,
    size: 14,
    colour: COLOURS.muted,
  });
  const rows = INDEX_IDS.map((id) => ({ id, name: labels.indexNames[id] }));
  addClusteredBars(
    deck,
    slide,
    {
      ...comparedChart(
        rows,
        {
          title: slides.comparison.chart,
          of: meanOf,
          words: (cell) => (cell.state === "shown" ? meanText(cell, context) : labels.absent(cell.state)),
        },
        context,
      ),
      fontSize: 14,
      format: "0.0",
    },
    { ...CONTENT, y: 3.3, h: 3.5 },
  );
}

export function standingSlide(deck: Deck, { screen }: ReportContext): void {
  const { standing } = screen;
  const slide = newSlide(deck, "content", slides.standing.title, slides.standing.note);
  addParagraphs(slide, [standing.lead], { ...CONTENT, h: 1.3, size: 24, bold: true });
  const { rule } = RESULT_FINDINGS.da.standouts;
  const width = standing.lists.length === 1 ? CONTENT.w : HALF;
  standing.lists.forEach(({ lead, entries }, i) => {
    const x = CONTENT.x + i * (HALF + 0.4);
    addParagraphs(slide, [lead], {
      ...CONTENT,
      x,
      y: 2.9,
      w: width,
      h: 0.7,
      size: 18,
      colour: COLOURS.accent,
      bold: true,
    });
    addParagraphs(slide, entries, { ...CONTENT, x, y: 3.6, w: width, h: 2, size: 18, bullets: true });
  });
  addParagraphs(slide, [rule, ...standing.details], {
    ...CONTENT,
    y: 5.7,
    h: 1,
    size: 16,
    colour: COLOURS.muted,
  });
}

export function answersSlide(deck: Deck, context: ReportContext): void {
  const { reading, here, labels } = context;
  const slide = newSlide(deck, "content", slides.answers.title, slides.answers.note);
  const rows = reading.items.map(({ id }) => ({ name: labels.short(id), cell: here.cell(id) }));
  addParagraphs(slide, [slides.answers.chart], {
    ...CONTENT,
    y: 1.25,
    h: 0.4,
    size: 14,
    colour: COLOURS.muted,
  });
  addStackedBars(deck, slide, answersChart(rows, slides.answers.series, slides.answers.title, context), {
    ...CONTENT,
    y: 1.6,
    h: 5.3,
  });
}

export function itemsSlide(deck: Deck, context: ReportContext): void {
  const { reading, labels, code, screen } = context;
  const slide = newSlide(deck, "content", slides.items.title, slides.items.note);
  const { finding } = itemDots(reading, { municipality: code }, screen.entry.name, "da");
  const subtitle = reading.whole === "alone" ? slides.items.chart : `${slides.items.chart}. ${finding}`;
  addParagraphs(slide, [subtitle], { ...CONTENT, y: 1.2, h: 0.4, size: 14, colour: COLOURS.muted });
  const rows = reading.items.map(({ id }) => ({ id, name: labels.short(id) }));
  const measure = {
    title: slides.items.chart,
    of: positiveOf,
    words: (cell: CellReading) => shareOf(cell, context),
  };
  addClusteredBars(deck, slide, comparedChart(rows, measure, context), { ...CONTENT, y: 1.55, h: 5.4 });
}

export function groupsSlide(deck: Deck, context: ReportContext): void {
  const { reading, code, labels, numbers } = context;
  const slide = newSlide(deck, "content", slides.groups.title, slides.groups.note);
  const rows = TARGET_GROUPS.map((targetGroup) => ({
    name: labels.targetGroups[targetGroup],
    cell: reading.domain({ municipality: code, targetGroup }).cell(OVERALL),
  }));
  const lines = rows.map(({ name, cell }) =>
    cell.state === "shown"
      ? slides.groups.answers(name, shareOf(cell, context), numbers.count(cell.n))
      : slides.groups.absent(name, labels.absent(cell.state).toLowerCase()),
  );
  if (rows.every(({ cell }) => cell.state !== "shown")) {
    addParagraphs(slide, [slides.groups.nothing, ...lines], { ...CONTENT, size: 20 });
    return;
  }
  addParagraphs(slide, [slides.groups.chart], { ...CONTENT, h: 0.4, size: 14, colour: COLOURS.muted });
  addClusteredBars(
    deck,
    slide,
    {
      categories: rows.map(({ name, cell }) => named(name, cell, context)),
      series: [{ name: slides.groups.chart, values: rows.map(({ cell }) => positiveOf(cell)) }],
      alt: inWords(rows, slides.groups.chart, context),
      fontSize: 14,
    },
    { ...CONTENT, y: 1.9, w: HALF, h: 4.8 },
  );
  const notes = rows.some(({ cell }) => cell.state === "shown" && cell.uncertain) ? [slides.groups.star] : [];
  addParagraphs(slide, notes, {
    ...CONTENT,
    x: RIGHT,
    y: 6.1,
    w: HALF,
    h: 0.6,
    size: 14,
    colour: COLOURS.muted,
  });
  addParagraphs(slide, lines, {
    ...CONTENT,
    x: RIGHT,
    y: 2.2,
    w: HALF,
    h: 3.8,
    size: 18,
    bullets: true,
  });
}
