/**
 * The copy of the questionnaire for a reload in a tunnel: what is in the copy comes from there, and nothing is asked for beside
 * it, which would hold up the answers when the link comes back. The browser itself looks for a newer build of this file at
 * every opening; that one makes a new copy. Only the pages of one municipality and language are in it, by their addresses: no code, no answer, never /svar.
 */
const LIMIT_MS = 8000;
const { scope } = registration;
/** The build puts its own fingerprint in: another build is another copy. */
const NAME = `@build@ ${scope}`;
/** The questionnaire, its receipt, and its extras, which the page names when it registers. */
const FILES = [scope, `${scope}tak/`, new URL(location.search.slice(1), scope).href];

async function copy(file: string): Promise<void> {
  const abort = new AbortController();
  setTimeout(() => abort.abort(), LIMIT_MS);
  const response = await fetch(file, { signal: abort.signal });
  if (response.ok) await (await caches.open(NAME)).put(file, response);
}

addEventListener("install", (event) => {
  void skipWaiting();
  event.waitUntil(Promise.all(FILES.map(copy)));
});

/** Copies of the same pages that other builds have left. */
const isOld = (name: string): boolean => name.endsWith(` ${scope}`) && name !== NAME;

addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name)))),
  );
});

addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const [file = ""] = url.split(/[?#]/);
  if (method === "GET" && FILES.includes(file))
    event.respondWith(caches.match(file).then((copied) => copied || fetch(file)));
});
