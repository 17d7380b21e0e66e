/** How well each index measures one thing. */
import {
  ENOUGH_CFI,
  ENOUGH_RELIABILITY,
  MOST_SRMR,
  RELIABILITY_MINIMUM,
  type Concern,
  type IndexReliability,
  type PartReliability,
} from "#survey/reliability/indexReliability.ts";
import type { MeasureId } from "#survey/measures.ts";
import { labelsIn } from "#survey/presentation/labels.ts";
import { number } from "../../report/danish.ts";
import { html, noHtml, type Html } from "../../report/html.ts";
import type { ReportSection } from "../../report/page.ts";
import { table } from "../../report/table.ts";

const nameOf = (id: MeasureId): string => labelsIn("da").short(id);
const two = (value: number): string => number(value, 2);
const orNone = (value: number | null): string => (value === null ? "–" : two(value));

const WARNINGS: Record<Concern, string> = {
  fewAnswers: `Færre end ${RELIABILITY_MINIMUM} har svaret på alle dele. Tallene er for usikre til at bruge.`,
  lowReliability: `Reliabiliteten er under ${two(ENOUGH_RELIABILITY)}. Vis delene hver for sig, eller sig det tydeligt.`,
  secondDimension:
    "Der er mere end én dimension i svarene (anden egenværdi er 1 eller mere). Indekset blander ting, der ikke følges ad.",
  poorFit: `Én fælles faktor passer dårligt til svarene (CFI under ${two(ENOUGH_CFI)} eller SRMR over ${two(MOST_SRMR)}). En høj alfa ændrer ikke det.`,
  noFactor: "Ingen fælles faktor passer til svarene.",
  negativeItem:
    "En del hænger ikke sammen med de andre (korrelation 0 eller negativ). Se efter, om skalaen er vendt.",
};

const coefficient = ({ omega, spearmanBrown }: IndexReliability): string =>
  spearmanBrown === null ? orNone(omega) : `${two(spearmanBrown)} (Spearman–Brown)`;

function overviewTable(indexes: readonly IndexReliability[]): Html {
  return table<IndexReliability>({
    id: "t-reliabilitet",
    caption: "Reliabilitet af indeksene, uvægtet, alle kommuner tilsammen",
    columns: [
      { heading: "Indeks", cell: ({ id }) => nameOf(id) },
      { heading: "Dele", align: "right", cell: ({ parts }) => number(parts.length) },
      { heading: "Svar på alle dele", align: "right", cell: ({ complete }) => number(complete) },
      { heading: "Omega", align: "right", cell: coefficient },
      { heading: "Alfa", align: "right", cell: ({ alpha }) => two(alpha) },
      {
        heading: "95 %-interval (Feldt)",
        align: "right",
        cell: ({ interval }) => `${two(interval.low)}–${two(interval.high)}`,
      },
      { heading: "Alfa, vægtet", align: "right", cell: ({ weighted }) => two(weighted) },
      { heading: "Stratificeret alfa", align: "right", cell: ({ stratified }) => orNone(stratified) },
      {
        heading: "Gns. korrelation",
        align: "right",
        cell: ({ averageCorrelation }) => two(averageCorrelation),
      },
    ],
    rows: indexes,
    note: "Omega er det bedste mål, når delene ikke hænger lige stærkt sammen med indekset. Med to dele bruges Spearman–Brown. Stratificeret alfa regner med, at hvert tema har sin egen reliabilitet.",
  });
}

const concernsText = ({ concerns }: IndexReliability): Html =>
  concerns.length === 0
    ? html`<p>Ingen tegn på, at indekset måler mere end én ting.</p>`
    : html`<ul class="warnings">
        ${concerns.map((concern) => html`<li><strong>Obs:</strong> ${WARNINGS[concern]}</li> `)}
      </ul>`;

function fitText({ fit, eigenvalues }: IndexReliability): Html {
  const values = eigenvalues.slice(0, 3).map(two).join("; ");
  const model =
    fit === null
      ? noHtml
      : html` Én faktor: χ² ${number(fit.chiSquare, 1)} med ${number(fit.degreesOfFreedom)} frihedsgrader, CFI
        ${two(fit.cfi)}, RMSEA ${two(fit.rmsea)}, SRMR ${two(fit.srmr)}.`;
  return html`<p>Første egenværdier: ${values}.${model}</p>`;
}

const indexDetails = (index: IndexReliability): Html =>
  html`<h3>${nameOf(index.id)}</h3>
    ${concernsText(index)} ${fitText(index)}
    ${table<PartReliability>({
      id: `t-${index.id}`,
      caption: `Delene af ${nameOf(index.id).toLowerCase()}`,
      columns: [
        { heading: "Del", cell: ({ id }) => nameOf(id) },
        { heading: "Korrelation med resten", align: "right", cell: ({ rest }) => two(rest) },
        { heading: "Alfa uden delen", align: "right", cell: ({ alphaWithout }) => orNone(alphaWithout) },
      ],
      rows: index.parts,
    })}`;

export const reliabilitySection = (indexes: readonly IndexReliability[]): ReportSection => ({
  id: "reliabilitet",
  heading: "Indeks og reliabilitet",
  body:
    indexes.length === 0
      ? html`<p>For få har svaret på alle dele af et indeks. Der er ikke regnet reliabilitet.</p>`
      : html`${overviewTable(indexes)} ${indexes.map(indexDetails)}`,
});
