/** The words of the template's guide sheet, for the clerk who makes the extract. */
import { danishDate } from "./danishDate.ts";
import type { Round } from "#survey/round.ts";
import type { Field } from "#survey/frame/fields.ts";

/** The columns of the template, in their order. */
export const TEMPLATE_FIELDS = [
  "cpr",
  "benefit",
  "transition",
  "interview",
  "finished",
  "phone",
  "passive",
] as const satisfies readonly Field[];
export type TemplateField = (typeof TEMPLATE_FIELDS)[number];

/** What each column is to hold. */
export function columnGuide({ referenceDate }: Round): Record<TemplateField, string> {
  const day = danishDate(referenceDate);
  return {
    cpr: "10 cifre uden bindestreg. Kolonnen er tekst, så et nul forrest bliver stående.",
    benefit:
      "Den ydelse, borgeren får eller sidst fik. Vælg fra listen i cellen. Kontanthjælp skal have visitationskategorien med, f.eks. »Kontanthjælp, jobparat«.",
    transition: "Den dag, borgeren kom på den aktuelle ydelse. Dag-måned-år, f.eks. 15-03-2026.",
    interview:
      "Den dag, I sidst holdt en samtale med borgeren. Lad feltet stå tomt, hvis I ikke har holdt en.",
    finished: `Skriv ja, hvis borgeren har forladt ydelsen senest ${day}. Ellers nej.`,
    phone: "Borgerens mobilnummer, 8 cifre. Lad feltet stå tomt, hvis I ikke har et.",
    passive: `Skriv ja, hvis borgeren er passiv ${day}. Ellers nej. Passive borgere bliver ikke spurgt.`,
  };
}

/** What to do, step by step. */
export function steps({ period, deadlines }: Round): string[] {
  return [
    `Tag alle ledige og sygemeldte borgere med, der på et tidspunkt i perioden ${danishDate(period.from)} – ${danishDate(period.to)} fik en ydelse, også dem, der er holdt op. Sortér ingen fra: Vi inddeler selv i målgrupper, så det sker ens i alle kommuner.`,
    "Skriv eller indsæt borgerne i arket »Udtræk«, én række til hver. Indsæt som værdier, så formaterne bliver stående.",
    "Overskrifterne skal blive stående. I må gerne have flere kolonner; dem ser vi bort fra. Vil I have, at brevet nævner borgerens navn, så tilføj en kolonne med overskriften »Navn«.",
    "Rækken, der begynder med »Eksempel«, læser vi ikke. I kan lade den stå eller slette den.",
    "Gem filen med kommunens navn i filnavnet, f.eks. »udtraek-lemvig.xlsx«.",
    `Send filen med sikker mail senest ${danishDate(deadlines.extract)}. Den indeholder personoplysninger: Send den aldrig med almindelig e-mail.`,
  ];
}
