/** A municipality's report says what results.json says: read back from the file, page by page. */
import { describe, expect, it } from "vitest";
import { labelsIn } from "#survey/presentation/labels.ts";
import { numbersIn } from "#survey/presentation/numbers.ts";
import { OVERALL, readingOf } from "#survey/presentation/reading.ts";
import { TARGET_GROUPS } from "#survey/targetGroups.ts";
import { resultsSchema, type Results } from "#survey/results.ts";
import { contextOf, type ReportContext } from "../../../scripts/report/municipality/context.ts";
import { municipalityReport, reportText } from "../../../scripts/report/municipality/municipalityReport.ts";
import { resultsFixture } from "../../site/results.ts";
import { inTime } from "../../site/resultsInTime.ts";
import { CANARY_PLACE, CANARY_TEXT, exposed, withheldAgain } from "../canary.ts";
import { readPdf, type ReadPdf } from "../pdfReader.ts";

const results = resultsSchema.parse(JSON.parse(JSON.stringify(resultsFixture())));
const [labels, numbers] = [labelsIn("da"), numbersIn("da")];

const reportContext = (code: string, from: Results = results): ReportContext =>
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
  );

/** All that the file says, lines joined: a break is no difference. */
const wordsOf = (pdf: ReadPdf): string =>
  pdf.pages
    .map(({ text }) => text)
    .join("\n")
    .replaceAll(/\s+/g, " ");
const plain = (text: string): string => text.replaceAll(/\s+/g, " ");

const canaryReport = async (from: Results): Promise<string> =>
  wordsOf(readPdf(await municipalityReport(reportContext(CANARY_PLACE, from))));

const LARGE = "0751";
const NEARLY_ALL_WITHHELD = "0563";
const large = await municipalityReport(reportContext(LARGE));
const read = readPdf(large);

