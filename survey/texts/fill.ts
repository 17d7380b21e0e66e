/** Puts values into a text: `{sender}` becomes `values.sender`; a name without a value stays as it is. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** Puts the municipality's own term into a text. */
export const withTerm = (text: string, term: string): string => text.replaceAll("{jobcentret}", term);
