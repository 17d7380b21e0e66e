import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { isIndex, type MeasureId } from "#survey/measures.ts";
import { labelsIn } from "#survey/presentation/labels.ts";
import { readingOf } from "#survey/presentation/reading.ts";
import { CLOSED_ITEM_IDS } from "#survey/questionnaire.ts";
import type { Cell, Domain, IndexCell } from "#survey/results.ts";
import { TARGET_GROUPS } from "#survey/targetGroups.ts";
import { resultsFixture } from "../site/results.ts";
import { resultsSite } from "./servedResults.ts";

const results = resultsFixture();
const site = resultsSite(results);

const KILOBYTE = 1024;
const CHART_MAX_BYTES = 50_000;
/** The form, the table and the files it writes. */
const COMPARE_MAX_BYTES = 10_000;

const domain = (id: string): Domain => {
  const found = results.domains.find((d) => d.id === id);
  if (!found) throw new RangeError(`no domain ${id}`);
  return found;
};

type AnyCell = Cell | IndexCell;

const cell = (id: string, measure: MeasureId): AnyCell => {
  const { items, indexes } = domain(id);
  const found = isIndex(measure) ? indexes[measure] : items[measure];
  if (!found) throw new RangeError(`no ${measure} in ${id}`);
  return found;
};

const { shortItems, indexNames } = labelsIn("da");
/** The rows of the tables of items: those of a theme, then the theme as a whole. */
const ROWS: MeasureId[] = readingOf(results).themes.flatMap(({ items, index }) => [
  ...items.map(({ id }) => id),
  ...(index ? [index] : []),
]);
const rowName = (measure: MeasureId): string =>
  isIndex(measure) ? `Hele temaet ${indexNames[measure]}` : shortItems[measure];

const WORDS = { withheld: "Skjult", missing: "Ingen svar", notAsked: "Ikke spurgt" };
const comma = (value: number | null) => String(value?.toFixed(1)).replace(".", ",");
const count = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ".");

/** What a table prints of a share or a mean; marks of uncertainty left out. */
function share(c: AnyCell): string {
  if (c.status !== "published") return WORDS[c.status];
  const { estimate, low, high } = c.weighted.positive;
  return `${estimate} % (${low}–${high})`;
}
function mean(c: AnyCell): string {
  if (c.status !== "published") return WORDS[c.status];
  const { estimate, low, high } = c.weighted.mean;
  return `${comma(estimate)} (${comma(low)}–${comma(high)})`;
}
const answers = (c: AnyCell): string => (c.status === "published" ? count(c.n) : WORDS[c.status]);

const shareOfGroup = (c: AnyCell) => (c.status === "published" ? `${share(c)} ${answers(c)} svar` : share(c));

/** The cells of the rows under a caption, without the mark of uncertain results; rows that only name a group left out. */
const table = (page: Page, caption: string): Promise<string[][]> =>
  page.getByRole("table", { name: caption }).evaluate((element: HTMLTableElement) =>
    [...element.querySelectorAll("tbody tr, tfoot tr")]
      .map((row) =>
        [...row.children].map((child) =>
          (child.textContent ?? "")
            .replace("usikkert", "")
            .replaceAll(/[\s\u00a0]+/g, " ")
            .trim(),
        ),
      )
      .filter((cells) => cells.length > 1),
  );

