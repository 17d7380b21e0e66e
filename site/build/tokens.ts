/** All tokens stand in one file; a document carries only what it cannot do without. */

const DECLARATION = /(--[\w-]+):\s*([^;}]*);?/g;

/**
 * A stylesheet with the custom properties that never change put in where they are used, and without those nobody uses. What
 * is declared more than once (colours, for the dark scheme) stays a custom property, with a short name.
 */
export function withoutTokens(css: string): string {
  const values = new Map<string, string[]>();
  for (const [, name = "", value = ""] of css.matchAll(DECLARATION)) {
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  const fixed = (name: string): string | null => {
    const [value, ...others] = values.get(name) ?? [];
    return value === undefined || others.length > 0 ? null : value;
  };
  const used = (name: string): boolean => css.includes(`var(${name})`);
  const names = [...values.keys()];
  // All stylesheets begin with the tokens, so a token has the same short name in each.
  const short = (name: string): string => `--${names.indexOf(name).toString(36)}`;
  return css
    .replaceAll(DECLARATION, (whole, name: string, value: string) =>
      used(name) && fixed(name) === null ? `${short(name)}:${value}${whole.endsWith(";") ? ";" : ""}` : "",
    )
    .replaceAll(/var\((--[\w-]+)\)/g, (_whole, name: string) => fixed(name) ?? `var(${short(name)})`);
}
