import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstScreen, overview, type FirstScreen } from "#survey/presentation/findings.ts";
import { RESULT_LANGUAGES, type ResultLanguage } from "#survey/presentation/language.ts";
import { OVERALL, readingOf } from "#survey/presentation/reading.ts";
import { lix } from "#survey/texts/lix.ts";
import type { Cell, Results } from "#survey/results.ts";
import { cellArbitrary, changed, compared, twoPlaces, type Cells } from "./twoPlaces.ts";

/** Every sentence of a screen, in the order of reading. */
function sentencesOf({ nothing, caution, satisfaction, comparison, standing }: FirstScreen): string[] {
  const { reference, since } = comparison;
  return [
    ...(nothing ? [nothing.text] : []),
    ...(caution === null ? [] : [caution]),
    ...[satisfaction, reference, since, standing].flatMap(({ lead, details }) => [lead, ...details]),
    ...standing.lists.flatMap(({ lead }) => [lead]),
  ];
}

const screenOf = (results: Results, language: ResultLanguage = "da"): FirstScreen =>
  firstScreen(readingOf(results), "0751", language);
const read = (own: Cells, change: Partial<Results> = {}) => screenOf({ ...twoPlaces(own), ...change });
const OTHERS = ["q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8", "q9", "q10", "q11", "q12"] as const;

const plain = (sentence: string): string => sentence.replaceAll("\u00a0", " ");

/** What the 12 items beside overall satisfaction are. */
const others = (cell: Cells[keyof Cells]): Cells => Object.fromEntries(OTHERS.map((id) => [id, cell]));
const withheld = { status: "withheld", reason: "primary" } as const;
const trend = (change: Partial<Results["trend"][number]> = {}): Pick<Results, "trend"> => ({
  trend: [
    {
      since: "2025",
      title: "Forrige",
      period: "2. kvartal 2025",
      sameMunicipalities: true,
      source: "answers",
      notComparable: [],
      ...change,
    },
  ],
});

const AROUND = "fra de deltagende kommuner";

describe("compared with all, in words", () => {
  it.each([
    [
      "higher",
      compared(62, 7, [2, 12], true),
      "Tilfredsheden er højere end i de deltagende kommuner (50 %).",
    ],
    [
      "lower",
      compared(40, -10, [-15, -5], true),
      "Tilfredsheden er lavere end i de deltagende kommuner (50 %).",
    ],
    [
      "around zero",
      compared(52, 2, [-3, 7], false),
      `Tilfredsheden er ikke forskellig ${AROUND} (50 %), når usikkerheden regnes med.`,
    ],
    [
      "clear of zero, but not for all items together",
      compared(55, 5, [1, 9], false),
      "Tilfredsheden ser højere ud end i de deltagende kommuner (50 %), men forskellen er ikke sikker.",
    ],
    ["withheld", withheld, "Der er intet tal for tilfredsheden at sammenligne."],
    ["not asked", { status: "notAsked" } as const, "Der er intet tal for tilfredsheden at sammenligne."],
  ])("%s", (_, cell, sentence) => {
    expect(plain(read({ [OVERALL]: cell }).comparison.lead)).toBe(sentence);
  });

  it("tells the interval of the difference by its size", () => {
    const { details } = read({ [OVERALL]: compared(40, -10, [-15, -5], true) }).comparison.reference;
    expect(details).toEqual(["Forskellen ligger mellem 5 og 15 procentpoint."]);
  });

  it("has nobody to compare with when one municipality takes part", () => {
    const results = twoPlaces({ [OVERALL]: compared(62, 7, [2, 12], true) });
    const alone = screenOf({ ...results, municipalities: results.municipalities.slice(0, 1) });
    expect(alone.comparison.lead).toBe("Kun én kommune er med, så der er ingen at sammenligne med.");
    expect(alone.standing.lists).toEqual([]);
  });
});