describe("the tables hold what results.json holds", () => {
  it("municipalities, in alphabetical order whatever their results", async () => {
    const page = await site.open("/resultater/");
    const rows = results.municipalities
      .toSorted((a, b) => a.name.localeCompare(b.name, "da"))
      .map((m) => [
        m.name,
        share(cell(m.code, "q13")),
        mean(cell(m.code, "q13")),
        m.answers === null ? "Skjult" : count(m.answers),
        m.responseRate === null ? "Skjult" : `${m.responseRate} %`,
      ]);
    const { answers: n, responseRate } = results.national;
    const all = cell("all", "q13");
    expect(await table(page, "Antal svar, svarprocent og samlet tilfredshed i hver kommune")).toEqual([
      ...rows,
      ["Alle deltagende kommuner", share(all), mean(all), count(n), `${responseRate} %`],
    ]);
  });

  it("every item of all municipalities", async () => {
    const page = await site.open("/resultater/");
    expect(await table(page, "Vægtede resultater for hvert spørgsmål")).toEqual(
      ROWS.map((id) => {
        const c = cell("all", id);
        return [rowName(id), share(c), mean(c), answers(c)];
      }),
    );
  });

  it("every item of a municipality, beside that of all", async () => {
    const published = results.municipalities.filter((m) => m.answers !== null);
    expect(published.length).toBe(8);
    for (const { code, slug } of published) {
      const page = await site.open(`/resultater/${slug}/`);
      const rows = await table(page, "Vægtede resultater for hvert spørgsmål");
      expect(rows.map((row) => row.toSpliced(3, 1))).toEqual(
        ROWS.map((id) => {
          const c = cell(code, id);
          return [rowName(id), share(c), share(cell("all", id)), mean(c), answers(c)];
        }),
      );
    }
  });

  it("the distribution and the unweighted results", async () => {
    const page = await site.open("/resultater/aarhus/");
    expect(await table(page, "Fordelingen af svar i procent, og de uvægtede tal")).toEqual(
      CLOSED_ITEM_IDS.map((id) => {
        const c = cell("0751", id);
        if (c.status !== "published" || !("dontKnow" in c)) throw new Error(`${id} is not published`);
        const { weighted, unweighted, dontKnow } = c;
        return [
          shortItems[id],
          ...weighted.distribution.map((value) => `${value} %`),
          dontKnow === null ? WORDS.withheld : `${dontKnow} %`,
          ...(unweighted === null
            ? [WORDS.withheld, WORDS.withheld]
            : [`${unweighted.positive.estimate} %`, comma(unweighted.mean.estimate)]),
        ];
      }),
    );
  });

  it("the target groups, with withheld cells named as withheld", async () => {
    const page = await site.open("/resultater/fanoe/");
    const groups = ["dagpenge", "aktivitetsparate", "sygedagpenge", "jobparate"];
    const rows = CLOSED_ITEM_IDS.map((id) => [
      shortItems[id],
      ...groups.map((group) => shareOfGroup(cell(`0563.${group}`, id))),
    ]);
    expect(rows.flat()).toContain("Skjult");
    expect(await table(page, "Positive svar i hver målgruppe, vægtet, med antal svar")).toEqual(rows);
  });

  it("the background, in bands", async () => {
    const page = await site.open("/resultater/bornholm/");
    const domains = results.domains.filter((d) => d.municipality === "0400" && d.breakdown);
    const rows = await table(page, "Samlet tilfredshed efter borgernes baggrund, vægtet");
    expect(rows.map((row) => row.slice(1))).toEqual(
      domains.map(({ id }) => [share(cell(id, "q13")), mean(cell(id, "q13")), answers(cell(id, "q13"))]),
    );
  });

  it("every segment of every bar, as number and as text for screen readers", async () => {
    const page = await site.open("/resultater/koebenhavn/");
    const drawn = await page.locator("#spoergsmaal ~ .theme .bar").evaluateAll((bars) =>
      bars.map((bar) => ({
        numbers: [...bar.querySelectorAll("text")].map((text) => Number(text.textContent)).toReversed(),
        text: (bar.getAttribute("aria-label") ?? "").match(/\d+/g)?.map(Number),
      })),
    );
    const expected = CLOSED_ITEM_IDS.map((id) => {
      const c = cell("0101", id);
      return c.status === "published" ? c.weighted.distribution : [];
    });
    expect(drawn.map(({ text }) => text)).toEqual(expected);
    expect(drawn.map(({ numbers }) => numbers)).toEqual(
      expected.map((distribution) => distribution.filter((value) => value > 0)),
    );
  });
});

const answersOf = async (slug: string) => {
  const page = await site.open(`/resultater/${slug}/`);
  return (await page.locator(".answers").innerText()).replaceAll("\u00a0", " ");
};

describe("a municipality's first answers", () => {
  it("claims a difference where the intervals are apart", async () => {
    const text = await answersOf("faaborg-midtfyn");
    expect(text).toContain("Tilfredsheden er højere end i de deltagende kommuner");
    expect(text).toMatch(/Sikkert flere positive svar end i de deltagende kommuner:\s+.+: \d+ % mod \d+ %/);
  });

  it("claims none where they touch", async () => {
    const text = await answersOf("aarhus");
    expect(text).toMatch(/Tilfredsheden er ikke forskellig fra de deltagende kommuner/);
    expect(text).toContain("skiller sig sikkert ud fra de deltagende kommuner");
  });

  it("warns of few answers", async () => {
    const page = await site.open("/resultater/fanoe/");
    const n = results.municipalities.find((m) => m.code === "0563")?.answers;
    expect(await page.getByText(`Usikre tal: Kun ${n} borgere i Fanø har svaret.`).isVisible()).toBe(true);
  });

  it("uses the municipality's own word for the jobcentre", async () => {
    const page = await site.open("/resultater/hoeje-taastrup/");
    const question = "1. Oplever du at blive mødt med tillid i Jobcenter Høje-Taastrup?";
    expect(await page.getByRole("heading", { name: question }).count()).toBe(1);
  });
});

