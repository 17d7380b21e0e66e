/** How the sample is designed, so that a methods reviewer can judge it without reading code. */
import type { Sampling } from "#survey/round.ts";
import { TARGET_GROUPS } from "#survey/targetGroups.ts";
import { targetGroups } from "#survey/texts/da.ts";
import { number, percent } from "../../report/danish.ts";
import { html, type Html } from "../../report/html.ts";
import type { ReportSection } from "../../report/page.ts";
import { table } from "../../report/table.ts";
import type { SampleFacts } from "./facts.ts";

const assumptions = ({ round }: SampleFacts): Html => {
  const { sampling } = round;
  const rows = [
    ["Mindste stikprøve i en kommune", number(sampling.minimum)],
    ["Største stikprøve i en kommune", number(sampling.maximum)],
    ...(sampling.budget
      ? [
          ["Budget i alt", `${number(sampling.budget.total)} invitationer`],
          ["Eksponent i power-fordelingen", number(sampling.budget.exponent, 2)],
        ]
      : [
          [
            "Stikprøven vokser med målgruppen",
            `fra ${number(sampling.sizeCurve.from)} til ${number(sampling.sizeCurve.to)} borgere`,
          ],
        ]),
    ["Ønskede svar i hver kommune", number(sampling.targetAnswers)],
    ["Sikkerhed for de ønskede svar", percent(sampling.targetProbability)],
    ["Ønskede svar i hver målgruppe", number(sampling.minimumAnswersPerGroup)],
    ["Samvariation i svarprocent inden for en kommune (icc)", number(sampling.icc, 4)],
    ...TARGET_GROUPS.map((group) => [
      `Forventet svarprocent, ${targetGroups[group].toLowerCase()}`,
      percent(sampling.expectedResponse[group], 1),
    ]),
    ["Startpunkt for udtrækket", number(sampling.startPoint, 4)],
  ];
  return table({
    id: "t-forudsaetninger",
    caption: "Forudsætninger, som de står i round.json",
    columns: [
      { heading: "Forudsætning", cell: ([name = ""]) => name },
      { heading: "Værdi", align: "right", cell: ([, value = ""]) => value },
    ],
    rows,
    note: "Svarprocenterne og samvariationen er planlægningstal. De skal afløses af erfaringer, så snart de findes.",
  });
};

const sizeRule = (sampling: Sampling): Html =>
  html`<p>
    Stikprøven i en kommune er det største af to tal: det, som størrelseskurven giver, og det mindste antal,
    der giver mindst ${number(sampling.targetAnswers)} svar med ${percent(sampling.targetProbability)}
    sandsynlighed. Den er mindst ${number(sampling.minimum)} og højst ${number(sampling.maximum)}. Er
    målgruppen på ${number(sampling.minimum)} eller færre, inviteres alle.
  </p> `;

const budgetRule = (sampling: Sampling, { total, exponent }: NonNullable<Sampling["budget"]>): Html =>
  html`<p>
    Der er et samlet budget på ${number(total)} invitationer. Det er fordelt efter målgruppens størrelse i
    potensen ${number(exponent, 2)} (power-fordeling, Bankier 1988): 0 giver alle kommuner samme sikkerhed, 1
    giver landet størst sikkerhed. Hver kommune får mindst ${number(sampling.minimum)} og højst
    ${number(sampling.maximum)}, eller alle inviteres, hvis målgruppen er mindre. Fordelingen er løst eksakt i
    hele tal. Hvor budgettet ikke rækker til ${number(sampling.targetAnswers)} svar med
    ${percent(sampling.targetProbability)} sandsynlighed, står det ved kommunen.
  </p> `;

export function designSection(facts: SampleFacts): ReportSection {
  const { sampling } = facts.round;
  return {
    id: "design",
    heading: "Design",
    body: html`<p>
        Stikprøven er stratificeret efter kommune og målgruppe og er med vilje skæv: Små kommuner og
        målgrupper med lav svarprocent fylder mere i stikprøven end i befolkningen. Skævheden rettes op, når
        svarene vægtes.
      </p>
      <h3>Hvor mange i hver kommune</h3>
      ${sampling.budget ? budgetRule(sampling, sampling.budget) : sizeRule(sampling)}
      <p>
        Sandsynligheden for svarene er beregnet ud fra den eksakte fordeling af antallet af svar. Kommunens
        svarprocent antages at kunne blive højere eller lavere end ventet, og det rammer alle målgrupper
        samtidig.
      </p>
      <h3>Hvor mange i hver målgruppe</h3>
      <p>
        Inden for kommunen fordeles stikprøven, så usikkerheden på kommunens resultat bliver mindst mulig ved
        de forventede svarprocenter (Neyman-fordeling med grænser, løst eksakt i hele tal). Hver målgruppe får
        så mange invitationer, at der kan ventes ${number(sampling.minimumAnswersPerGroup)} svar, eller alle
        inviteres, hvis gruppen er mindre. Kan det ikke rummes i stikprøven, sættes kravet forholdsmæssigt ned
        for alle grupper.
      </p>
      <h3>Hvem</h3>
      <p>
        Hver borger har et lod: HMAC-SHA-256 af CPR-nummeret med rundens udtræksnøgle, regnet om til et tal
        mellem 0 og 1. I hver målgruppe i hver kommune udtrækkes de borgere, hvis lod følger først efter
        startpunktet. Det er en simpel tilfældig stikprøve. Lodderne afhænger ikke af filernes rækkefølge, og
        udtrækket kan gentages af enhver, der har rammen og nøglen. Bliver stikprøven større, kommer der kun
        nye til. I næste runde kan startpunktet flyttes, så andre borgere spørges. Lodderne gemmes ikke, fordi
        et CPR-nummer kan findes ud fra dem.
      </p>
      ${assumptions(facts)}`,
  };
}
