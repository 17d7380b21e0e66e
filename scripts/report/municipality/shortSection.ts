/** The three answers: how satisfied, compared with whom, what stands out. */
import type { Answer } from "#survey/presentation/findings.ts";
import { RESULT_FINDINGS } from "#survey/texts/results.ts";
import { report } from "#survey/texts/report.da.ts";
import type { Block } from "../pdf/blocks.ts";
import { correctionsOf, type ReportContext } from "./context.ts";

const answerBlocks = ({ heading, lead, details }: Answer): Block[] => [
  { kind: "heading", text: heading },
  { kind: "lead", text: lead },
  ...details.map((text): Block => ({ kind: "paragraph", text })),
];

export function shortSection(context: ReportContext): Block[] {
  const { screen } = context;
  const { satisfaction, comparison, standing, caution } = screen;
  const { since } = comparison;
  return [
    { kind: "section", text: report.short.section },
    ...correctionsOf(context).map((text): Block => ({ kind: "notice", text })),
    ...(caution === null ? [] : [{ kind: "notice" as const, text: caution }]),
    ...answerBlocks(satisfaction),
    ...answerBlocks(comparison),
    { kind: "lead", text: since.lead },
    ...since.details.map((text): Block => ({ kind: "paragraph", text })),
    ...answerBlocks(standing),
    ...standing.lists.flatMap(({ lead, entries }): Block[] => [
      { kind: "paragraph", text: lead },
      { kind: "list", items: entries },
    ]),
    { kind: "note", text: RESULT_FINDINGS.da.standouts.rule },
  ];
}