describe("what is withheld", () => {
  it("a municipality without a published cell says so and why, and shows no number of it", async () => {
    const page = await site.open("/resultater/laesoe/");
    expect(await page.getByRole("heading", { name: "Resultaterne for Læsø vises ikke" }).count()).toBe(1);
    expect(await page.getByText("Så få borgere i Læsø har svaret").isVisible()).toBe(true);
    expect(await page.getByRole("table").count()).toBe(0);
    expect(await page.locator("main").innerText()).not.toContain("%");
  });

  it("is told apart from missing and not asked, and explained", async () => {
    const page = await site.open("/resultater/fanoe/");
    const bars = await page.locator(".absent").allInnerTexts();
    expect(bars).toContain("Der er ikke spurgt om dette.");
    expect(bars).toContain("Tallet er skjult, fordi så få har svaret, at enkelte kunne genkendes.");
    expect(await page.getByText("»Skjult« betyder, at tallet ikke vises").isVisible()).toBe(true);
  });

  it("has a frame of one size, whatever it hides", async () => {
    const page = await site.open("/resultater/fanoe/");
    const frames = page.locator(".absent", { hasText: "Skjult" });
    const sizes = await frames.evaluateAll((elements) =>
      elements.map((element) => element.getBoundingClientRect().width),
    );
    expect(sizes.length).toBeGreaterThan(1);
    expect(new Set(sizes).size).toBe(1);
  });

  it("gives charts nothing to draw from", async () => {
    const page = await site.open("/resultater/");
    const row = page.getByRole("row", { name: "Læsø" });
    expect(await row.locator("[data-dot]").getAttribute("data-dot")).toBe("");
  });
});

/** Every script that a page may load, now or later, and its bytes at brotli 11. */
async function scriptsOf(address: string): Promise<Map<string, number>> {
  const folder = path.join(site.folder(), "_astro");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".js"));
  const html = await readFile(path.join(site.folder(), address, "index.html"), "utf8");
  const sizes = new Map<string, number>();
  const read = async (text: string): Promise<void> => {
    for (const name of names) {
      if (sizes.has(name) || !text.includes(name)) continue;
      const script = await readFile(path.join(folder, name), "utf8");
      sizes.set(name, brotliCompressSync(script).length);
      await read(script);
    }
  };
  await read(html);
  return sizes;
}

describe("what is published", () => {
  it("is a page a municipality, theme and target group, and seven more, open to search engines", async () => {
    const pages = site.built().documents.filter(({ address }) => address.startsWith("/resultater/"));
    const { themes } = readingOf(results);
    const lists = [results.municipalities, themes, TARGET_GROUPS];
    expect(pages.length).toBe(lists.reduce((sum, { length }) => sum + length, 7));
    const texts = await Promise.all(
      pages.map(({ address }) => readFile(path.join(site.folder(), address, "index.html"), "utf8")),
    );
    const closed = texts.filter((html) => html.includes("noindex"));
    expect(closed).toHaveLength(0);
  });

  it("is light: overview at most 8 kB, a municipality at most 12 kB, charts at most 50 kB, compressed", async () => {
    const heavy = site
      .built()
      .documents.filter(({ address }) => address.startsWith("/resultater/"))
      .filter(({ address, brotli }) => brotli > (address === "/resultater/" ? 8 : 12) * KILOBYTE);
    expect(heavy).toEqual([]);
  });

  it.each([
    ["charts", "/resultater/", CHART_MAX_BYTES],
    ["charts of the page that compares", "/resultater/sammenlign/", CHART_MAX_BYTES + COMPARE_MAX_BYTES],
  ])("the scripts of %s are light, compressed", async (_name, address, most) => {
    const sizes = await scriptsOf(address);
    expect(sizes.size).toBeGreaterThan(2);
    expect([...sizes.values()].reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(most);
  });

  it("is pages and scripts, not the file they are made from", async () => {
    await expect(stat(path.join(site.folder(), "results.json"))).rejects.toThrow("ENOENT");
  });
});
