/** Filters a list of names by what is typed, in every spelling of them: small letters, å or aa, hyphen or blank. */

const plain = (text: string): string => text.toLowerCase().replace(/å/g, "aa").replace(/[\s-]/g, "");

/** Hides the places that do not match; gives how many are left. */
export function filterPlaces(places: readonly HTMLElement[], typed: string): number {
  const wanted = plain(typed);
  for (const place of places) place.hidden = !plain(place.textContent).includes(wanted);
  return places.filter((place) => !place.hidden).length;
}
