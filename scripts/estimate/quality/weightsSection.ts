/** What the weights look like, municipality by municipality. */
import type { MarginWeights } from "#survey/weights/fitToMargins.ts";
import type { WeightQuality } from "#survey/weights/weightQuality.ts";
import { municipalityOf } from "#survey/municipalities.ts";
import type { Tabulation } from "#survey/estimate/tabulate.ts";
import { targetGroups } from "#survey/texts/da.ts";
import { labelsIn } from "#survey/presentation/labels.ts";
import { number } from "../../report/danish.ts";
import { html, noHtml, type Html } from "../../report/html.ts";
import type { ReportSection } from "../../report/page.ts";
import { table } from "../../report/table.ts";

const danishList = new Intl.ListFormat("da");
const nameOf = (code: string): string => municipalityOf(code)?.name ?? code;

function marginsText({ round, weights }: Tabulation): Html {
  if (!weights.margins) {
    return html`<p>
      Svarene er vægtet til antallet af borgere i hver kommune og målgruppe. Der er ikke vægtet til andet.
    </p>`;
  }
  const names = round.weighting.margins.map((variable) => labelsIn("da").breakdowns[variable].toLowerCase());
  const { merged, rounds } = weights.margins;
  const method = round.weighting.method === "logit" ? "logit-kalibrering med grænser" : "raking";
  return html`<p>
      Svarene er vægtet til antallet af borgere i hver kommune og målgruppe og derefter tilpasset
      ${danishList.format(names)} for alle kommuner tilsammen (${method}, ${number(rounds)} runder).
      ${capText(weights.margins)}
    </p>
    ${merged.length > 0 ? html`<p>Lagt sammen, fordi få har svaret: ${danishList.format(merged)}.</p>` : noHtml}`;
}

/** Whether the highest weights keep to their cap. */
function capText({ trimmed, aboveCap }: MarginWeights): string {
  if (trimmed === 0) return "Ingen vægte er skåret ned.";
  const cut = `${number(trimmed)} vægte lå over loftet og er skåret ned.`;
  return aboveCap === 0
    ? `${cut} Nu holder alle vægte loftet.`
    : `${cut} ${number(aboveCap)} ligger stadig over det, fordi tallene for hele befolkningen kræver det: Loftet er for lavt.`;
}

function collapsedText({ weights }: Tabulation): Html {
  const collapsed = weights.strata.filter(({ groups }) => groups.length > 1);
  if (collapsed.length === 0) return noHtml;
  return html`<p>Målgrupper, der er lagt sammen inden for kommunen, fordi færre end 5 har svaret:</p>
    <ul>
      ${collapsed.map(
        ({ municipality, groups }) =>
          html`<li>
            ${nameOf(municipality)}: ${danishList.format(groups.map((g) => targetGroups[g].toLowerCase()))}
          </li> `,
      )}
    </ul>`;
}

export function weightsSection(tabulation: Tabulation, quality: readonly WeightQuality[]): ReportSection {
  const [all, ...places] = quality;
  return {
    id: "vaegte",
    heading: "Vægte",
    body: html`${marginsText(tabulation)} ${collapsedText(tabulation)}
      <p>
        Designeffekten (Kish) siger, hvor meget vægtene koster: Ved 1,25 er 250 svar lige så sikre som 200
        uvægtede. For alle tilsammen er den stor, fordi små kommuner fylder meget i stikprøven; inden for en
        kommune bør den være under 1,5.
      </p>
      ${table<WeightQuality>({
        id: "t-vaegte",
        caption: "Vægte, designeffekt og effektivt antal svar",
        columns: [
          {
            heading: "Kommune",
            cell: (row) => (row.municipality === null ? "Alle" : nameOf(row.municipality)),
          },
          { heading: "Svar", align: "right", cell: (row) => number(row.answers) },
          { heading: "Mindste vægt", align: "right", cell: (row) => number(row.smallest, 2) },
          { heading: "Median", align: "right", cell: (row) => number(row.median, 2) },
          { heading: "Største vægt", align: "right", cell: (row) => number(row.largest, 2) },
          { heading: "Designeffekt", align: "right", cell: (row) => number(row.designEffect, 2) },
          { heading: "Effektive svar", align: "right", cell: (row) => number(row.effectiveAnswers) },
          ...(tabulation.weights.margins
            ? [
                {
                  heading: "Designeffekt før tilpasning",
                  align: "right" as const,
                  cell: (row: WeightQuality) => number(row.designEffectBefore, 2),
                },
              ]
            : []),
        ],
        rows: places,
        ...(all ? { total: all } : {}),
      })}`,
  };
}
