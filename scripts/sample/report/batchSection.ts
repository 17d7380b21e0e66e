/** The samples and supplements, each with the frame it was drawn from. */
import { number } from "../../report/danish.ts";
import { html } from "../../report/html.ts";
import type { ReportSection } from "../../report/page.ts";
import { table } from "../../report/table.ts";
import type { ProvenBatch } from "../provenance.ts";
import { nameOf, sumOf, type SampleFacts } from "./facts.ts";

interface BatchRow {
  label: string;
  municipalities: string;
  invited: number;
  frame: string;
}

const labelOf = (batch: number): string => (batch === 0 ? "Stikprøven" : `${batch}. supplement`);

/** Batches of the same number from the same frame were drawn together. */
function drawnTogether(batches: readonly ProvenBatch[]): ProvenBatch[][] {
  const together = new Map<string, ProvenBatch[]>();
  for (const batch of batches) {
    const key = `${batch.batch} ${batch.frameSha256}`;
    together.set(key, [...(together.get(key) ?? []), batch]);
  }
  return [...together.values()];
}

function rowOf(batch: ProvenBatch, together: readonly ProvenBatch[]): BatchRow {
  const names = together.map(({ municipality }) => nameOf(municipality));
  return {
    label: labelOf(batch.batch),
    municipalities: names.length > 6 ? `${number(names.length)} kommuner` : names.join(", "),
    invited: sumOf(together, ({ invited }) => invited),
    frame: batch.frameSha256 === null ? "står ikke i journalen" : batch.frameSha256.slice(0, 16),
  };
}

const rowsOf = (batches: readonly ProvenBatch[]): BatchRow[] =>
  drawnTogether(batches)
    .flatMap((together) => together.slice(0, 1).map((first) => ({ first, together })))
    .toSorted((a, b) => a.first.batch - b.first.batch || b.together.length - a.together.length)
    .map(({ first, together }) => rowOf(first, together));

export const batchSection = ({ batches }: SampleFacts): ReportSection => ({
  id: "puljer",
  heading: "Puljer og supplementer",
  body: html`<p>
      En kommune trækkes på én gang. Kommer et udtræk senere, trækkes kommunen for sig. Er der for få svar,
      kan en kommune få et supplement: de næste borgere i samme rækkefølge af lodder, fordelt på målgrupperne,
      så den samlede stikprøve er den bedste af sin størrelse. Ingen, der er inviteret, falder ud. Alle i
      samme målgruppe og kommune har samme udtrækssandsynlighed, uanset pulje, for stikprøve og supplement er
      tilsammen én simpel tilfældig stikprøve.
    </p>
    ${table<BatchRow>({
      id: "t-puljer",
      caption: "Stikprøver og supplementer, og den ramme de er trukket fra",
      columns: [
        { heading: "Pulje", cell: (row) => row.label },
        { heading: "Kommuner", cell: (row) => row.municipalities },
        { heading: "Inviterede", align: "right", cell: (row) => number(row.invited) },
        { heading: "Ramme", cell: (row) => html`<code>${row.frame}</code>` },
      ],
      rows: rowsOf(batches),
      total: {
        label: "I alt",
        municipalities: "",
        invited: sumOf(batches, ({ invited }) => invited),
        frame: "",
      },
      note: "Rammen er vist ved de første 16 tegn af SHA-256 for frame/frame.csv, som filen var, da puljen blev trukket.",
    })}`,
});
