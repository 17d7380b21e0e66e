/** Who was asked, who answered, and what the weights come to. */
import { report } from "#survey/texts/report.da.ts";
import type { Block } from "../pdf/blocks.ts";
import type { ReportContext } from "./context.ts";

export function responseSection({ reading, screen, labels, numbers, code }: ReportContext): Block[] {
  const { national, collapsed } = reading.results;
  const { entry } = screen;
  const { rows } = report.response;
  const or = (value: number | null, format: (value: number) => string): string =>
    value === null ? labels.absent("withheld") : format(value);
  const line = (name: string, of: (from: typeof national | typeof entry) => string): string[] =>
    reading.whole === "alone" ? [name, of(entry)] : [name, of(entry), of(national)];
  const merged = collapsed.filter(({ municipality }) => municipality === code);
  const list = new Intl.ListFormat("da");
  const alone = reading.whole === "alone";
  return [
    { kind: "section", text: report.response.section },
    { kind: "paragraph", text: entry.census ? report.response.census : report.response.sample },
    {
      kind: "table",
      caption: report.response.table,
      columns: [
        { heading: report.response.what, share: alone ? 0.7 : 0.46 },
        { heading: entry.name, share: alone ? 0.3 : 0.24, numeric: true },
        ...(alone ? [] : [{ heading: labels.everybody(reading.whole), share: 0.3, numeric: true }]),
      ],
      rows: [
        line(rows.population, ({ population }) => numbers.count(population)),
        line(rows.invited, ({ invited }) => numbers.count(invited)),
        line(rows.answers, ({ answers }) => or(answers, numbers.count)),
        line(rows.rate, ({ responseRate }) => or(responseRate, numbers.percent)),
        line(rows.designEffect, ({ designEffect }) => or(designEffect, numbers.ratio)),
        line(rows.effective, ({ effectiveAnswers }) => or(effectiveAnswers, numbers.count)),
      ],
    },
    { kind: "note", text: report.response.effect },
    { kind: "paragraph", text: report.response.weights },
    ...merged.map(({ groups }): Block => ({
      kind: "paragraph",
      text: report.response.collapsed(list.format(groups.map((group) => labels.targetGroups[group]))),
    })),
  ];
}
