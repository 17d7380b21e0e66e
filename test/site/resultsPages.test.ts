import { HtmlValidate } from "html-validate";
import { describe, expect, it } from "vitest";
import { resultsAddress } from "#survey/presentation/addresses.ts";
import { RESULT_LANGUAGES } from "#survey/presentation/language.ts";
import { lix } from "#survey/texts/lix.ts";
import { isResults } from "../../scripts/io/siteHeaders.ts";
import { MUNICIPALITY_RESULTS_MAX_BYTES, RESULTS_MAX_BYTES } from "../../scripts/io/siteBuild.ts";
import { builtSite } from "./documents.ts";
import { edgeFixture } from "./edge.ts";
import { resultsFixture } from "./results.ts";

const results = resultsFixture();
const earlier = structuredClone(results);
Object.assign(earlier.round, { id: "test-2025", period: "2. kvartal 2025" });
const corrections = [
  {
    on: "2026-10-09",
    text: { da: "Svarprocenten er rettet.", en: "The response rate is corrected." },
    municipalities: ["0751"],
    measures: ["q4"],
  },
];
const { edge, site, read } = builtSite(edgeFixture({ languages: ["da", "en", "uk"] }), {
  results,
  corrections,
  earlier: [earlier],
});

const pages = () => site().documents.filter(({ address }) => isResults(address));
const html = (address: string) => read(`${address.slice(1)}index.html`);
const SLUGS = [...results.municipalities, ...edge.municipalities].map(({ slug }) => `${slug}/`);
const COMMON = [
  "",
  "metode/",
  "hent/",
  "temaer/",
  ...["vaerdighed", "relevans", "kompetence", "progression", "samlet"].map((theme) => `temaer/${theme}/`),
  "maalgrupper/",
  ...["dagpenge", "aktivitetsparate", "sygedagpenge", "jobparate"].map((group) => `maalgrupper/${group}/`),
];

/** The running text of a page. */
const paragraphs = (text: string): string[] =>
  [...(text.split("<main>")[1] ?? "").matchAll(/<p(?: class="(?:finding|note)")?>([^<]+)<\/p>/g)].map(
    ([, words = ""]) => words,
  );

describe("the results pages", () => {
  it("stand at their addresses in Danish and English, those of earlier rounds too", () => {
    const addresses = new Set(pages().map(({ address }) => address));
    for (const language of RESULT_LANGUAGES) {
      for (const page of [...COMMON, ...SLUGS]) expect(addresses).toContain(resultsAddress(language, page));
      for (const page of [...COMMON, ...results.municipalities.map(({ slug }) => `${slug}/`)])
        expect(addresses).toContain(resultsAddress(language, `runder/test-2025/${page}`));
    }
  });

  it("say in the head what they are, where they stand and in which languages", async () => {
    for (const { address } of pages()) {
      const head = (await html(address)).split("</head>")[0] ?? "";
      const danish = address.replace(/^\/en\//, "/");
      expect(head).toContain(`<link rel="canonical" href="${edge.baseUrl}${address}">`);
      expect(head).toContain(`<link rel="alternate" hreflang="da" href="${edge.baseUrl}${danish}">`);
      expect(head).toContain(`<link rel="alternate" hreflang="en" href="${edge.baseUrl}/en${danish}">`);
      expect(head).toMatch(/<meta name="description" content="[^"]{30,}">/);
      expect(head).toMatch(/<meta property="og:title" content="[^"]+">/);
    }
  });

  it("have their own title and one heading", async () => {
    const titles = new Set<string>();
    for (const { address } of pages()) {
      const text = await html(address);
      if (!address.includes("/runder/")) titles.add(/<title>(.*?)<\/title>/.exec(text)?.[1] ?? "");
      expect(text.match(/<h1[ >]/g)).toHaveLength(1);
    }
    const own = pages().filter(({ address }) => !address.includes("/runder/"));
    expect(titles.size).toBe(own.length);
  });

  it("are light enough for a phone", () => {
    const municipalities = new Set(results.municipalities.map(({ slug }) => slug));
    for (const { address, brotli } of pages()) {
      const isMunicipality = municipalities.has(address.split("/").at(-2) ?? "");
      const limit = isMunicipality ? MUNICIPALITY_RESULTS_MAX_BYTES : RESULTS_MAX_BYTES;
      expect({ address, brotli, isLight: brotli <= limit }).toMatchObject({ isLight: true });
    }
  });

  it("are valid HTML", async () => {
    const validator = new HtmlValidate({
      extends: ["html-validate:recommended"],
      rules: {
        // How long a title is, is the round's to decide.
        "long-title": "off",
        // The values of a chart are read, not chosen: no <select>.
        "prefer-native-element": "off",
        // What is chosen to compare shows at once: nothing is sent.
        "wcag/h32": "off",
        // Several municipalities under one name are a list.
        "form-dup-name": "off",
      },
    });
    const newest = pages().filter(({ address }) => !address.includes("/runder/"));
    const found = await Promise.all(
      newest.map(async ({ address }) => {
        const report = await validator.validateString(await html(address));
        return report.results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message }) => `${address} ${ruleId}: ${message}`),
        );
      }),
    );
    expect(found.flat()).toEqual([]);
  });

  it("name no language of the questionnaire that they are not in", async () => {
    expect(await html("/resultater/")).not.toContain('hreflang="uk"');
    expect(await html("/resultater/")).toContain('<a href="/en/resultater/" lang="en" hreflang="en">');
  });

  it("say what has been corrected where it matters, and nowhere else", async () => {
    const note = "Svarprocenten er rettet.";
    for (const page of ["", "aarhus/", "temaer/relevans/", "metode/"])
      expect(await html(`/resultater/${page}`)).toContain(note);
    for (const page of ["fanoe/", "temaer/kompetence/", "runder/test-2025/"])
      expect(await html(`/resultater/${page}`)).not.toContain(note);
    expect(await html("/en/resultater/aarhus/")).toMatch(
      /<time datetime="2026-10-09">Corrected on 9 October 2026:<\/time>.*The response rate is corrected\./s,
    );
  });

  it("lead from every round to the others", async () => {
    expect(await html("/resultater/fanoe/")).toContain('<a href="/resultater/runder/test-2025/"');
    expect(await html("/resultater/runder/test-2025/fanoe/")).toMatch(
      /Du ser tal fra en tidligere runde: 2\. kvartal 2025\. <a href="\/resultater\/">/,
    );
  });

  it("say of a withheld municipality why, and show none of its numbers", async () => {
    const text = await html("/resultater/laesoe/");
    expect(text).toContain("Resultaterne for Læsø vises ikke");
    expect(text).not.toMatch(/<table|class="bar"|\d+\u00a0% (er|positive)/);
  });

  it("have sentences that are easy to read", async () => {
    for (const page of ["", "aarhus/", "temaer/relevans/", "maalgrupper/"])
      expect(lix(paragraphs(await html(`/resultater/${page}`))).lix).toBeLessThan(40);
  });
});
