import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { MEASURE_IDS, isIndex, type MeasureId } from "#survey/measures.ts";
import { labelsIn } from "#survey/presentation/labels.ts";
import { numbersIn } from "#survey/presentation/numbers.ts";
import type { Cell, Estimates, IndexCell, Results } from "#survey/results.ts";
import { Archive } from "../../scripts/io/archive.ts";
import { resultsFixture, unprotectedFixture } from "../site/results.ts";
import { drawnChart } from "./chartPixels.ts";
import { resultsSite } from "./servedResults.ts";

const results = resultsFixture();
const site = resultsSite(results);
const PAGE = "/resultater/sammenlign/";
const DESKTOP = { viewport: { width: 1280, height: 800 } };
const { absent } = labelsIn("da");

const cellOf = (from: Results, id: string, measure: MeasureId): Cell | IndexCell | undefined => {
  const domain = from.domains.find((one) => one.id === id);
  return isIndex(measure) ? domain?.indexes[measure] : domain?.items[measure];
};

/** What a table prints of a share: number and interval, or the word for why there is none. */
function share(cell: Cell | IndexCell | undefined): string {
  if (cell?.status === "published") {
    const { estimate, low, high } = cell.weighted.positive;
    return `${estimate} % (${low}–${high})`;
  }
  if (cell?.status === "withheld") return absent("withheld");
  return absent(cell?.status === "notAsked" ? "notAsked" : "none");
}

/** Name and share of every row of each table, in its order. */
const tables = (page: Page): Promise<string[][]> =>
  page.locator("[data-blocks] table").evaluateAll((all: HTMLTableElement[]) =>
    all.map((table) =>
      [...(table.tBodies[0]?.rows ?? [])].map((row) => {
        const [name, text] = [row.cells[0]?.textContent, row.cells[1]?.textContent?.replace("usikkert", "")];
        return `${name}: ${text}`.replaceAll(/[\s\u00a0]+/g, " ").trim();
      }),
    ),
  );

const expected = (measure: MeasureId, group: string | null, slugs: readonly string[]): string[] =>
  results.municipalities
    .filter(({ slug }) => slugs.length === 0 || slugs.includes(slug))
    .toSorted((a, b) => a.name.localeCompare(b.name, "da"))
    .map(
      ({ code, name }) => `${name}: ${share(cellOf(results, group ? `${code}.${group}` : code, measure))}`,
    );

const shows = (page: Page, rows: readonly (readonly string[])[]) =>
  expect.poll(() => tables(page)).toEqual(rows);

describe("comparing municipalities", () => {
  it("begins with overall satisfaction everywhere, also without script", async () => {
    const page = await site.open(PAGE, { javaScriptEnabled: false });
    expect(await tables(page)).toEqual([expected("q13", null, [])]);
    expect(await page.locator("form").isVisible()).toBe(false);
    expect(await page.locator("noscript").innerText()).toContain("Uden scripts viser siden");
  });

  it("shows what is chosen, keeps it in the address, and the back button undoes it", async () => {
    const page = await site.open(PAGE, DESKTOP);
    await page.getByLabel("Målgruppe", { exact: true }).selectOption("dagpenge");
    await shows(page, [expected("q13", "dagpenge", [])]);
    await page.getByText("Kommuner", { exact: true }).click();
    for (const name of ["Fanø", "Aarhus"]) await page.getByLabel(name, { exact: true }).check();
    await shows(page, [expected("q13", "dagpenge", ["aarhus", "fanoe"])]);
    await page.getByLabel("Spørgsmål", { exact: true }).selectOption("alle-dignity");
    await shows(
      page,
      (["q1", "q2", "q3"] as const).map((id) => expected(id, "dagpenge", ["aarhus", "fanoe"])),
    );
    expect(new URL(page.url()).search).toBe("?spm=alle-dignity&gruppe=dagpenge&kommuner=fanoe,aarhus");
    expect(await page.getByRole("status").innerText()).toBe("2 kommuner vises: Dagpenge.");
    await page.goBack();
    await shows(page, [expected("q13", "dagpenge", ["aarhus", "fanoe"])]);
    expect(await page.getByLabel("Spørgsmål", { exact: true }).inputValue()).toBe("q13");
    await page.goBack();
    await page.goBack();
    await page.goBack();
    await shows(page, [expected("q13", null, [])]);
  });

  it("opens as the address says", async () => {
    const page = await site.open(`${PAGE}?spm=relevance&gruppe=jobparate&orden=navn`, DESKTOP);
    await shows(page, [expected("relevance", "jobparate", [])]);
    for (const measure of ["q6", "q1"] as const) {
      await page.getByLabel("Spørgsmål", { exact: true }).selectOption(measure);
      await shows(page, [expected(measure, "jobparate", [])]);
      expect(new URL(page.url()).searchParams.get("spm")).toBe(measure);
    }
  });

  it.each([
    "?spm=q99&gruppe=%3Cscript%3E&kommuner=,,nowhere&orden=1",
    "?kommuner=%00&spm=__proto__",
    "?spm=alle-",
  ])("does no harm with %s", async (query) => {
    const page = await site.open(PAGE + query, DESKTOP);
    expect(await tables(page)).toEqual([expected("q13", null, [])]);
    expect(await page.locator("form").isVisible()).toBe(true);
  });

  it("takes six municipalities, not a seventh", async () => {
    const slugs = results.municipalities.map(({ slug }) => slug);
    const page = await site.open(`${PAGE}?kommuner=${slugs.join(",")}`, DESKTOP);
    await expect.poll(async () => (await tables(page))[0]?.length).toBe(6);
    await page.getByText("Kommuner", { exact: true }).click();
    expect(await page.locator("input[name=kommuner]:checked").count()).toBe(6);
    expect(await page.locator("input[name=kommuner]:enabled").count()).toBe(6);
  });

  it("orders by estimate with a warning where intervals overlap; what is withheld comes last, by name", async () => {
    const page = await site.open(`${PAGE}?orden=andel`, DESKTOP);
    const note = /^Rækkefølgen er usikker: I \d af 7 tilfælde overlapper/;
    await expect.poll(() => page.locator(".order").innerText()).toMatch(note);
    const [rows = []] = await tables(page);
    const shares = rows.map((row) => Number(/: (\d+) %/.exec(row)?.[1] ?? -1));
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    expect(rows.at(-1)).toBe("Læsø: Skjult");
    const next = await page.locator("[data-blocks] tbody tr td:nth-child(5)").allInnerTexts();
    const overlapping = next.filter((text) => text === "usikker").length;
    expect(await page.locator(".order").innerText()).toContain(`I ${overlapping} af 7`);
    expect(next.slice(-2)).toEqual(["", ""]);
  });

  it("draws the chosen rows, and writes their picture on demand", async () => {
    const page = await site.open(`${PAGE}?spm=q4&kommuner=aarhus,laesoe`, DESKTOP);
    await drawnChart(page);
    const options = page.locator(".chart").getByRole("option");
    const texts = async () =>
      (await options.allInnerTexts()).map((text) => text.replaceAll(/[\s\u00a0]+/g, " "));
    const rows = expected("q4", null, ["aarhus", "laesoe"]).map((row) => row.replace(":", ""));
    await expect.poll(texts).toEqual(rows);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".files a[data-svg]").click(),
    ]);
    expect(download.suggestedFilename()).toBe("q4-all.svg");
    const svg = await readFile(await download.path(), "utf8");
    expect(svg).toContain(">Aarhus<");
    expect(svg).toContain(">Skjult<");
    expect(svg).not.toContain(">Odense<");
  });
});

