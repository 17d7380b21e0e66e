/** Names for the one municipality that delivers them: real first names, family names that nobody has. */
import type { Sex } from "#survey/cpr.ts";
import type { Random } from "./random.ts";

const FIRST_NAMES: Record<Sex, readonly string[]> = {
  f: [
    "Anne",
    "Kirsten",
    "Mette",
    "Hanne",
    "Søs",
    "Karen",
    "Åse",
    "Fatima",
    "Ida",
    "Freja",
    "Lærke",
    "Zeynep",
    "Birgit",
    "Maja",
  ],
  m: [
    "Peter",
    "Jens",
    "Lars",
    "Søren",
    "Åge",
    "Mikkel",
    "Ahmed",
    "Emil",
    "Bjørn",
    "Kjær",
    "Mehmet",
    "Ole",
    "Jørgen",
    "Noah",
  ],
};
const FAMILY_NAMES = [
  "Prøvegaard",
  "Eksempelsen",
  "Demoholm",
  "Testelund",
  "Afprøvsen",
  "Påfund-Krogh",
  "Opdigtsen",
  "Fiktivborg",
  "Skabelonsen",
  "Æblemodel",
];

export const syntheticName = (random: Random, sex: Sex): { firstName: string; lastName: string } => ({
  firstName: random.pick(FIRST_NAMES[sex]),
  lastName: random.pick(FAMILY_NAMES),
});
