/** What a reader of the tables must know, in Danish: the first sheet of `tables.xlsx`. */
import type { Results } from "#survey/results.ts";
import { targetGroups } from "#survey/texts/da.ts";
import { municipalityOf } from "#survey/municipalities.ts";
import { date, number } from "../report/danish.ts";

export interface Note {
  kind: "title" | "section" | "plain";
  text: string;
}

const danishList = new Intl.ListFormat("da");
const plain = (text: string): Note => ({ kind: "plain", text });
const section = (text: string): Note => ({ kind: "section", text });

function collapsed(results: Results): Note[] {
  if (results.collapsed.length === 0) return [];
  const merged = results.collapsed.map(({ municipality, groups }) =>
    plain(
      `${municipalityOf(municipality)?.name ?? municipality}: ${danishList.format(groups.map((group) => targetGroups[group]))}`,
    ),
  );
  return [section("Målgrupper, der er lagt sammen i vægtningen, fordi for få har svaret"), ...merged];
}

/** The notes in order, with headings. */
export function notesOf(results: Results): Note[] {
  const { round, national, threshold } = results;
  return [
    { kind: "title", text: round.title },
    plain(`${round.period}. Svarene er samlet ind til og med den ${date(round.closes)}.`),
    plain(
      `${number(national.answers)} svar fra ${number(national.invited)} inviterede (${national.responseRate} %). Et svar er mindst 7 af de 13 spørgsmål, sendt eller gemt.`,
    ),
    section("Må tallene offentliggøres?"),
    plain(
      "Ja, når de er kontrolleret. Grupper med få svar er skjult, og andre tal er skjult, så de ikke kan regnes ud. Kommandoen »audit« prøver at regne dem ud alligevel. Del først tallene, når den intet har fundet.",
    ),
    section("Sådan læses tallene"),
    plain("Gennemsnit går fra 0 (alle gav det dårligste svar) til 100 (alle gav det bedste)."),
    plain("Positive er de to bedste svar. Fordelingen er i procent af dem, der gav et af de fem svar."),
    plain("Ved ikke er i procent af alle, der tog stilling til spørgsmålet. Det indgår ikke i de andre tal."),
    plain(
      "Nedre og øvre er grænserne for et 95 %-konfidensinterval. De er tomme, hvor usikkerheden ikke kan regnes ud.",
    ),
    plain(
      "Vægtede tal er vægtet til fordelingen på kommuner og målgrupper blandt alle borgere i målgrupperne. Uvægtede tal er svarene, som de kom ind.",
    ),
    plain(
      "Indeks er gennemsnittet af en persons svar på temaets spørgsmål, fra 0 til 100. Positive er dem med et indeks over 62,5.",
    ),
    plain(
      "Forskel er området mindre det større område, det er en del af. En forskel er sikker på 95 %-niveau for alle spørgsmål under ét. Ændring er siden den tidligere runde.",
    ),
    section("Når der ikke står et tal"),
    plain(
      `skjult: for få har svaret (færre end ${threshold}; flere, hvor alle borgere er inviteret), næsten alle har svaret det samme, eller tallet kunne røbe andre, der er skjult. Nogle steder er kun det uvægtede tal skjult.`,
    ),
    plain("ingen svar: ingen i gruppen har svaret på spørgsmålet. ikke spurgt: spørgsmålet er ikke stillet."),
    plain("Usikkert tal: bygger på få svar eller har et bredt interval. Læs det med forbehold."),
    ...collapsed(results),
  ];
}