describe("compared with last time, in words", () => {
  it.each([
    ["no earlier round", compared(50, 0, [-5, 5], false), {}, "Der er ingen tidligere måling."],
    [
      "up",
      changed(50, 6, [2, 10]),
      trend(),
      "Siden 2. kvartal 2025 er andelen af tilfredse steget med 6 procentpoint.",
    ],
    [
      "down",
      changed(50, -1, [-2, -1]),
      trend(),
      "Siden 2. kvartal 2025 er andelen af tilfredse faldet med 1 procentpoint.",
    ],
    [
      "the same",
      changed(50, 1, [-3, 5]),
      trend(),
      "Tilfredsheden er ikke forskellig fra 2. kvartal 2025, når usikkerheden regnes med.",
    ],
    [
      "not published then",
      compared(50, 0, [-5, 5], false),
      trend(),
      "Der er intet tal fra 2. kvartal 2025 at sammenligne med.",
    ],
    [
      "another question",
      compared(50, 0, [-5, 5], false),
      trend({ notComparable: [OVERALL] }),
      "Spørgsmålet om tilfredshed er ændret siden 2. kvartal 2025, så svarene kan ikke sammenlignes.",
    ],
  ])("%s", (_, cell, change, sentence) => {
    expect(read({ [OVERALL]: cell }, change).comparison.since.lead).toBe(sentence);
  });

  it("does not compare all together when others took part", () => {
    const results = { ...twoPlaces({}), ...trend({ sameMunicipalities: false }) };
    expect(overview(readingOf(results), "da").since.lead).toBe(
      "Det er ikke de samme kommuner som i 2. kvartal 2025, så tallene kan ikke sammenlignes.",
    );
  });
});

describe("what stands out, in words", () => {
  const same = compared(50, 0, [-5, 5], false);
  const [best, weakest] = [compared(71, 11, [4, 18], true), compared(30, -12, [-20, -4], true)];
  const among = "Sammenlignet med de deltagende kommuner";
  it.each([
    [
      "both",
      { q1: best, q11: weakest },
      `${among} står »Mødt med tillid« stærkest og »Konkrete jobmuligheder« svagest.`,
    ],
    [
      "best only",
      { q1: best },
      `${among} står »Mødt med tillid« stærkest. Intet spørgsmål ligger sikkert lavere.`,
    ],
    [
      "weakest only",
      { q11: weakest },
      `${among} står »Konkrete jobmuligheder« svagest. Intet spørgsmål ligger sikkert højere.`,
    ],
    ["none of all", {}, `Ingen af de andre spørgsmål skiller sig sikkert ud ${AROUND}.`],
    [
      "none of some",
      { q6: withheld },
      `Ingen af de 11 andre spørgsmål, der kan sammenlignes, skiller sig sikkert ud ${AROUND}.`,
    ],
    [
      "not the one",
      { ...others(withheld), q2: same },
      `Kun ét af de andre spørgsmål kan sammenlignes. Det skiller sig ikke sikkert ud ${AROUND}.`,
    ],
    ["nothing", others(withheld), "Ingen af de andre spørgsmål kan sammenlignes."],
  ])("%s", (_, own, sentence) => {
    expect(read({ ...others(same), ...own }).standing.lead).toBe(sentence);
  });

  it("names all with the most and the fewest positive answers", () => {
    const own = { ...others(same), q1: best, q2: best, q11: weakest };
    expect(read(own).standing.details.map(plain)).toEqual([
      "Flest positive svar får »Mødt med tillid« og »Udgangspunkt i individuel situation« (71 %), færrest får »Konkrete jobmuligheder« (30 %).",
    ]);
    const [english] = screenOf(twoPlaces(own), "en").standing.details;
    expect(english).toBe(
      "‘Met with trust’ and ‘Individual situation as the starting point’ get the most positive answers (71%), ‘Specific job opportunities’ the fewest (30%).",
    );
  });

  it("lists three of each at most, the largest difference first", () => {
    const above = [5, 9, 7, 6, 8].map((points) => compared(50 + points, points, [1, 2 * points], true));
    const own = Object.fromEntries(above.map((cell, i) => [`q${i + 1}`, cell]));
    const [list] = read({ ...others(same), ...own }).standing.lists;
    expect(list?.entries).toEqual([
      "Udgangspunkt i individuel situation: 59\u00a0%\u00a0mod\u00a050\u00a0%",
      "Aktiviteterne giver mening: 58\u00a0%\u00a0mod\u00a050\u00a0%",
      "Lyttet til ideer og forslag: 57\u00a0%\u00a0mod\u00a050\u00a0%",
      "og 2 spørgsmål mere",
    ]);
  });
});

