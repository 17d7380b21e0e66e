/** How much of the municipality's results is withheld, where and why. */
import { INDEX_IDS } from "#survey/indexes.ts";
import type { MeasureId } from "#survey/measures.ts";
import type { DomainReading } from "#survey/presentation/reading.ts";
import { TARGET_GROUPS } from "#survey/targetGroups.ts";
import { report } from "#survey/texts/report.da.ts";
import type { Block } from "../pdf/blocks.ts";
import type { ReportContext } from "./context.ts";

interface Tally {
  name: string;
  shown: number;
  primary: number;
  complementary: number;
}

function tally(name: string, domains: readonly DomainReading[], measures: readonly MeasureId[]): Tally {
  const cells = domains.flatMap((domain) => measures.map((measure) => domain.cell(measure)));
  const withheld = (reason: "primary" | "complementary"): number =>
    cells.filter((cell) => cell.state === "withheld" && cell.reason === reason).length;
  return {
    name,
    shown: cells.filter(({ state }) => state === "shown").length,
    primary: withheld("primary"),
    complementary: withheld("complementary"),
  };
}

function talliesOf({ reading, here, code, labels }: ReportContext): Tally[] {
  const measures: MeasureId[] = [...reading.items.map(({ id }) => id), ...INDEX_IDS];
  const groups = TARGET_GROUPS.map((targetGroup) =>
    tally(labels.targetGroups[targetGroup], [reading.domain({ municipality: code, targetGroup })], measures),
  );
  const backgrounds = reading.breakdowns(code).map(({ variable, values }) =>
    tally(
      labels.breakdowns[variable],
      values.map((value) => reading.domain({ municipality: code, breakdown: { variable, value } })),
      measures,
    ),
  );
  return [tally(report.hidden.all, [here], measures), ...groups, ...backgrounds];
}

export function hiddenSection(context: ReportContext): Block[] {
  const { numbers, screen } = context;
  const { hidden } = report;
  const tallies = talliesOf(context);
  const sum = (of: (one: Tally) => number): number => tallies.reduce((total, one) => total + of(one), 0);
  const [shown, primary, complementary] = [
    sum((one) => one.shown),
    sum((one) => one.primary),
    sum((one) => one.complementary),
  ] as const;
  const head: Block = { kind: "section", text: hidden.section };
  if (primary + complementary === 0) return [head, { kind: "paragraph", text: hidden.none(screen.fullName) }];
  const withheld = tallies.filter((one) => one.primary + one.complementary > 0);
  return [
    head,
    {
      kind: "paragraph",
      text: hidden.counts(numbers.count(shown), numbers.count(primary + complementary)),
    },
    {
      kind: "list",
      items: [
        ...(primary > 0 ? [hidden.primary(numbers.count(primary))] : []),
        ...(complementary > 0 ? [hidden.complementary(numbers.count(complementary))] : []),
      ],
    },
    { kind: "paragraph", text: hidden.meaning },
    {
      kind: "table",
      caption: hidden.table,
      columns: [
        { heading: hidden.where, share: 0.6 },
        { heading: hidden.shownColumn, share: 0.2, numeric: true },
        { heading: hidden.hiddenColumn, share: 0.2, numeric: true },
      ],
      rows: withheld.map((one) => [
        one.name,
        numbers.count(one.shown),
        numbers.count(one.primary + one.complementary),
      ]),
    },
  ];
}
