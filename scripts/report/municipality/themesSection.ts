/** The results theme by theme: bars, then all numbers in a table. */
import type { ThemeReading } from "#survey/presentation/reading.ts";
import { report } from "#survey/texts/report.da.ts";
import type { Block, TableBlock } from "../pdf/blocks.ts";
import { barOf, reportScale } from "./bars.ts";
import { answersOf, meanOf, shareOf, type ReportContext } from "./context.ts";
import { differenceCell } from "./difference.ts";

function tableOf({ theme, items }: ThemeReading, context: ReportContext): TableBlock {
  const { labels, here, all, reading } = context;
  const words = report.columns;
  const compared = reading.whole !== "alone";
  const columns = [
    { heading: words.item, share: compared ? 0.31 : 0.5 },
    { heading: words.answers, share: compared ? 0.08 : 0.14, numeric: true },
    { heading: words.positive, share: 0.17, numeric: true },
    { heading: words.mean, share: 0.19, numeric: true },
    ...(compared
      ? [
          { heading: words.everybody, share: 0.1, numeric: true },
          { heading: words.difference, share: 0.15, numeric: true },
        ]
      : []),
  ];
  return {
    kind: "table",
    caption: report.themes.table(labels.themes[theme]),
    columns,
    rows: items.map(({ id }) => {
      const [cell, other] = [here.cell(id), all.cell(id)];
      const everybody =
        other.state === "shown"
          ? context.numbers.percent(other.weighted.positive.estimate)
          : labels.absent(other.state);
      return [
        labels.short(id),
        answersOf(cell, context),
        shareOf(cell, context),
        meanOf(cell, context),
        ...(compared ? [everybody, differenceCell(cell, all.id, context)] : []),
      ];
    }),
  };
}

function themeBlocks(theme: ThemeReading, context: ReportContext): Block[] {
  const { labels, here, numbers, term } = context;
  const index = theme.index === null ? null : here.cell(theme.index);
  const scale = reportScale(context);
  const [first] = theme.items;
  const answers = first ? labels.scales[first.scale] : [];
  return [
    { kind: "heading", text: labels.themes[theme.theme] },
    { kind: "paragraph", text: labels.themeNotes[theme.theme] },
    ...(index?.state === "shown"
      ? [
          {
            kind: "paragraph" as const,
            text: report.themes.index(
              numbers.score(index.weighted.mean.estimate),
              numbers.limits(index.weighted.mean, numbers.score),
            ),
          },
        ]
      : []),
    {
      kind: "bars",
      answers,
      scale,
      rows: theme.items.map(({ id, scale: of }) =>
        barOf(
          `${labels.number(id)} ${labels.statement(id, term)}`,
          here.cell(id),
          labels.scales[of],
          context,
        ),
      ),
    },
    tableOf(theme, context),
  ];
}

export const themesSection = (context: ReportContext): Block[] => [
  { kind: "section", text: report.themes.section },
  { kind: "paragraph", text: report.themes.howTo },
  ...context.reading.themes.flatMap((theme) => themeBlocks(theme, context)),
  { kind: "note", text: report.clearNote },
];
