/** Filters a list of names by what is typed, in every spelling of them: small letters, å or aa, hyphen or blank. */

const plain = (text: string): string => text.toLowerCase().replace(/å/g, "aa").replace(/[\s-]/g, "");

/** As somebody writes it who has no æ, ø or å on the keyboard: »Kobenhavn«, »Koebenhavn«. */
const bare = (text: string): string =>
  plain(text)
    .replace(/æ|ae|aa/g, "a")
    .replace(/ø|oe/g, "o");

/** Hides the places that do not match; gives how many are left. */
export function filterPlaces(places: readonly HTMLElement[], typed: string): number {
  const matching = (spelt: (text: string) => string) =>
    places.filter((place) => spelt(place.textContent).includes(spelt(typed)));
  const exact = matching(plain);
  const found = exact.length > 0 ? exact : matching(bare);
  for (const place of places) place.hidden = !found.includes(place);
  return found.length;
}
