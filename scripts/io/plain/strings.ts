/** The shared strings of a plain workbook: texts without formatting (ECMA-376 part 1, 18.4.8 and 18.4.9). */

const STRING = /<si>(?:<t\/>|<t(?: xml:space="preserve")?>([^<&]*)<\/t>)<\/si>/y;
const BEFORE = /^\ufeff?(?:<\?xml [^<>]*\?>)?\s*<sst(?: [\w:]+="[^"<>]*")*>/;
const AFTER = /<\/sst>\s*$/y;
/** Begins a character written as a number (22.9.2.19). */
const ESCAPE = "_x";

/** In the order that cells count them in; null when one of them is not plain. */
export function readPlainStrings(xml: string): string[] | null {
  const [before] = BEFORE.exec(xml) ?? [];
  if (before === undefined || xml.includes(ESCAPE)) return null;
  const strings: string[] = [];
  let at = before.length;
  STRING.lastIndex = at;
  for (let found = STRING.exec(xml); found !== null; found = STRING.exec(xml)) {
    strings.push(found[1] ?? "");
    at = STRING.lastIndex;
  }
  AFTER.lastIndex = at;
  return AFTER.test(xml) ? strings : null;
}
