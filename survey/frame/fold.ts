/** Spellings are compared folded, so that »Høje-Taastrup«, »HØJE TAASTRUP« and »Hoeje Tåstrup« are one. */

const DANISH: Record<string, string> = { æ: "ae", ä: "ae", ø: "oe", ö: "oe", å: "aa" };

/** Small letters a–z and digits; æøå as ae, oe, aa; every run of other characters becomes one blank. */
export const fold = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[æäøöå]/g, (letter) => DANISH[letter] ?? letter)
    .normalize("NFKD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
