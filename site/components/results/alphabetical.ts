/** The municipalities by name as Danish sorts them (»Aa« is »Å«), whatever their results. */
export function alphabetical<T extends { name: string }>(municipalities: readonly T[]): T[] {
  const byName = new Intl.Collator("da");
  return municipalities.toSorted((a, b) => byName.compare(a.name, b.name));
}