describe("a municipality with few answers", () => {
  it("is said to be uncertain", () => {
    expect(read({}).caution).toBe(
      "Usikre tal: Kun 150 borgere i Aarhus har svaret. Læs tallene sammen med usikkerheden.",
    );
  });

  it("says why nothing is shown, and claims nothing", () => {
    const screen = read({ ...others(withheld), [OVERALL]: withheld });
    expect(screen.nothing?.heading).toBe("Resultaterne for Aarhus vises ikke");
    expect([screen.caution, screen.satisfaction.figure]).toEqual([null, null]);
    expect(screen.standing.extremes).toBeNull();
  });
});

/** A clear difference whose interval is on this side of zero; without one, an interval that does not touch 45 to 55 %. */
function bears(cell: Cell | undefined, side: 1 | -1): boolean {
  if (cell?.status !== "published") return false;
  const comparison = cell.comparisons?.find(({ positive }) => positive.p !== null);
  const { low, high } = comparison?.positive ?? cell.weighted.positive;
  const [from, to] = comparison ? [0, 0] : [45, 55];
  return (comparison?.clear ?? true) && (side > 0 ? (low ?? 0) > to : (high ?? 0) < from);
}

const cellsArbitrary = fc.record({
  ...Object.fromEntries(OTHERS.map((id) => [id, cellArbitrary])),
  [OVERALL]: cellArbitrary,
}) as fc.Arbitrary<Cells>;

describe("whatever the results are", () => {
  it.each(RESULT_LANGUAGES)("every answer is whole sentences without a hole, in %s", (language) => {
    fc.assert(
      fc.property(cellsArbitrary, fc.boolean(), fc.boolean(), (own, isTrend, isCountry) => {
        const results = { ...twoPlaces(own, isCountry ? 98 : 2), ...(isTrend ? trend() : {}) };
        for (const sentence of sentencesOf(screenOf(results, language))) {
          expect(sentence).toMatch(/^[A-ZÆØÅ\d»‘].*[.:]$/);
          expect(sentence).not.toMatch(/undefined|null|NaN|[{}]| {2}| [.,:]|\.\.|\(\)/);
          expect(isCountry || !/hele landet|whole country/i.test(sentence)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("claims a difference only where one is clear and its interval bears it", () => {
    fc.assert(
      fc.property(cellsArbitrary, (own) => {
        const { comparison, standing } = screenOf(twoPlaces(own));
        for (const { item } of standing.higher) expect(bears(own[item], 1)).toBe(true);
        for (const { item } of standing.lower) expect(bears(own[item], -1)).toBe(true);
        const [, told] = / er (højere|lavere) /.exec(comparison.lead) ?? [];
        const isBorne = told === undefined || bears(own[OVERALL], told === "højere" ? 1 : -1);
        expect(isBorne).toBe(true);
        const [, named] = /Ingen af de (\d+) andre/.exec(standing.lead) ?? [];
        expect(Number(named ?? standing.compared)).toBe(standing.compared);
      }),
      { numRuns: 200 },
    );
  });

  it("is easy to read", () => {
    const all = fc.sample(cellsArbitrary, { numRuns: 60, seed: 7 });
    const sentences = all.flatMap((own) => sentencesOf(screenOf({ ...twoPlaces(own), ...trend() })));
    expect(lix(sentences).lix).toBeLessThan(40);
  });
});