/** What a file says on one line; of a workbook the values of its sheets, with commas as in a CSV. */
async function said(file: string): Promise<string> {
  if (!file.endsWith(".xlsx")) {
    // A distribution can begin with the numbers of another cell's share and interval.
    const text = (await readFile(file, "utf8")).replaceAll(/"distribution":\[[^\]]*\]/g, "");
    return text.replaceAll(/\s+/g, " ");
  }
  const book = new Archive(await readFile(file));
  return book.names
    .map((name) =>
      book
        .read(name)
        .toString()
        .replaceAll(/(?:<[^>]*>)+/g, ","),
    )
    .join("");
}

describe("what is withheld", () => {
  const truth = unprotectedFixture();
  const { percent, score, whole, limits } = numbersIn("da");

  /** A result as each kind of file writes it; an interval makes it one of its kind. */
  const writings = ({ positive, mean }: Estimates): string[] => {
    const { estimate, low, high } = positive;
    // Three whole numbers side by side can be anything in a CSV; three with a decimal are a mean and its interval.
    const areTenths = [mean.estimate, mean.low, mean.high].every(
      (value) => value !== null && value % 1 !== 0,
    );
    return [
      `"${estimate} ${low} ${high}"`,
      `[${estimate},${low},${high},`,
      `${percent(estimate)} (${limits(positive, whole)})`,
      `${percent(estimate)} <small>(${limits(positive, whole)})</small>`,
      `${score(mean.estimate)} (${limits(mean, score)})`,
      `${score(mean.estimate)} <small>(${limits(mean, score)})</small>`,
      ...(areTenths ? [`"mean":{"estimate":${mean.estimate},"low":${mean.low},"high":${mean.high}}`] : []),
      ...(areTenths ? [`,${mean.estimate},${mean.low},${mean.high},`] : []),
    ];
  };

  const written = (from: Results, isWanted: (id: string, measure: MeasureId) => boolean): Set<string> =>
    new Set(
      from.domains.flatMap(({ id }) =>
        MEASURE_IDS.flatMap((measure) => {
          const cell = cellOf(from, id, measure);
          return cell?.status === "published" && isWanted(id, measure)
            ? [cell.weighted, ...(cell.unweighted ? [cell.unweighted] : [])].flatMap(writings)
            : [];
        }),
      ),
    );

  it("stands in no byte of what is built: its figures, as any file would write them, are not there", async () => {
    const shown = written(results, () => true);
    const isWithheld = (id: string, measure: MeasureId): boolean =>
      cellOf(results, id, measure)?.status === "withheld";
    const canaries = [...written(truth, isWithheld)].filter((text) => !shown.has(text));
    expect(canaries.length).toBeGreaterThan(200);
    const entries = await readdir(site.folder(), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const seen: string[] = [];
    for (const file of files) {
      const content = await said(path.join(file.parentPath, file.name));
      // HTML may break lines inside; entities and hard spaces are as they are printed.
      const text = content.replaceAll("&nbsp;", "\u00a0");
      const printed = [text, text.replaceAll(" ", "\u00a0")];
      expect(canaries.filter((canary) => printed.some((one) => one.includes(canary)))).toEqual([]);
      if ([...shown].some((value) => text.includes(value))) seen.push(file.name);
    }
    // The same search does find what is shown.
    expect(seen.length).toBeGreaterThan(results.municipalities.length);
    expect(seen).toEqual(expect.arrayContaining(["resultater.xlsx", "resultater.csv", "results.json"]));
  });

  it("and no file of the analyst's is among them", async () => {
    const names = await readdir(site.folder(), { recursive: true });
    const own = /quality|weights|dispositions|identities|sample|answers|frame|\.key$|journal/;
    expect(names.filter((name) => own.test(path.basename(name)))).toEqual([]);
  });
});
