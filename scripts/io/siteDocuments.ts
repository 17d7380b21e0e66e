/** The documents of a built site: what stands inside them, what they would fetch, how heavy they are. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

export interface SiteDocument {
  /** Address: `/aarhus/`, `/404.html`. */
  address: string;
  /** `'sha256-…'` of the whole document. */
  hash: string;
  bytes: number;
  /** Bytes at brotli 11, as a browser gets it. */
  brotli: number;
  /** `'sha256-…'` of every inline script and style, as a Content-Security-Policy names them. */
  scripts: readonly string[];
  styles: readonly string[];
  /** What the browser would fetch with the document. */
  assets: readonly string[];
  /** What no policy of ours allows: style attributes and handlers in attributes. */
  forbidden: readonly string[];
}

export async function readDocuments(folder: string): Promise<SiteDocument[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".html"));
  const documents = files.map(async (file) => {
    const full = path.join(file.parentPath, file.name);
    return inspect(addressOf(path.relative(folder, full)), await readFile(full, "utf8"));
  });
  return (await Promise.all(documents)).toSorted((a, b) => (a.address < b.address ? -1 : 1));
}

const addressOf = (file: string): string =>
  `/${file.split(path.sep).join("/")}`.replace(/\/index\.html$/, "/");

/** Reads a document that the build wrote: attributes quoted, tags in small letters. */
export function inspect(address: string, html: string): SiteDocument {
  const scripts = [...html.matchAll(/<script(\s[^>]*)?>([^]*?)<\/script>/g)];
  const styles = [...html.matchAll(/<style(?:\s[^>]*)?>([^]*?)<\/style>/g)].map(([, text = ""]) => text);
  const markup = html.replaceAll(/(<(script|style)(?:\s[^>]*)?>)[^]*?(<\/\2>)/g, "$1$3");
  const inline = scripts.filter(
    ([, attributes = ""]) => !/\s(src|type="application\/[^"]*json")/.test(attributes),
  );
  const tags = markup.match(/<[a-z][^>]*>/g) ?? [];
  const data = Buffer.from(html);
  return {
    address,
    hash: hashOf(html),
    bytes: data.length,
    brotli: brotliBytes(data),
    scripts: inline.map(([, , text = ""]) => hashOf(text)),
    styles: styles.map(hashOf),
    assets: [...tags.flatMap(fetchedBy), ...styles.flatMap(fetchedByStyle)],
    forbidden: tags.filter((tag) => /\s(style|on[a-z]+)=/.test(withoutValues(tag))),
  };
}

/** A script of our own that comes after a page: the extras of the questionnaire, the service worker. */
export interface LaterScript {
  /** Address: `/sw.js`. */
  address: string;
  /** `'sha256-…'`, as a Content-Security-Policy names it. */
  hash: string;
  /** Bytes at brotli 11. */
  brotli: number;
}

/** The extras of the questionnaire, under `/s/`, and the service worker. */
export async function readLaterScripts(
  folder: string,
): Promise<{ extras: LaterScript[]; serviceWorker: LaterScript }> {
  const read = async (file: string): Promise<LaterScript> => {
    const text = await readFile(path.join(folder, file), "utf8");
    return { address: `/${file}`, hash: hashOf(text), brotli: brotliBytes(text) };
  };
  const names = await readdir(path.join(folder, "s"));
  return {
    extras: await Promise.all(names.toSorted().map((name) => read(`s/${name}`))),
    serviceWorker: await read("sw.js"),
  };
}

const brotliBytes = (data: string | Buffer): number =>
  brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const withoutValues = (tag: string): string => tag.replaceAll(/="[^"]*"/g, "=");

/** Addresses that a tag makes the browser fetch. Links that a person follows are none. */
function fetchedBy(tag: string): string[] {
  const name = /^<([a-z0-9]+)/.exec(tag)?.[1] ?? "";
  if (name === "link" && /\srel="(?:canonical|alternate)"/.test(tag)) return [];
  const attributes =
    name === "link" ? /\s(?:href|imagesrcset)="([^"]*)"/g : /\s(?:src|srcset|poster|data)="([^"]*)"/g;
  return [...tag.matchAll(attributes)].map(([, value = ""]) => value).filter((value) => value !== "data:,");
}

const fetchedByStyle = (css: string): string[] =>
  [...css.matchAll(/@import|url\(([^)]*)\)/g)].map(([whole, value]) => value ?? whole);
