/** The target groups, and the citizens by background: all in all, and item by item. */
import { hasResults, OVERALL } from "#survey/presentation/reading.ts";
import { TARGET_GROUPS } from "#survey/targetGroups.ts";
import { report } from "#survey/texts/report.da.ts";
import type { Block, TableBlock } from "../pdf/blocks.ts";
import { barOf, reportScale } from "./bars.ts";
import { answersOf, meanOf, shareOf, type ReportContext } from "./context.ts";
import { differenceCell } from "./difference.ts";

function overallTable(context: ReportContext): TableBlock {
  const { reading, code, labels } = context;
  const compared = reading.whole !== "alone";
  const words = report.columns;
  return {
    kind: "table",
    caption: report.groups.table,
    columns: [
      { heading: words.group, share: compared ? 0.3 : 0.45 },
      { heading: words.answers, share: compared ? 0.1 : 0.15, numeric: true },
      { heading: words.positive, share: 0.2, numeric: true },
      { heading: words.mean, share: 0.2, numeric: true },
      ...(compared ? [{ heading: words.difference, share: 0.2, numeric: true }] : []),
    ],
    rows: TARGET_GROUPS.map((targetGroup) => {
      const cell = reading.domain({ municipality: code, targetGroup }).cell(OVERALL);
      return [
        labels.targetGroups[targetGroup],
        answersOf(cell, context),
        shareOf(cell, context),
        meanOf(cell, context),
        ...(compared ? [differenceCell(cell, targetGroup, context)] : []),
      ];
    }),
  };
}

function itemsTable(context: ReportContext): TableBlock {
  const { reading, code, labels } = context;
  const domains = TARGET_GROUPS.map((targetGroup) => reading.domain({ municipality: code, targetGroup }));
  return {
    kind: "table",
    caption: report.groups.items,
    columns: [
      { heading: report.columns.item, share: 0.32 },
      ...TARGET_GROUPS.map((group) => ({ heading: labels.targetGroups[group], share: 0.17, numeric: true })),
    ],
    rows: reading.items.map(({ id }) => [
      labels.short(id),
      ...domains.map((domain) => shareOf(domain.cell(id), context)),
    ]),
  };
}

export function groupsSection(context: ReportContext): Block[] {
  const { reading, code, labels } = context;
  const overall = reading.items.find(({ id }) => id === OVERALL);
  const answers = overall ? labels.scales[overall.scale] : [];
  const shown = TARGET_GROUPS.some((targetGroup) =>
    hasResults(reading, reading.domain({ municipality: code, targetGroup })),
  );
  if (!shown) {
    return [
      { kind: "section", text: report.groups.section },
      { kind: "paragraph", text: report.groups.nothing },
    ];
  }
  return [
    { kind: "section", text: report.groups.section },
    { kind: "paragraph", text: report.groups.lead },
    {
      kind: "bars",
      answers,
      scale: reportScale(context),
      rows: TARGET_GROUPS.map((targetGroup) =>
        barOf(
          labels.targetGroups[targetGroup],
          reading.domain({ municipality: code, targetGroup }).cell(OVERALL),
          answers,
          context,
        ),
      ),
    },
    overallTable(context),
    ...(reading.whole === "alone" ? [] : [{ kind: "note" as const, text: report.groups.note }]),
    itemsTable(context),
    { kind: "note", text: report.clearNote },
  ];
}

/** Overall satisfaction by sex, age and course; nothing where the results have no background. */
export function backgroundSection(context: ReportContext): Block[] {
  const { reading, code, labels } = context;
  const words = report.columns;
  const lines = reading.breakdowns(code).flatMap(({ variable, values }) =>
    values.map((value) => ({
      name: `${labels.breakdowns[variable]}: ${labels.value(variable, value)}`,
      cell: reading.domain({ municipality: code, breakdown: { variable, value } }).cell(OVERALL),
    })),
  );
  if (lines.length === 0) return [];
  if (lines.every(({ cell }) => cell.state !== "shown")) {
    return [
      { kind: "section", text: report.background.section },
      { kind: "paragraph", text: report.background.nothing },
    ];
  }
  return [
    { kind: "section", text: report.background.section },
    {
      kind: "table",
      caption: report.background.table,
      columns: [
        { heading: words.group, share: 0.48 },
        { heading: words.answers, share: 0.12, numeric: true },
        { heading: words.positive, share: 0.2, numeric: true },
        { heading: words.mean, share: 0.2, numeric: true },
      ],
      rows: lines.map(({ name, cell }) => [
        name,
        answersOf(cell, context),
        shareOf(cell, context),
        meanOf(cell, context),
      ]),
    },
    { kind: "note", text: report.background.note },
  ];
}
