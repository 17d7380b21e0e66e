/** The municipalities: where each will end, how sure that is, and what to do. */
import { number } from "../../report/danish.ts";
import { html, type Html } from "../../report/html.ts";
import { intervalChart, type IntervalRow } from "../../report/intervals.ts";
import { table } from "../../report/table.ts";
import { nextStepOf } from "../nextStep.ts";
import type { MunicipalityPart, Overview } from "../overview.ts";
import { chance, FLAG_TONES, interval, rate, STEP_NAMES, verdict } from "./words.ts";

export interface MunicipalitySection {
  overview: Overview;
  census: (code: string) => boolean;
}

const rowOf = (part: MunicipalityPart): IntervalRow[] =>
  part.forecast === null || part.flag === null
    ? []
    : [
        {
          label: part.name,
          low: part.forecast.low,
          middle: part.forecast.middle,
          high: part.forecast.high,
          text: interval(part),
          tone: FLAG_TONES[part.flag],
        },
      ];

export function municipalitySection({ overview, census }: MunicipalitySection): Html {
  const { municipalities, total, target } = overview;
  return html`${intervalChart({
    caption: "Så mange svar venter vi, når der lukkes",
    rows: municipalities.flatMap(rowOf),
    mark: { value: target, label: `${number(target)} svar` },
    tones: [
      { tone: "good", label: "næsten sikkert nået (95 % eller mere)" },
      { tone: "warn", label: "mere sandsynligt end ikke" },
      { tone: "bad", label: "mindre sandsynligt" },
      { tone: "quiet", label: "uden for rækkevidde fra begyndelsen" },
    ],
  })}
  ${table<MunicipalityPart | null>({
    id: "kommuner-tabel",
    caption: "Kommunerne i tal",
    columns: [
      { heading: "Kommune", cell: (m) => m?.name ?? "I alt" },
      { heading: "Inviterede", align: "right", cell: (m) => number((m ?? total).progress.invited) },
      { heading: "Svar nu", align: "right", cell: (m) => number((m ?? total).progress.answers) },
      { heading: "Svarprocent", align: "right", cell: (m) => rate(m ?? total) },
      { heading: "Ventet til sidst (5–95 %)", align: "right", cell: (m) => (m ? interval(m) : "") },
      {
        heading: `Chance for ${number(target)}`,
        align: "right",
        cell: (m) => (m ? chance(m, target) : ""),
      },
      { heading: "Vurdering", cell: (m) => (m ? verdict(m.flag) : "") },
      {
        heading: "Næste skridt",
        cell: (m) => (m ? STEP_NAMES[nextStepOf(m, census(m.code))](m) : ""),
      },
      {
        heading: "R-indikator",
        align: "right",
        cell: (m) => (m && m.rIndicator !== null ? number(m.rIndicator, 2) : ""),
      },
    ],
    rows: municipalities,
    total: null,
    note: html`Tallene til sidst er en beregning ud fra svarene nu, den forventede svarprocent og den måde,
    svar plejer at komme på: flest lige efter hvert brev. I ni af ti tilfælde ligger det endelige tal mellem
    de to i parentes. Tallet ved det næste skridt er de svar, som det ventes at give. En påmindelse, der er
    planlagt, er regnet med; en ekstra SMS-runde er ikke. R-indikatoren er 1, når alle målgrupper svarer lige
    meget.`,
  })}`;
}
