import { describe, expect, it } from "vitest";
import { EDGE_ERRORS, FIELD_ERRORS } from "#survey/edgeErrors.ts";
import { dateInWords, languageIn, LANGUAGES, ORIGINAL, segmentOf, unapproved } from "#survey/languages.ts";
import { fill } from "#survey/texts/fill.ts";
import { TEXTS } from "#survey/texts/tables.ts";
import { termIn } from "#survey/texts/term.ts";

/** Every text of a table by its path: `interview.next`, `privacy.data.0`. */
function textsOf(table: unknown, path = ""): Map<string, string> {
  if (typeof table === "string") return new Map([[path.slice(1), table]]);
  return new Map(
    Object.entries(table ?? {}).flatMap(([key, value]) => [...textsOf(value, `${path}.${key}`)]),
  );
}

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].toSorted();

/** What is filled in, by the path of the text. */
const asked = (table: ReadonlyMap<string, string>) =>
  Object.fromEntries([...table].map(([path, text]) => [path, placeholders(text)]));

const danish = textsOf(TEXTS[ORIGINAL]);
const TRANSLATED = LANGUAGES.filter((language) => language !== ORIGINAL);

describe.each(TRANSLATED)("the table of %s", (language) => {
  const texts = textsOf(TEXTS[language]);

  it("has every text of the Danish one, and no other", () => {
    expect([...texts.keys()].toSorted()).toEqual([...danish.keys()].toSorted());
    expect([...texts].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("has the same placeholders in every text", () => {
    expect(asked(texts)).toEqual(asked(danish));
  });

  it("says nothing in Danish, but names and what is the same in both", () => {
    const same = [...texts].filter(([path, text]) => text === danish.get(path)).map(([path]) => path);
    expect(
      same.filter((path) => !/^(interview\.title|optOut\.send|accessibility\.emailLabel)$/.test(path)),
    ).toEqual([]);
    expect([...texts.values()].filter((text) => /[æøåÆØÅ]/.test(text))).toEqual([]);
  });

  it("has five different answers on each scale", () => {
    for (const scale of Object.values(TEXTS[language].scales)) expect(new Set(scale).size).toBe(5);
  });
});

describe.each(LANGUAGES)("the errors in %s", (language) => {
  const { edgeErrors, fieldErrors } = TEXTS[language];
  it("are whole sentences, one for each", () => {
    const texts = [...EDGE_ERRORS.map((e) => edgeErrors[e]), ...FIELD_ERRORS.map((e) => fieldErrors[e])];
    for (const text of texts) expect(text).toMatch(/^\P{Ll}.*\.$/u);
  });
});

describe("what is filled in", () => {
  it("names days as people do", () => {
    expect(LANGUAGES.map((language) => dateInWords("2026-08-31", language))).toEqual([
      "31. august 2026",
      "31 August 2026",
      "31 أغسطس 2026",
      "31 серпня 2026 р.",
    ]);
    expect(dateInWords("2026-01-09")).toBe("9. januar 2026");
  });

  it("leaves a name without a value as it is", () => {
    expect(fill("{a} and {b}", { a: "1" })).toBe("1 and {b}");
  });

  it("calls the jobcentre what the municipality does, in the form the language needs", () => {
    const plain = { term: "jobcentret", terms: {} };
    expect(LANGUAGES.map((language) => termIn(language, plain))).toEqual([
      "jobcentret",
      "the job centre",
      "مركز العمل",
      "центрі зайнятості",
    ]);
    expect(termIn("en", { term: "kommunen", terms: {} })).toBe("the municipality");
    expect(termIn("uk", { term: "Jobcenter Aarhus", terms: {} })).toBe("Jobcenter Aarhus");
    expect(termIn("en", { term: "Jobhuset", terms: { en: "the job house" } })).toBe("the job house");
    expect(termIn("da", { term: "Jobhuset", terms: { en: "the job house" } })).toBe("Jobhuset");
    expect(termIn("en", { term: "constructor", terms: {} })).toBe("constructor");
  });
});

describe("the languages of a round", () => {
  it("stand in the address, Danish in none", () => {
    expect(LANGUAGES.map(segmentOf)).toEqual(["", "en/", "ar/", "uk/"]);
  });

  it("fall back on Danish for one that the round is not open in", () => {
    expect(languageIn(["da", "en"], "en")).toBe("en");
    for (const tag of ["ar", "", "EN", "constructor", undefined])
      expect(languageIn(["da", "en"], tag)).toBe("da");
  });

  it("are unapproved until somebody has put a name and a day to them; Danish is the original", () => {
    const approval = { by: "A. Reader", on: "2026-08-01" };
    expect(unapproved({ languages: ["da", "en", "ar"], approvals: { ar: approval } })).toEqual(["en"]);
    expect(unapproved({ languages: ["da"], approvals: {} })).toEqual([]);
  });
});
