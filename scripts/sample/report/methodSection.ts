/** The formulas, their sources and what the figures take for granted: what a reviewer checks the sample against. */
import { html, type Html } from "../../report/html.ts";
import type { ReportSection } from "../../report/page.ts";
import type { SampleFacts } from "./facts.ts";

interface Method {
  name: string;
  formula: Html;
  source: string;
}

const symbols = html`<p>
  <i>N<sub>h</sub></i> er antallet af borgere i målgruppe <i>h</i> i kommunen, <i>n<sub>h</sub></i> antallet
  af inviterede, <i>ρ<sub>h</sub></i> den forventede svarprocent og <i>W<sub>h</sub></i> =
  <i>N<sub>h</sub></i> / <i>N</i>.
</p> `;

const SIZE: Method = {
  name: "Antal svar",
  formula: html`summen af Bin(<i>n<sub>h</sub></i
    >, <i>ρ<sub>h</sub></i
    >) over målgrupperne, med <i>ρ<sub>h</sub></i> beta-fordelt med intraklassekorrelationen icc og samme
    fraktil i alle målgrupper; regnet ved inversion af den karakteristiske funktion, fejl under 10<sup
      >−9</sup
    >`,
  source: "Gil-Pelaez (1951); Abate & Whitt (1992)",
};

const POWER: Method = {
  name: "Kommunernes størrelse",
  formula: html`<i>n</i> ∝ <i>N<sup>q</sup></i> med grænser, eksakt i hele tal`,
  source: "Bankier (1988)",
};

const METHODS: readonly Method[] = [
  {
    name: "Fordeling på målgrupper",
    formula: html`mindste Σ <i>W<sub>h</sub></i
      ><sup>2</sup> / (<i>n<sub>h</sub></i> <i>ρ<sub>h</sub></i
      >), når Σ <i>n<sub>h</sub></i> = <i>n</i> og <i>l<sub>h</sub></i> ≤ <i>n<sub>h</sub></i> ≤
      <i>N<sub>h</sub></i
      >; eksakt i hele tal`,
    source: "Neyman (1934); Wright (2012, 2017); Friedrich m.fl. (2015)",
  },
  {
    name: "Udtræk",
    formula: html`de <i>n<sub>h</sub></i> første efter lod, talt fra startpunktet og rundt: en simpel
      tilfældig stikprøve af hvert stratum`,
    source: "Ohlsson (1995), permanente tilfældige tal",
  },
  {
    name: "Udtrækssandsynlighed",
    formula: html`<i>π<sub>h</sub></i> = <i>n<sub>h</sub></i> / <i>N<sub>h</sub></i
      >, grundvægt 1 / <i>π<sub>h</sub></i>`,
    source: "Särndal, Swensson & Wretman (1992)",
  },
  {
    name: "Designeffekt",
    formula: html`<i>r</i> Σ<i>w</i><sup>2</sup> / (Σ<i>w</i>)<sup>2</sup> over <i>r</i> ventede svar med
      vægten <i>N<sub>h</sub></i> / (<i>n<sub>h</sub></i> <i>ρ<sub>h</sub></i
      >)`,
    source: "Kish (1965, 1992)",
  },
];

export const methodSection = ({ round }: SampleFacts): ReportSection => ({
  id: "metode",
  heading: "Formler, kilder og forbehold",
  body: html`${symbols}
    <dl class="prose">
      ${[SIZE, ...(round.sampling.budget ? [POWER] : []), ...METHODS].map(
        ({ name, formula, source }) =>
          html`<dt>${name}</dt>
            <dd>${formula}. <span class="note">${source}.</span></dd> `,
      )}
    </dl>
    <h3>Forbehold</h3>
    <ul class="prose">
      <li>
        Rammen er så god som kommunernes udtræk. Borgere, som en kommune ikke har med, kan ikke udtrækkes.
        Hvad der er udeladt og hvorfor, står i afsnittet om stikprøverammen.
      </li>
      <li>Svarprocenterne og icc er antagelser. De er de samme for alle kommuner.</li>
      <li>Svarene antages at variere lige meget i alle målgrupper, indtil en undersøgelse har vist andet.</li>
      <li>
        Designeffekt og usikkerhed forudsætter, at hver målgruppe svarer som ventet. De dækker ikke skævhed i,
        hvem der svarer inden for en målgruppe.
      </li>
      <li>
        Hvor alle inviteres, er der ingen stikprøveusikkerhed i, hvem der spørges, kun i, hvem der svarer. De
        samme borgere spørges igen i næste runde, uanset startpunktet.
      </li>
    </ul>`,
});
