/** The method, and how the figures may be used and cited. */
import { licences } from "#survey/licence.ts";
import { citation } from "#survey/presentation/tables/readMe.ts";
import { report } from "#survey/texts/report.da.ts";
import { RESULT_METHOD } from "#survey/texts/results.ts";
import type { Block } from "../pdf/blocks.ts";
import type { ReportContext } from "./context.ts";

export function methodSection({ reading, numbers }: ReportContext): Block[] {
  const sections = RESULT_METHOD.da.sections(numbers.under(reading.results.threshold));
  return [
    { kind: "section", text: report.method.section },
    ...sections.flatMap(([heading, ...paragraphs]): Block[] => [
      { kind: "heading", text: heading },
      ...paragraphs.map((text): Block => ({ kind: "paragraph", text })),
    ]),
  ];
}

export function useSection({ reading, licence, address, contact }: ReportContext): Block[] {
  const { use } = report;
  const { name, url, terms } = licences[licence];
  return [
    { kind: "section", text: use.section },
    { kind: "list", items: use.caution },
    { kind: "paragraph", text: use.cite },
    { kind: "notice", text: citation(reading.results, "da") },
    { kind: "paragraph", text: `${name}. ${terms.da} ${url.da}` },
    { kind: "paragraph", text: use.download(address) },
    { kind: "paragraph", text: use.contact(contact.name, contact.email, contact.phone) },
  ];
}
