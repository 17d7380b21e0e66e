/** What a reader of the tables must know: where they come from, how to read them, what may be done with them. */
import { licences, type LicenceId } from "../../licence.ts";
import type { Results } from "../../results.ts";
import { labelsIn } from "../labels.ts";
import type { ResultLanguage } from "../language.ts";
import { numbersIn } from "../numbers.ts";

export interface ReadMeLine {
  kind: "title" | "section" | "plain";
  text: string;
}

const plain = (text: string): ReadMeLine => ({ kind: "plain", text });
const section = (text: string): ReadMeLine => ({ kind: "section", text });

/** How to name the figures as a source, in one line. */
export function citation({ round }: Results, language: ResultLanguage): string {
  const { date } = numbersIn(language);
  return language === "da"
    ? `${round.title}, ${round.period}. Resultater af en borgerundersøgelse i de deltagende kommuner, indsamlet til og med ${date(round.closes)}.`
    : `${round.title}, ${round.period}. Results of a citizen survey in the municipalities that take part, collected until ${date(round.closes)}.`;
}

function danishLines(results: Results): ReadMeLine[] {
  const { count, percent } = numbersIn("da");
  const { national, threshold, censusThreshold, uncertainBelow } = results;
  return [
    plain(
      `${count(national.answers)} svar fra ${count(national.invited)} inviterede (${percent(national.responseRate)}). Et svar er mindst 7 af de 13 spørgsmål, sendt eller gemt.`,
    ),
    section("Sådan læses tallene"),
    plain("Gennemsnit går fra 0 (alle gav det dårligste svar) til 100 (alle gav det bedste)."),
    plain("Positive er de to bedste svar. Fordelingen er i procent af dem, der gav et af de fem svar."),
    plain("Ved ikke er i procent af alle, der tog stilling til spørgsmålet. Det indgår ikke i de andre tal."),
    plain(
      "Nedre og øvre er grænserne for et 95 %-konfidensinterval. De er tomme, hvor usikkerheden ikke kan regnes ud.",
    ),
    plain(
      "Vægtede tal er vægtet til fordelingen på kommuner og målgrupper blandt alle borgere i målgrupperne. Uvægtede tal er svarene, som de kom ind. Brug de vægtede.",
    ),
    plain(
      "Indeks er gennemsnittet af en persons svar på temaets spørgsmål, fra 0 til 100. Positive er dem med et indeks over 62,5.",
    ),
    plain(
      "En forskel er et område minus det større område, det er en del af. Den er sikker, når den er det på 95 %-niveau for alle områdets spørgsmål under ét.",
    ),
    section("Når der ikke står et tal"),
    plain(
      `Skjult: Færre end ${threshold} har svaret (${censusThreshold}, hvor alle borgere er inviteret), næsten alle har svaret det samme, eller tallet kunne røbe et andet skjult tal. Et skjult tal er ikke nul. Det kan være både højt og lavt.`,
    ),
    plain("Ingen svar: Ingen i gruppen har svaret på spørgsmålet. Ikke spurgt: Spørgsmålet er ikke stillet."),
    plain(
      `Usikkert tal: Bygger på få svar eller har et bredt interval. Kommuner med færre end ${uncertainBelow} svar er mærket som usikre.`,
    ),
  ];
}

function englishLines(results: Results): ReadMeLine[] {
  const { count, percent } = numbersIn("en");
  const { national, threshold, censusThreshold, uncertainBelow } = results;
  return [
    plain(
      `${count(national.answers)} answers of ${count(national.invited)} invited (${percent(national.responseRate)}). An answer is at least 7 of the 13 items, sent or saved.`,
    ),
    section("How to read the figures"),
    plain("Means go from 0 (all gave the worst answer) to 100 (all gave the best)."),
    plain(
      "Positive are the two best answers. Distributions are in percent of those who gave one of the five.",
    ),
    plain("Don't know is in percent of all who took a stand. It is not part of the other figures."),
    plain("Lower and upper are the limits of a 95 % confidence interval; empty where it is not defined."),
    plain(
      "Weighted figures are weighted to the municipalities and target groups of all citizens in the target groups. Unweighted figures are the answers as they came. Use the weighted.",
    ),
    plain(
      "An index is the mean of a person's answers to the items of a theme, 0 to 100. Positive are those above 62.5.",
    ),
    plain(
      "A difference is a domain less the larger one that it is part of. It is clear when significant at 95 % for all items of the domain together.",
    ),
    section("Where there is no figure"),
    plain(
      `Withheld: fewer than ${threshold} have answered (${censusThreshold} where all citizens were invited), nearly all have answered the same, or the figure could give away another withheld one. A withheld figure is not zero. It can be high or low.`,
    ),
    plain("No answers: nobody in the group has answered the item. Not asked: the item was not part of it."),
    plain(
      `Uncertain: from few answers, or with a wide interval. Municipalities with fewer than ${uncertainBelow} answers are marked.`,
    ),
  ];
}

function collapsedLines(results: Results, language: ResultLanguage): ReadMeLine[] {
  if (results.collapsed.length === 0) return [];
  const names = new Map(results.municipalities.map(({ code, name }) => [code, name]));
  const list = new Intl.ListFormat(language);
  const { targetGroups } = labelsIn(language);
  return [
    section(
      language === "da"
        ? "Målgrupper, der er lagt sammen i vægtningen, fordi for få har svaret"
        : "Target groups merged in the weighting, because too few have answered",
    ),
    ...results.collapsed.map(({ municipality, groups }) =>
      plain(
        `${names.get(municipality) ?? municipality}: ${list.format(groups.map((group) => targetGroups[group]))}`,
      ),
    ),
  ];
}

/** The lines in their order, with headings. */
export function readMe(results: Results, licence: LicenceId, language: ResultLanguage): ReadMeLine[] {
  const danish = language === "da";
  const { name, url, terms } = licences[licence];
  const { round } = results;
  return [
    { kind: "title", text: round.title },
    plain(citation(results, language)),
    ...(danish ? danishLines(results) : englishLines(results)),
    ...collapsedLines(results, language),
    section(danish ? "Må tallene bruges?" : "May the figures be used?"),
    plain(`${name}: ${url[language]}`),
    plain(terms[language]),
    plain(`${danish ? "Skriv for eksempel" : "Say for instance"}: »${citation(results, language)}«`),
  ];
}
