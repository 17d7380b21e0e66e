/** The licences that a round's figures may be given away under. Both let anybody use them, also to earn money. */
import type { Bilingual } from "./presentation/tables/column.ts";

export const LICENCES = ["CC-BY-4.0", "CC0-1.0"] as const;
/** The licence's SPDX identifier. */
export type LicenceId = (typeof LICENCES)[number];

export interface Licence {
  name: string;
  /** The text of the licence, in English and Danish. */
  url: Bilingual;
  /** What it asks of who uses the figures. */
  terms: Bilingual;
}

export const licences: Record<LicenceId, Licence> = {
  "CC-BY-4.0": {
    name: "Creative Commons Attribution 4.0 (CC BY 4.0)",
    url: {
      da: "https://creativecommons.org/licenses/by/4.0/deed.da",
      en: "https://creativecommons.org/licenses/by/4.0/",
    },
    terms: {
      da: "Du må bruge, dele og ændre tallene, også til at tjene penge. Du skal skrive, hvor de kommer fra, og hvad du har ændret.",
      en: "You may use, share and change the figures, also to earn money. You must say where they come from and what you have changed.",
    },
  },
  "CC0-1.0": {
    name: "Creative Commons Zero 1.0 (CC0)",
    url: {
      da: "https://creativecommons.org/publicdomain/zero/1.0/deed.da",
      en: "https://creativecommons.org/publicdomain/zero/1.0/",
    },
    terms: {
      da: "Du må bruge, dele og ændre tallene frit. Skriv gerne, hvor de kommer fra.",
      en: "You may use, share and change the figures freely. Please say where they come from.",
    },
  },
};
