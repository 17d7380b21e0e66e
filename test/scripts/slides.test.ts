/** A municipality's slides: the data of every chart, and of the workbook behind it, is that of results.json. */
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { labelsIn } from "#survey/presentation/labels.ts";
import { OVERALL, readingOf } from "#survey/presentation/reading.ts";
import { resultsSchema, type Results } from "#survey/results.ts";
import { Archive } from "../../scripts/io/archive.ts";
import { contextOf } from "../../scripts/report/municipality/context.ts";
import { municipalityDeck } from "../../scripts/slides/deck.ts";
import { resultsFixture } from "../site/results.ts";

const results = resultsSchema.parse(JSON.parse(JSON.stringify(resultsFixture())));
const labels = labelsIn("da");
const LARGE = "0751";
/** Some of its target groups are withheld. */
const SMALL = "0563";

const deckOf = (code: string, from: Results = results): Promise<Uint8Array> =>
  municipalityDeck(
    contextOf(
      {
        reading: readingOf(from),
        fingerprint: "f".repeat(64),
        licence: "CC-BY-4.0",
        corrections: [],
        address: "https://svar.example.dk/resultater/hent/",
      },
      {
        code,
        term: "jobcentret",
        contact: { name: "Jobcentret", email: "job@example.dk", phone: "70 00 00 00" },
      },
    ),
  );

interface Series {
  name: string;
  /** By category. */
  values: Map<string, number>;
}

const unescaped = (text: string): string =>
  text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** The points of a cache, by place. */
const points = (xml: string): Map<number, string> =>
  new Map(
    Array.from(xml.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g), ([, idx, v = ""]) => [
      Number(idx),
      unescaped(v),
    ]),
  );

function seriesOf(xml: string): Series[] {
  return Array.from(xml.matchAll(/<c:ser>([^]*?)<\/c:ser>/g), ([, series = ""]) => {
    const part = (tag: string): string => new RegExp(`<c:${tag}>([^]*?)</c:${tag}>`).exec(series)?.[1] ?? "";
    const categories = points(part("cat"));
    const values = [...points(part("val"))].map(
      ([idx, value]) => [categories.get(idx) ?? "", Number(value)] as const,
    );
    return { name: points(part("tx")).get(0) ?? "", values: new Map(values) };
  });
}

const chartsOf = (archive: Archive): Series[][] =>
  archive.names
    .filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name))
    .toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }))
    .map((name) => seriesOf(archive.read(name).toString("utf8")));

const deck = await deckOf(LARGE);
const archive = new Archive(deck);
const here = readingOf(results).domain({ municipality: LARGE });
const all = readingOf(results).domain({});

describe("a municipality's slides", () => {
  it("are nine, each with a title and notes, and the same bytes each time", async () => {
    const names = archive.names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    expect(names).toHaveLength(9);
    for (const name of names) {
      const slide = archive.read(name).toString("utf8");
      expect(slide).toMatch(/<p:ph[^>]* type="title"/);
      const notes = archive.read(name.replace("slides/slide", "notesSlides/notesSlide")).toString("utf8");
      expect(notes).toMatch(/<a:t>[^<]{20,}<\/a:t>/);
      const charts = slide.includes("drawingml/2006/chart")
        ? Array.from(slide.matchAll(/<p:graphicFrame>[^]*?descr="([^"]*)"/g), ([, alt = ""]) => alt.length)
        : [];
      expect(charts.every((length) => length > 40)).toBe(true);
    }
    expect(Buffer.compare(await deckOf(LARGE), deck)).toBe(0);
    const parts = archive
      .read("[Content_Types].xml")
      .toString("utf8")
      .matchAll(/PartName="\/([^"]*)"/g);
    expect(Array.from(parts, ([, part = ""]) => part).filter((part) => !archive.has(part))).toEqual([]);
    expect(archive.read("docProps/core.xml").toString("utf8")).toContain(`${results.round.closes}T00:00:00Z`);
  });

  it("have charts with the figures of results.json", () => {
    const [satisfaction, themes, answers, items] = chartsOf(archive);
    const overall = here.cell(OVERALL);
    if (overall.state !== "shown") throw new Error("the overall result is not shown");
    expect([...(satisfaction?.[0]?.values.values() ?? [])].toReversed()).toEqual(
      overall.weighted.distribution,
    );
    const own = themes?.find(({ name }) => name === "Aarhus")?.values;
    const dignity = here.cell("dignity");
    expect(own?.get(labels.indexNames.dignity)).toBe(
      dignity.state === "shown" ? dignity.weighted.mean.estimate : undefined,
    );
    for (const { id } of readingOf(results).items) {
      const [cell, other] = [here.cell(id), all.cell(id)];
      if (cell.state !== "shown" || other.state !== "shown") throw new Error("not shown");
      const name = labels.short(id);
      const shares = answers?.toReversed().map(({ values }) => values.get(name));
      expect(shares).toEqual(cell.weighted.distribution);
      const pair = items?.toReversed().map(({ values }) => values.get(name));
      expect(pair).toEqual([cell.weighted.positive.estimate, other.weighted.positive.estimate]);
    }
  });

  it("have the same figures in the workbooks behind the charts", async () => {
    const charts = chartsOf(archive);
    const books = archive.names
      .filter((name) => name.endsWith(".xlsx"))
      .toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }));
    expect(books).toHaveLength(charts.length);
    for (const [i, name] of books.entries()) {
      const [sheet] = (await readXlsx(archive.read(name))).sheets;
      const [header = [], ...rows] = sheet?.rows ?? [];
      for (const [s, series] of (charts[i] ?? []).entries()) {
        expect(header[s + 1]).toBe(series.name);
        const values = rows.flatMap((row) =>
          typeof row[s + 1] === "number" ? [[String(row[0]), row[s + 1]] as const] : [],
        );
        expect(new Map(values)).toEqual(series.values);
      }
    }
  });

  it("give a withheld group no value, and say so", async () => {
    const small = new Archive(await deckOf(SMALL));
    const reading = readingOf(results);
    const absent = results.domains.filter(
      ({ municipality, targetGroup }) =>
        municipality === SMALL &&
        targetGroup !== null &&
        reading.domain({ municipality, targetGroup }).cell(OVERALL).state === "withheld",
    );
    expect(absent.length).toBeGreaterThan(0);
    const slides = small.names
      .filter((name) => /^ppt\/(slides|charts)\/\w+\.xml$/.test(name))
      .map((name) => small.read(name).toString("utf8"));
    for (const { targetGroup } of absent) {
      const name = labels.targetGroups[targetGroup ?? "dagpenge"];
      expect(slides.some((slide) => slide.includes(`${name}: skjult`))).toBe(true);
      for (const chart of chartsOf(small))
        for (const { values } of chart) expect(values.has(`${name} (skjult)`)).toBe(false);
    }
    expect(slides.join("")).not.toContain("<c:v></c:v>");
  });
});
