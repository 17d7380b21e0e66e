/** Every item beside everybody together, and beside the latest earlier round. */
import { itemDots } from "#survey/presentation/charts/itemDots.ts";
import { changeSince } from "#survey/presentation/compare.ts";
import { report } from "#survey/texts/report.da.ts";
import type { Block } from "../pdf/blocks.ts";
import { shareOf, type ReportContext } from "./context.ts";
import { changeCell } from "./difference.ts";

function othersBlocks({ reading, code, screen }: ReportContext): Block[] {
  if (reading.whole === "alone") return [{ kind: "paragraph", text: screen.comparison.lead }];
  const plot = itemDots(reading, { municipality: code }, screen.entry.name, "da");
  return [
    { kind: "heading", text: plot.title },
    { kind: "lead", text: plot.finding },
    { kind: "paragraph", text: plot.subtitle },
    { kind: "dots", plot },
  ];
}

function changeBlocks(context: ReportContext): Block[] {
  const { reading, here, labels, numbers, screen } = context;
  const [earlier] = reading.results.trend;
  const items = earlier ? reading.items.filter(({ id }) => changeSince(here.cell(id), earlier.since)) : [];
  if (!earlier || items.length === 0) return [{ kind: "paragraph", text: screen.comparison.since.lead }];
  const words = report.columns;
  return [
    {
      kind: "table",
      caption: report.comparison.changes(earlier.period),
      columns: [
        { heading: words.item, share: 0.4 },
        { heading: words.before, share: 0.2, numeric: true },
        { heading: words.positive, share: 0.2, numeric: true },
        { heading: words.change, share: 0.2, numeric: true },
      ],
      rows: items.map(({ id }) => {
        const cell = here.cell(id);
        const before = changeSince(cell, earlier.since)?.before?.positive;
        return [
          labels.short(id),
          before ? numbers.percent(before.estimate) : "",
          shareOf(cell, context),
          changeCell(cell, earlier.since, context),
        ];
      }),
    },
    { kind: "note", text: report.comparison.changesNote },
  ];
}

export const comparisonSection = (context: ReportContext): Block[] => [
  { kind: "section", text: report.comparison.section },
  ...othersBlocks(context),
  ...changeBlocks(context),
];
