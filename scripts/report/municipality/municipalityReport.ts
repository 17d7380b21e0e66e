/** A municipality's report: what it says, in which order, and what is left when nothing of the municipality is shown. */
import { overview } from "#survey/presentation/findings.ts";
import { report } from "#survey/texts/report.da.ts";
import type { Block, Cover, KeyFigure, ReportText } from "../pdf/blocks.ts";
import { reportPdf } from "../pdf/reportPdf.ts";
import { comparisonSection } from "./comparisonSection.ts";
import { correctionsOf, type ReportContext } from "./context.ts";
import { methodSection, useSection } from "./endSections.ts";
import { backgroundSection, groupsSection } from "./groupsSection.ts";
import { hiddenSection } from "./hiddenSection.ts";
import { responseSection } from "./responseSection.ts";
import { shortSection } from "./shortSection.ts";
import { themesSection } from "./themesSection.ts";

const PRINT = 16;

function keyFigures({ screen, numbers }: ReportContext): KeyFigure[] {
  const { satisfaction, entry } = screen;
  const words = report.keyFigures;
  return [
    { value: satisfaction.figure ?? words.withheld, label: words.satisfied },
    { value: entry.answers === null ? words.withheld : numbers.count(entry.answers), label: words.answers },
    {
      value: entry.responseRate === null ? words.withheld : numbers.percent(entry.responseRate),
      label: words.rate,
    },
  ];
}

function coverOf(context: ReportContext): Cover {
  const { screen, reading, numbers, fingerprint } = context;
  const { round } = reading.results;
  const { nothing, caution, fullName, comparison, standing } = screen;
  return {
    name: fullName,
    title: round.title,
    period: round.period,
    about: nothing ? report.aboutNothing(fullName) : report.about(fullName, round.period),
    keyFigures: nothing ? [] : keyFigures(context),
    findings: nothing ? [] : [comparison.lead, standing.lead],
    notice: nothing?.text ?? caution,
    source: [report.collected(numbers.date(round.closes)), report.fingerprint(fingerprint.slice(0, PRINT))],
  };
}

/** Where nothing of the municipality is shown: what everybody together says. */
function everybodyBlocks({ reading, labels }: ReportContext): Block[] {
  const { satisfaction, items } = overview(reading, "da");
  return [
    { kind: "section", text: report.nothing.everybody(labels.everybody(reading.whole)) },
    { kind: "lead", text: satisfaction.lead },
    ...satisfaction.details.map((text): Block => ({ kind: "paragraph", text })),
    { kind: "heading", text: items.heading },
    { kind: "paragraph", text: items.lead },
  ];
}

function blocksOf(context: ReportContext): Block[] {
  const { nothing } = context.screen;
  if (nothing) {
    return [
      { kind: "section", text: nothing.heading },
      ...correctionsOf(context).map((text): Block => ({ kind: "notice", text })),
      { kind: "lead", text: nothing.text },
      { kind: "paragraph", text: report.hidden.meaning },
      ...responseSection(context),
      ...everybodyBlocks(context),
      ...methodSection(context),
      ...useSection(context),
    ];
  }
  return [
    ...shortSection(context),
    ...themesSection(context),
    ...comparisonSection(context),
    ...groupsSection(context),
    ...backgroundSection(context),
    ...responseSection(context),
    ...hiddenSection(context),
    ...methodSection(context),
    ...useSection(context),
  ];
}

/** What the report says, before it is drawn. */
export const reportText = (context: ReportContext): ReportText => ({
  cover: coverOf(context),
  blocks: blocksOf(context),
});

/** The bytes of `rapport.pdf`. The same results give the same bytes. */
export function municipalityReport(context: ReportContext): Promise<Uint8Array> {
  const { round } = context.reading.results;
  const { fullName } = context.screen;
  return reportPdf(
    { title: `${round.title}: ${fullName}, ${round.period}`, author: "Borgersvar", day: round.closes },
    `${fullName}. ${round.title}, ${round.period}`,
    reportText(context),
  );
}
