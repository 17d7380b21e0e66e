import { describe, expect, it } from "vitest";
import { dateInWords, LANGUAGES, segmentOf, type Language } from "#survey/languages.ts";
import { questionnaireOf } from "#survey/questionnaire.ts";
import { fill } from "#survey/texts/fill.ts";
import { TEXTS } from "#survey/texts/tables.ts";
import { builtSite } from "./documents.ts";
import { edgeFixture } from "./edge.ts";

const plain = edgeFixture({ languages: [...LANGUAGES] });
const { edge, read } = builtSite({
  ...plain,
  accessibility: {
    ...plain.accessibility,
    compliance: "none",
    evaluation: "external",
    reports: ["https://rapport.example/2026"],
    wasTool: "https://was.digst.dk/svar-example-dk",
    disproportionateBurden: ["Gamle optagelser uden tekst."],
    exempt: ["Et kort fra en anden myndighed."],
  },
});

/** The words of a page, as they stand in it. */
const wordsOf = (html: string): string =>
  html
    .replaceAll(/<(style|script|template)>[^]*?<\/\1>|<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replaceAll("\u00ad", "")
    .replaceAll(/\s+/g, " ");

/** Letters and words that only Danish has among the four, and the names that stay Danish. */
const DANISH = /[æøåÆØÅ]|\b(og|ikke|svar)\b/g;
const NAMES = /Aarhus Kommune|Jobcentrets kontaktpunkt|Dansk/g;

const page = (language: Language, name: string) => read(`${segmentOf(language)}${name}/index.html`);

/** The round's own texts in a language. */
function own(language: Language) {
  const words = language === "da" ? { ...edge.privacy, ...edge.accessibility } : edge.translations[language];
  if (!words) throw new RangeError(`no texts in ${language}`);
  return words;
}

describe.each(LANGUAGES)("what citizens are told in %s", (language) => {
  it("about their data has everything of articles 13 and 14 of the GDPR", async () => {
    const words = wordsOf(await page(language, "privatliv"));
    const { privacy } = TEXTS[language];
    const { purpose, legalBasis, processor, recipients, transfer } = own(language);
    const period = language === "da" ? edge.period.label : (edge.translations[language]?.period ?? "");
    const { controller, dpo, contact } = edge.municipalities[1] ?? {};
    const told = {
      "13(1)(a) controller": controller,
      "13(1)(b) data protection officer": dpo,
      contact: contact?.name,
      "13(1)(c) purposes": purpose,
      "13(1)(c) legal basis": legalBasis,
      "13(1)(e) recipients": recipients,
      "13(1)(e) processor": processor,
      "13(1)(f) third countries": transfer,
      "13(2)(a) storage period": dateInWords(edge.privacy.deletionDate, language),
      "13(2)(b) rights": privacy.rights[2],
      "13(2)(d) complaint": "Datatilsynet",
      "13(2)(e) voluntary, no consequences": privacy.voluntary,
      "13(2)(f) automated decisions": privacy.automated,
      "14(1)(d) categories and 14(2)(f) source": fill(privacy.data[0], { period }),
      "device storage": "localStorage",
      "the address to trust": "svar.example.dk",
      "the municipality's own page": "www.htk.example/undersoegelse",
    };
    const missing = Object.entries(told).filter(([, text]) => !text || !words.includes(text));
    expect(missing).toEqual([]);
  });

  it("about accessibility has every field of the law's model statement", async () => {
    const html = await page(language, "was");
    const words = wordsOf(html);
    const { accessibility } = TEXTS[language];
    const { responsible, method, notTested, ...lists } = own(language);
    const { nonCompliant, disproportionateBurden, exempt, alternatives } = lists;
    const { contactEmail, contactPhone, preparedOn = "", updatedOn } = edge.accessibility;
    const told = [
      responsible,
      "svar.example.dk",
      accessibility.scope,
      accessibility.status.none,
      ...nonCompliant,
      ...disproportionateBurden,
      ...exempt,
      ...alternatives,
      accessibility.burdenTitle,
      accessibility.exemptTitle,
      notTested,
      accessibility.method.external,
      method,
      "https://rapport.example/2026",
      dateInWords(preparedOn, language),
      dateInWords(updatedOn, language),
      contactEmail,
      contactPhone.replaceAll(" ", "\u00a0").replaceAll(/\s/g, " "),
      "20 16 36 12",
      accessibility.enforcementTitle,
    ];
    expect(told.filter((text) => !text || !words.includes(text))).toEqual([]);
    expect(html).toContain('href="https://was.digst.dk/svar-example-dk"');
    expect(html).toContain(
      "https://digst.dk/digital-inklusion/webtilgaengelighed/oplever-du-ikke-tilgaengeligt-indhold/",
    );
  });

  it("leads from every document to the same one in the other languages, each in its own name", async () => {
    const others = LANGUAGES.filter((other) => other !== language);
    for (const [folder, rest] of [
      ["", "privatliv/"],
      ["odense/", ""],
      ["odense/", "afmeld/ok/"],
    ] as const) {
      const html = await read(`${folder}${segmentOf(language)}${rest}index.html`);
      const links = [
        ...html.matchAll(/<a href="([^"]*)" lang="([a-z]+)" hreflang="([a-z]+)">\s*(\S+)\s*<\/a>/g),
      ];
      expect(links.map(([, href, lang, hreflang]) => [href, lang, hreflang])).toEqual(
        others.map((other) => [`/${folder}${segmentOf(other)}${rest}`, other, other]),
      );
    }
  });

  it("in the questionnaire is wholly in that language, and carries the version it asks", async () => {
    const html = await read(`aarhus/${segmentOf(language)}index.html`);
    expect(html).toMatch(new RegExp(`<html lang="${language}"${language === "ar" ? ' dir="rtl"' : ""}>`));
    const version = edge.questionnaireVersions.at(-1) ?? "";
    expect(questionnaireOf(version)).not.toBeNull();
    expect(html).toContain(`name="questionnaire" value="${version}"`);
    expect(html).toContain(`action="/svar${language === "da" ? "" : `?sprog=${language}`}"`);
    const words = wordsOf(html);
    for (const scale of Object.values(TEXTS[language].scales))
      for (const label of scale) expect(words).toContain(label);
    const danish = language === "da" ? [] : words.replaceAll(NAMES, "").match(DANISH);
    expect(danish ?? []).toEqual([]);
  });
});
