/** E-mail addresses, links and names of sites, also where the sign @ and the dot are written as words. */
import { EMAIL_ADDRESS } from "./contactPatterns.ts";
import { spansOf, type Span } from "./span.ts";

const LABEL = String.raw`[\p{L}\d][\p{L}\d_-]*`;
const LOCAL_PART = String.raw`[\p{L}\d][\p{L}\d._+-]*(?:(?: punktum | dot )[\p{L}\d._+-]+)?`;
/** `(at)`, `[a]`, »snabel-a«, »krøllealfa«. */
const AT = String.raw`\s*(?:[([{<]\s*(?:at|a|alfa|snabel[- ]?a|@)\s*[)\]}>]|@|\bsnabel[- ]?a\b|\bkrølle(?:de|t)?[- ]?(?:alfa|a)\b)\s*`;
const DOT = String.raw`(?:\s*[([{<]\s*(?:dot|punktum|\.)\s*[)\]}>]\s*|\s+(?:dot|punktum|prik)\s+|\s?\.\s?)`;
/** Where people have their mail: after these, no dot is needed and the plain word »at« is enough. */
const PROVIDERS =
  "g(?:oogle)?mail|hotmail|live|outlook|yahoo|icloud|msn|proton(?:mail)?|jubii|mail|webspeed|stofanet";
const TOP = "(?:dk|com|net|org|eu|no|se|de|nu|me|uk|pl)";
const BORDER = String.raw`(?![\p{L}\d])`;

const EMAILS = [
  new RegExp(EMAIL_ADDRESS, "giu"),
  new RegExp(`(?<![\\p{L}\\d])${LOCAL_PART}${AT}${LABEL}(?:${DOT}${LABEL}){0,2}${DOT}${TOP}${BORDER}`, "giu"),
  new RegExp(`(?<![\\p{L}\\d])${LOCAL_PART}${AT}(?:${PROVIDERS})${BORDER}`, "giu"),
  new RegExp(`(?<![\\p{L}\\d])${LOCAL_PART} at (?:${PROVIDERS})${DOT}${TOP}${BORDER}`, "giu"),
];

/** Sites that everybody uses: naming them says nothing about anybody. */
const PUBLIC_SITES = new Set(
  `jobnet.dk borger.dk virk.dk sundhed.dk star.dk ast.dk skat.dk ug.dk e-boks.dk eboks.dk digitalpost.dk digital.post.dk
   nemkonto.dk mitid.dk jobindex.dk jobnet.com ofir.dk stepstone.dk facebook.com linkedin.com google.com google.dk youtube.com
   dr.dk tv2.dk retsinformation.dk atp.dk udbetalingdanmark.dk kl.dk datatilsynet.dk krifa.dk 3f.dk hk.dk foa.dk ankestyrelsen.dk`.split(
    /\s+/,
  ),
);
/** Only tops that are no Danish word: »samtalen.Nu« is a forgotten blank. */
const SITE =
  /(?<![\p{L}\d.@_-])(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+(?:dk|com|net|org|eu)(?![\p{L}\d])/gu;
const LINKS = [
  /\b(?:https?:\/\/|www\.)[^\s<>"]*[^\s<>".,;:!?)]/giu,
  /(?<![\p{L}\d.-])[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,6}\/[^\s<>"]*[^\s<>".,;:!?)]/giu,
  // A name on a social network.
  /(?<![\p{L}\d@.])@[\p{L}\d_][\p{L}\d_.]{2,}/gu,
];

export const emailSpans = (text: string): Span[] =>
  EMAILS.flatMap((pattern) => spansOf("email", pattern, text));

export function linkSpans(text: string): Span[] {
  const sites = spansOf("url", SITE, text).filter(({ start, end }) => {
    const site = text.slice(start, end).toLowerCase();
    return !PUBLIC_SITES.has(site) && !/(?:kommune|jobcenter[\p{L}-]*)\.dk$/u.test(site);
  });
  return [...LINKS.flatMap((pattern) => spansOf("url", pattern, text)), ...sites];
}
