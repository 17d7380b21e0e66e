/** `_headers` of a built site: the security headers and a Content-Security-Policy that names what stands in the documents. */
import { SECURITY_HEADERS } from "#survey/securityHeaders.ts";
import { resultsAddress } from "#survey/presentation/addresses.ts";
import { RESULT_LANGUAGES } from "#survey/presentation/language.ts";
import type { SiteDocument } from "./siteDocuments.ts";

/** Cloudflare drops a longer line, and rules after the hundredth, with no more than a warning. */
export const LINE_MAX_CHARACTERS = 2000;

/** Only here files of our own are loaded: charts and what they draw. */
const RESULTS = RESULT_LANGUAGES.map((language) => resultsAddress(language));
export const isResults = (address: string): boolean => RESULTS.some((start) => address.startsWith(start));

const FOR_EVER = "Cache-Control: public, max-age=31536000, immutable";
const CSP = "Content-Security-Policy";
const ROBOTS = "X-Robots-Tag";

/**
 * @param extras hashes of the scripts that the questionnaire fetches after it stands; it names them by their hash too
 * @throws RangeError when a line is longer than Cloudflare reads.
 */
export function headersFile(documents: readonly SiteDocument[], extras: readonly string[] = []): string {
  const pages = documents.filter(({ address }) => !isResults(address));
  const rules = [
    rule("/*", [
      ...Object.entries(SECURITY_HEADERS).map(([name, value]) => `${name}: ${value}`),
      `${CSP}: ${policy(pages, [], extras)}`,
      `${ROBOTS}: noindex`,
    ]),
    // A rule adds to those above it, so what differs is taken away first. Below here a 404 page may come too.
    ...RESULTS.map((start) =>
      rule(`${start}*`, [`! ${CSP}`, `${CSP}: ${policy(documents, ["'self'"])}`, `! ${ROBOTS}`]),
    ),
    rule("/_astro/*", [FOR_EVER]),
    rule("/s/*", [FOR_EVER]),
    rule("/sw.js", ["Cache-Control: no-cache"]),
  ];
  const text = `${rules.join("\n")}\n`;
  const long = text.split("\n").findIndex((line) => line.length > LINE_MAX_CHARACTERS);
  if (long >= 0)
    throw new RangeError(`_headers: line ${long + 1} is longer than ${LINE_MAX_CHARACTERS} characters`);
  return text;
}

const rule = (path: string, lines: readonly string[]): string =>
  [path, ...lines.map((line) => `  ${line}`)].join("\n");

function policy(
  documents: readonly SiteDocument[],
  sources: readonly string[],
  extras: readonly string[] = [],
): string {
  const scripts = [...sources, ...new Set([...documents.flatMap((document) => document.scripts), ...extras])];
  const styles = [...sources, ...new Set(documents.flatMap((document) => document.styles))];
  return [
    "default-src 'none'",
    `script-src ${scripts.join(" ") || "'none'"}`,
    `style-src ${styles.join(" ") || "'none'"}`,
    `img-src ${[...sources, "data:"].join(" ")}`,
    "connect-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The policy that a browser gets with an address, read back from the file as Cloudflare reads it. */
export function policyOf(address: string, headers: string): string {
  let applies = false;
  let found = "";
  for (const line of headers.split("\n")) {
    if (line.length > LINE_MAX_CHARACTERS) continue;
    const text = line.trim();
    if (text.startsWith("/")) applies = address.startsWith(text.replace(/\*$/, ""));
    else if (applies && text === `! ${CSP}`) found = "";
    else if (applies && text.startsWith(`${CSP}: `)) found = text.slice(CSP.length + 2);
  }
  return found;
}
