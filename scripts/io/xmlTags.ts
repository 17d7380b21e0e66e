/** The tags and texts of an XML text one after the other: no tree, no entities but the five and numbers, no outside. */

export interface XmlTag {
  kind: "open" | "close" | "empty";
  name: string;
  /** The value of an attribute, or nothing. */
  attribute(name: string): string;
}

export type XmlPiece = XmlTag | { kind: "text"; text: string };

export function* xmlTags(xml: string): Generator<XmlPiece> {
  for (let at = 0; at < xml.length;) {
    const start = xml.indexOf("<", at);
    if (start !== at) yield { kind: "text", text: decoded(xml.slice(at, start < 0 ? xml.length : start)) };
    if (start < 0) return;
    const special = SPECIAL.find(([begins]) => xml.startsWith(begins, start));
    const ends = special?.[1] ?? ">";
    const end = xml.indexOf(ends, start);
    if (end < 0) return;
    if (special === undefined) yield tagOf(xml.slice(start + 1, end));
    else if (special[0] === CDATA) yield { kind: "text", text: xml.slice(start + CDATA.length, end) };
    at = end + ends.length;
  }
}

const CDATA = "<![CDATA[";
const SPECIAL = [
  [CDATA, "]]>"],
  ["<!--", "-->"],
  ["<?", "?>"],
] as const;

function tagOf(content: string): XmlTag {
  const closes = content.startsWith("/");
  const empty = content.endsWith("/");
  const inside = content.slice(closes ? 1 : 0, empty ? -1 : undefined);
  const [name = ""] = /^[^\s/]*/.exec(inside) ?? [];
  return {
    kind: closes ? "close" : empty ? "empty" : "open",
    name,
    attribute: (attribute) => attributeOf(inside, attribute),
  };
}

function attributeOf(inside: string, name: string): string {
  const at = inside.indexOf(` ${name}=`);
  if (at >= 0) {
    const quote = inside.charAt(at + name.length + 2);
    const from = at + name.length + 3;
    const end = inside.indexOf(quote, from);
    return end < 0 ? "" : decoded(inside.slice(from, end));
  }
  return "";
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.includes("&")
    ? text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hex, name) => {
        if (typeof name === "string") return NAMED[name] ?? whole;
        const code = typeof hex === "string" ? Number.parseInt(hex, 16) : Number(decimal);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      })
    : text;
