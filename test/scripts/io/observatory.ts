/**
 * The tests of the MDN HTTP Observatory that need no TLS, with its reasons: what costs points there is a failure here.
 * Source: https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring
 */

export interface Observed {
  headers: Headers;
  /** Of a page; empty for anything else. */
  html: string;
}

interface Check {
  name: string;
  /** What is wrong, or `null`. */
  find: (observed: Observed) => string | null;
}

const directives = (headers: Headers): Map<string, string[]> =>
  new Map(
    (headers.get("Content-Security-Policy") ?? "")
      .split(";")
      .map((directive) => directive.trim().split(/\s+/))
      .map(([name = "", ...sources]) => [name, sources]),
  );

function badPolicy({ headers }: Observed): string | null {
  const policy = directives(headers);
  if (policy.get("default-src")?.join() !== "'none'") return "default-src is not 'none'";
  for (const [name, sources] of policy)
    for (const source of sources) {
      if (/unsafe-|^\*$|^https?:|^http$|^https$|^ws/.test(source)) return `${name} allows ${source}`;
      if (source === "data:" && name !== "img-src") return `${name} allows data:`;
    }
  for (const name of ["base-uri", "form-action", "frame-ancestors"])
    if (!policy.has(name)) return `${name} is missing`;
  return null;
}

/** Scripts and styles of another origin need integrity; ours are inside or of our own origin. */
function foreignScript({ html }: Observed): string | null {
  const tags = [...html.matchAll(/<(?:script|link|iframe|img)\b[^>]*>/g)].map(([tag]) => tag);
  // Other kinds of link name an address and load nothing from it.
  const loading = tags.filter(
    (tag) =>
      !tag.startsWith("<link") || /\brel="?(?:stylesheet|preload|modulepreload|icon|manifest)/.test(tag),
  );
  return loading.find((tag) => /\s(?:src|href)="?(?:https?:)?\/\//.test(tag)) ?? null;
}

const is =
  (name: string, value: string) =>
  ({ headers }: Observed) =>
    headers.get(name) === value ? null : `${name}: ${headers.get(name)}`;
const absent =
  (name: string) =>
  ({ headers }: Observed) =>
    headers.get(name);

export const OBSERVATORY: readonly Check[] = [
  { name: "Content Security Policy", find: badPolicy },
  { name: "Cookies", find: absent("Set-Cookie") },
  { name: "Cross Origin Resource Sharing", find: absent("Access-Control-Allow-Origin") },
  { name: "Referrer Policy", find: is("Referrer-Policy", "no-referrer") },
  { name: "Subresource Integrity", find: foreignScript },
  { name: "X-Content-Type-Options", find: is("X-Content-Type-Options", "nosniff") },
  { name: "X-Frame-Options", find: is("X-Frame-Options", "DENY") },
  { name: "Cross Origin Resource Policy", find: is("Cross-Origin-Resource-Policy", "same-origin") },
  // The header of the TLS tests is ours to send, though they are not ours to run.
  {
    name: "Strict Transport Security",
    find: is("Strict-Transport-Security", "max-age=63072000; includeSubDomains"),
  },
];
