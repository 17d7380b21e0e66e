/** What a reader of the data set must know, in Danish: the first sheet of the workbook. */
import type { AnalystData } from "./analystData.ts";
import type { AnonymityReport } from "./anonymityFile.ts";

export const notesOf = (data: AnalystData, report: AnonymityReport, fitted: boolean): string[] => [
  "Arket Svar har svarene i ord. Arket Kodebog siger, hvad hver variabel og værdi er, også i CSV- og SPSS-filen.",
  "Svarene er fortrolige, ikke anonyme. De må ikke gives videre eller bruges til at genkende nogen.",
  "Et svar er mindst 7 af de 13 spørgsmål. De andre rækker har ingen vægt og tæller ikke med i resultaterne.",
  "Vægten er borgere i stratummet delt med svar i stratummet. Brug altid vægten, når du regner for flere grupper sammen.",
  "»Ved ikke«, »Jeg har ikke haft en samtale« og ikke besvaret er ingen værdi i gennemsnit og andele.",
  `»Ikke vist: for få personer« er en skjult værdi: højst ${report.k - 1} personer havde den (${report.censusK - 1}, hvor alle blev inviteret), eller den blev skjult sammen med dem. Se anonymity.html.`,
  ...(data.leftOut.length > 0 ? ["Kommuner med for få svar er slet ikke med i datasættet."] : []),
  ...(fitted
    ? [
        "De offentliggjorte resultater har vægte, der også er tilpasset alder eller køn. De vægte er ikke her, for de ville vise alder og køn på personer, hvor det er skjult.",
      ]
    : []),
  "Usikkerhed skal regnes med stikprøvens design: se design.R.",
];