describe("a municipality's report", () => {
  it("is about eight pages of text that can be searched, with bookmarks, tags and the same bytes each time", async () => {
    expect(read.pages.length).toBeGreaterThanOrEqual(7);
    expect(read.pages.length).toBeLessThanOrEqual(11);
    expect(read.catalog).toContain("/Lang (da-DK)");
    expect(read.catalog).toContain("/MarkInfo");
    expect(read.bookmarks).toEqual([
      "Kort fortalt",
      "Resultater tema for tema",
      "Sammenlignet med andre og med sidst",
      "Målgrupperne",
      "Køn, alder og forløb",
      "Hvem har svaret?",
      "Hvad er skjult, og hvorfor?",
      "Sådan er undersøgelsen lavet",
      "Brug tallene",
    ]);
    for (const tag of ["H1", "H2", "H3", "P", "Figure", "Table", "TR", "TH", "TD", "L", "LI"])
      expect(read.tags).toContain(tag);
    expect(read.fonts.every((font) => /^[A-Z]{6}\+DejaVu/.test(font))).toBe(true);
    const again = await municipalityReport(reportContext(LARGE));
    expect(Buffer.compare(again, large)).toBe(0);
  });

  it("has every item with its answers, share, interval and mean as in results.json", () => {
    const words = wordsOf(read);
    const { items } = results.domains.find(({ id }) => id === LARGE) ?? {};
    const shown = Object.values(items ?? {}).filter((cell) => cell.status === "published");
    expect(shown.length).toBe(13);
    for (const { n, weighted } of shown) {
      const { positive, mean } = weighted;
      expect(words).toContain(plain(numbers.percent(positive.estimate)));
      expect(words).toContain(`(${numbers.limits(positive, numbers.whole)})`);
      expect(words).toContain(`${numbers.score(mean.estimate)} (${numbers.limits(mean, numbers.score)})`);
      expect(words).toContain(`${numbers.count(n)} svar`);
    }
  });

  it("has the numbers of each bar on its segments, and in its words", () => {
    const { blocks } = reportText(reportContext(LARGE));
    const bars = blocks.flatMap((block) => (block.kind === "bars" ? block.rows : []));
    const all = readingOf(results).domain({ municipality: LARGE });
    const first = all.cell("q1");
    expect(bars[0]?.distribution).toEqual(first.state === "shown" ? first.weighted.distribution : null);
    const raw = Buffer.from(large).toString("latin1");
    // Descriptions of figures are UTF-16 in the file.
    const alts = Array.from(raw.matchAll(/\/Alt /g));
    expect(alts.length).toBeGreaterThanOrEqual(bars.length);
  });

  it("says of target groups what is shown, and that the rest is withheld", () => {
    const words = wordsOf(read);
    const reading = readingOf(results);
    const expected = TARGET_GROUPS.flatMap((targetGroup) => {
      const cell = reading.domain({ municipality: LARGE, targetGroup }).cell(OVERALL);
      const share =
        cell.state === "shown" ? numbers.percent(cell.weighted.positive.estimate) : labels.absent(cell.state);
      return [labels.targetGroups[targetGroup], plain(share)];
    });
    for (const text of expected) expect(words).toContain(text);
  });

  it("has what has changed since the round before, item by item", async () => {
    const later = resultsSchema.parse(JSON.parse(JSON.stringify(inTime(resultsFixture()))));
    const { pages } = readPdf(await municipalityReport(reportContext(LARGE, later)));
    const page = plain(pages.find(({ text }) => text.includes("Ændringer siden"))?.text ?? "");
    expect(page).toContain("Ændringer siden 2. kvartal 2025: andel positive svar");
    const cell = readingOf(later).domain({ municipality: LARGE }).cell(OVERALL);
    const [change] = cell.state === "shown" ? cell.changes : [];
    if (!change?.before || cell.state !== "shown") throw new Error("no change in the fixture");
    const row = [
      labels.short(OVERALL),
      numbers.percent(change.before.positive.estimate),
      `${numbers.percent(cell.weighted.positive.estimate)} (${numbers.limits(cell.weighted.positive, numbers.whole)})`,
      `${numbers.signed(change.positive.estimate)} (${numbers.limits(change.positive, numbers.whole)})`,
    ];
    expect(page).toContain(plain(row.join(" ")));
    expect(wordsOf(read)).not.toContain("Ændringer siden");
  });

  it("tells what has been corrected since the figures were first shown", async () => {
    const correction = { on: "2026-11-02", text: { da: "Tallet var forkert.", en: "The figure was wrong." } };
    const { reading, fingerprint, licence, address, contact, term } = reportContext(LARGE);
    const corrections = [
      { ...correction, municipalities: [LARGE], measures: [] },
      { ...correction, municipalities: ["0101"], measures: [], text: { da: "Noget andet.", en: "Other." } },
    ];
    const source = { reading, fingerprint, licence, address, corrections };
    const words = wordsOf(
      readPdf(await municipalityReport(contextOf(source, { code: LARGE, term, contact }))),
    );
    expect(words).toContain("Tallet var forkert.");
    expect(words).not.toContain("Noget andet.");
  });

  it("says that it is uncertain under 200 answers", async () => {
    const few = results.municipalities.find(({ uncertain, answers }) => uncertain && answers !== null);
    if (!few) throw new Error("no uncertain municipality");
    const words = wordsOf(readPdf(await municipalityReport(reportContext(few.code))));
    expect(words).toContain(`Usikre tal: Kun ${few.answers} borgere i ${few.name} har svaret.`);
  });

  it("is short where nothing is shown: why, what all say, how it was made; no number of the municipality", async () => {
    const hidden: Results = {
      ...results,
      municipalities: results.municipalities.map((entry) =>
        entry.code === LARGE
          ? { ...entry, answers: null, responseRate: null, designEffect: null, effectiveAnswers: null }
          : entry,
      ),
      domains: results.domains.map((domain) => {
        if (domain.municipality !== LARGE) return domain;
        const withheld = { status: "withheld", reason: "primary" } as const;
        const all = <K extends string>(cells: Partial<Record<K, unknown>>) =>
          Object.fromEntries(Object.keys(cells).map((key) => [key, withheld]));
        return { ...domain, items: all(domain.items), indexes: all(domain.indexes) };
      }),
    };
    const pdf = readPdf(await municipalityReport(reportContext(LARGE, resultsSchema.parse(hidden))));
    expect(pdf.pages.length).toBeLessThanOrEqual(5);
    expect(pdf.bookmarks[0]).toBe("Resultaterne for Aarhus vises ikke");
    expect(wordsOf(pdf)).toContain("Alle deltagende kommuner under ét");
    expect(pdf.tags).not.toContain("Figure");
  });

  it("can be made of every municipality, small ones too", async () => {
    const pdf = readPdf(await municipalityReport(reportContext(NEARLY_ALL_WITHHELD)));
    expect(wordsOf(pdf)).toContain("Skjult");
  });

  it("has nothing of a figure that is withheld", async () => {
    expect(await canaryReport(exposed(results))).toContain(CANARY_TEXT);
    expect(await canaryReport(withheldAgain(results))).not.toContain(CANARY_TEXT);
  });
});
