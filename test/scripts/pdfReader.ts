/** Reads a PDF back as far as the tests need it: pages, their texts with places, links, bookmarks, tags. Own files only. */
import { inflateSync } from "node:zlib";

export interface PlacedText {
  text: string;
  /** Points from the top left corner of the page. */
  x: number;
  y: number;
}

export interface ReadPage {
  texts: PlacedText[];
  /** The texts one after the other. */
  text: string;
  links: string[];
  /** Numbers of the marked pieces of the page, in the order of drawing. */
  marked: number[];
}

export interface ReadPdf {
  pages: ReadPage[];
  bookmarks: string[];
  /** Names of the tags of all elements. */
  tags: string[];
  catalog: string;
  fonts: string[];
}

interface Obj {
  dict: string;
  stream: Buffer | null;
}

const decodeString = (literal: string): string => {
  const bytes = Buffer.from(
    literal.replaceAll(
      /\\([nrtbf()\\])/g,
      (_, c: string) => ({ n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" })[c] ?? c,
    ),
    "latin1",
  );
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? bytes.subarray(2).swap16().toString("utf16le")
    : bytes.toString("latin1");
};

function objectsOf(pdf: string): Map<number, Obj> {
  const objects = new Map<number, Obj>();
  for (const match of pdf.matchAll(
    /(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\n(?:stream\n([\s\S]*?)\nendstream\n)?endobj/g,
  )) {
    const [, id = "", dict = "", raw] = match;
    const packed = raw === undefined ? null : Buffer.from(raw, "latin1");
    objects.set(Number(id), {
      dict,
      stream: packed && dict.includes("FlateDecode") ? inflateSync(packed) : packed,
    });
  }
  return objects;
}

const refs = (text: string): number[] => Array.from(text.matchAll(/(\d+) 0 R/g), ([, id]) => Number(id));
const entry = (dict: string, key: string): string =>
  new RegExp(`/${key} (\\[[^\\]]*\\]|<<[\\s\\S]*?>>|\\d+ 0 R|\\d+)`).exec(dict)?.[1] ?? "";

/** Glyph to text, by the font's ToUnicode map. */
function glyphs(objects: ReadonlyMap<number, Obj>, font: number): Map<string, string> {
  const [map = 0] = refs(entry(objects.get(font)?.dict ?? "", "ToUnicode"));
  const cmap = objects.get(map)?.stream?.toString("latin1") ?? "";
  const found = new Map<string, string>();
  for (const [, from = "", , list = ""] of cmap.matchAll(/<([\da-f]{4})> <([\da-f]{4})> \[([^\]]*)\]/g)) {
    Array.from(list.matchAll(/<([\da-f ]*)>/g)).forEach(([, hex = ""], i) => {
      const units = hex.split(" ").map((unit) => Number.parseInt(unit, 16));
      found.set((Number.parseInt(from, 16) + i).toString(16).padStart(4, "0"), String.fromCharCode(...units));
    });
  }
  return found;
}

function textsOf(
  content: string,
  fonts: ReadonlyMap<string, Map<string, string>>,
  height: number,
): PlacedText[] {
  const texts: PlacedText[] = [];
  for (const [, block = ""] of content.matchAll(/\bBT\n([\s\S]*?)\nET/g)) {
    const [, x = "0", y = "0"] = /1 0 0 1 (\S+) (\S+) Tm/.exec(block) ?? [];
    const map = fonts.get(/\/(F\d+) \S+ Tf/.exec(block)?.[1] ?? "");
    const hex = Array.from(block.matchAll(/<([\da-f]+)>/g), ([, run = ""]) => run).join("");
    const text = (hex.match(/.{4}/g) ?? []).map((glyph) => map?.get(glyph) ?? "?").join("");
    texts.push({ text, x: Number(x), y: height - Number(y) });
  }
  return texts;
}

export function readPdf(bytes: Uint8Array): ReadPdf {
  const objects = objectsOf(Buffer.from(bytes).toString("latin1"));
  const dicts = [...objects.values()].map(({ dict }) => dict);
  const catalog = dicts.find((dict) => dict.includes("/Type /Catalog")) ?? "";
  const kids = refs(entry(objects.get(refs(entry(catalog, "Pages"))[0] ?? 0)?.dict ?? "", "Kids"));
  const pages = kids.map((kid): ReadPage => {
    const page = objects.get(kid)?.dict ?? "";
    const resources = objects.get(refs(entry(page, "Resources"))[0] ?? 0)?.dict ?? "";
    const fonts = new Map(
      Array.from(resources.matchAll(/\/(F\d+) (\d+) 0 R/g), ([, name = "", id]) => [
        name,
        glyphs(objects, Number(id)),
      ]),
    );
    const content = refs(entry(page, "Contents"))
      .map((id) => objects.get(id)?.stream?.toString("latin1") ?? "")
      .join("\n");
    const height = Number(entry(page, "MediaBox").match(/[\d.]+/g)?.[3] ?? 0);
    const texts = textsOf(content, fonts, height);
    const links = refs(entry(page, "Annots")).map(
      (id) => /\/URI \(((?:\\.|[^)])*)\)/.exec(objects.get(id)?.dict ?? "")?.[1] ?? "",
    );
    return {
      texts,
      text: texts.map(({ text }) => text).join("\n"),
      links: links.map(decodeString),
      marked: Array.from(content.matchAll(/\/MCID (\d+)/g), ([, id]) => Number(id)),
    };
  });
  return {
    pages,
    bookmarks: dicts.flatMap((dict) =>
      dict.includes("/Dest ") ? [decodeString(/\/Title \(((?:\\.|[^)])*)\)/.exec(dict)?.[1] ?? "")] : [],
    ),
    tags: dicts.flatMap((dict) => /^<<\n\/S \/(\w+)/.exec(dict)?.[1] ?? []),
    catalog,
    fonts: dicts.flatMap((dict) => /\/FontName \/(\S+)/.exec(dict)?.[1] ?? []),
  };
}
