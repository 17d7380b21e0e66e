/**
 * What pptxgenjs writes, made to be the same for the same slides: the clock is taken out of the archive, of the workbooks
 * in it and of their properties, its count of charts begins at 1. What it cannot say is mended on the way: a value that is
 * not there is left out, parts that are not there are not named, and the numbers on dark segments are white.
 */
import type { IsoDate } from "#survey/dates.ts";
import { Archive } from "../io/archive.ts";
import { zipArchive } from "../io/zip.ts";
import { COLOURS, ON_SCALE } from "../report/pdf/sheet.ts";
import { hex } from "./design.ts";

/** Folders of their own stand in the archive too; no reader needs them. */
const isFolder = (name: string): boolean => name.endsWith("/");

function frozen(zip: Uint8Array, change: (name: string, data: Buffer) => Uint8Array | string): Uint8Array {
  const archive = new Archive(zip);
  const names = archive.names.filter((name) => !isFolder(name));
  const number = renumbered(names);
  return zipArchive(
    names.map((name) => {
      const data = change(name, archive.read(name));
      if (!/\.(xml|rels)$/.test(name)) return { name: number(name), data };
      const text = Buffer.from(data).toString("utf8");
      return { name: number(name), data: number(name === CONTENT_TYPES ? withoutAbsent(text, names) : text) };
    }),
  );
}

/** pptxgenjs counts charts from the start of the process: here they are counted from the start of the deck. */
function renumbered(names: readonly string[]): (text: string) => string {
  const numbers = names.flatMap((name) => /charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? []);
  const own = new Map(
    numbers.toSorted((a, b) => Number(a) - Number(b)).map((number, i) => [number, String(i + 1)]),
  );
  return (text) =>
    text.replaceAll(
      /(chart|Microsoft_Excel_Worksheet)(\d+)(\.xml|\.xlsx)/g,
      (_, before: string, number: string, after: string) => before + (own.get(number) ?? number) + after,
    );
}

const CONTENT_TYPES = "[Content_Types].xml";

/** Names no part that is not in the archive: pptxgenjs names a master for each slide. */
const withoutAbsent = (types: string, names: readonly string[]): string =>
  types.replaceAll(/<Override PartName="\/([^"]*)"[^>]*\/>/g, (override, part: string) =>
    names.includes(part) ? override : "",
  );

const withoutClock = (xml: string, day: IsoDate): string =>
  xml.replaceAll(/(<dcterms:\w+ [^>]*>)[^<]*/g, `$1${day}T00:00:00Z`);

/** A point without a value; an empty one is a mistake to some readers. */
const withoutEmptyPoints = (xml: string): string =>
  xml
    .replaceAll(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, "")
    .replaceAll(/<c r="[A-Z]+\d+"><v><\/v><\/c>/g, "");

/** The ink of each segment's number, worst answer first: only charts of five answers have five series. */
function withReadableNumbers(xml: string): string {
  const series = xml.split("<c:ser>");
  if (series.length !== ON_SCALE.length + 1) return xml;
  const inks = ON_SCALE.toReversed().map(hex);
  return series
    .map((text, i) =>
      i === 0
        ? text
        : text.replace(/<c:dLbls>[^]*?<\/c:dLbls>/, (labels) =>
            labels.replaceAll(`val="${hex(COLOURS.ink)}"`, `val="${inks[i - 1]}"`),
          ),
    )
    .join("<c:ser>");
}

export function frozenDeck(pptx: Uint8Array, day: IsoDate): Uint8Array {
  const clean = (name: string, data: Buffer): Uint8Array | string => {
    if (name.endsWith(".xlsx")) return frozen(data, clean);
    if (name.endsWith("core.xml")) return withoutClock(data.toString("utf8"), day);
    if (/charts\/chart\d+\.xml$/.test(name))
      return withReadableNumbers(withoutEmptyPoints(data.toString("utf8")));
    if (/worksheets\/sheet\d+\.xml$/.test(name)) return withoutEmptyPoints(data.toString("utf8"));
    return data;
  };
  return frozen(pptx, clean);
}
