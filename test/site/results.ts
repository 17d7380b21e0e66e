/**
 * A results.json as estimation makes it, for tests of the pages: nine municipalities with published, uncertain, withheld,
 * missing and not asked cells, indexes and comparisons. The estimates are plain (Wilson interval on Kish's effective number,
 * differences as of independent results): what is tested is how they are shown.
 */
import { nearestCode, themeIndexes, themeScore, totalScore, type IndexId } from "#survey/indexes.ts";
import {
  CLOSED_ITEM_IDS,
  CURRENT_VERSION,
  questionnaireOf,
  type ClosedItemId,
} from "#survey/questionnaire.ts";
import { municipalityOf } from "#survey/municipalities.ts";
import {
  BREAKDOWNS,
  domainId,
  resultsSchema,
  type Cell,
  type Domain,
  type Estimates,
  type Results,
} from "#survey/results.ts";
import { TARGET_GROUPS } from "#survey/targetGroups.ts";
import { PLACES, respondents, type Place, type Respondent } from "./respondents.ts";

const THRESHOLD = 5;
const CENSUS_THRESHOLD = 10;
const Z = 1.96;

interface Weighted {
  code: number;
  weight: number;
}

const total = (list: readonly Weighted[], of: (w: Weighted) => number = () => 1): number =>
  list.reduce((sum, w) => sum + w.weight * of(w), 0);

/** Kish: (Σw)² / Σw². */
const effective = (list: readonly Weighted[]): number => total(list) ** 2 / total(list, (w) => w.weight);

const tenth = (value: number): number => Math.round(value * 10) / 10;

const percent = (value: number): number => Math.round(value * 100);

/** (5 − code) / 4 · 100 */
const score = ({ code }: Weighted): number => ((5 - code) / 4) * 100;

function estimatesOf(list: readonly Weighted[]): Estimates {
  const share = (codes: readonly number[]) =>
    total(list, (w) => Number(codes.includes(w.code))) / total(list);
  const mean = total(list, score) / total(list);
  const n = effective(list);
  const margin = Z * Math.sqrt(total(list, (w) => (score(w) - mean) ** 2) / total(list) / n);
  const p = share([1, 2]);
  const centre = (p + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n);
  const half = (Z / (1 + Z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2));
  return {
    distribution: [1, 2, 3, 4, 5].map((code) => percent(share([code]))),
    mean: {
      estimate: tenth(mean),
      low: tenth(Math.max(0, mean - margin)),
      high: tenth(Math.min(100, mean + margin)),
    },
    positive: {
      estimate: percent(p),
      low: percent(Math.max(0, centre - half)),
      high: percent(Math.min(1, centre + half)),
    },
  };
}

function cellOf(
  people: readonly (Respondent & { weight: number })[],
  item: ClosedItemId,
  threshold: number,
): Cell {
  const seen = people.flatMap(({ answers, weight }) => {
    const code = answers[item];
    return code === undefined ? [] : [{ code, weight }];
  });
  const valid = seen.filter((w) => w.code <= 5);
  if (people.length === 0) return { status: "missing" };
  if (valid.length < threshold) return { status: "withheld", reason: "primary" };
  const weighted = estimatesOf(valid);
  return {
    status: "published",
    n: valid.length,
    dontKnow: Math.round((100 * (total(seen) - total(valid))) / total(seen)),
    uncertain: effective(valid) < 30 || (weighted.positive.high ?? 100) - (weighted.positive.low ?? 0) >= 30,
    weighted,
    unweighted: estimatesOf(valid.map(({ code }) => ({ code, weight: 1 }))),
  };
}

/** One withheld group could be found by subtraction: the smallest of the others is withheld too. */
function complementary(domains: readonly Domain[]): void {
  for (const item of CLOSED_ITEM_IDS) {
    const cells = domains.map((domain) => domain.items[item]);
    if (cells.filter((cell) => cell?.status === "withheld").length !== 1) continue;
    const [smallest] = domains
      .filter((domain) => domain.items[item]?.status === "published")
      .toSorted((a, b) => answersIn(a.items[item]) - answersIn(b.items[item]));
    if (smallest) smallest.items[item] = { status: "withheld", reason: "complementary" };
  }
}

const answersIn = (cell: Cell | undefined): number => (cell?.status === "published" ? cell.n : 0);

function domainsOf(everybody: readonly (Respondent & { weight: number })[], protect: boolean): Domain[] {
  const at = (place: Place | null): Domain[] => {
    const people = everybody.filter((p) => place === null || p.municipality === place.code);
    const least = place?.census ? CENSUS_THRESHOLD : THRESHOLD;
    const threshold = protect ? least : 1;
    const make = (key: Pick<Domain, "targetGroup" | "breakdown">, members: typeof people): Domain => {
      const where = { municipality: place?.code ?? null, ...key };
      const items = Object.fromEntries(
        CLOSED_ITEM_IDS.map((item): [ClosedItemId, Cell] => [
          item,
          isAsked(place, item) ? cellOf(members, item, threshold) : { status: "notAsked" },
        ]),
      );
      return { id: domainId(where), ...where, items, indexes: indexesOf(items, members) };
    };
    const groups = TARGET_GROUPS.map((group) =>
      make(
        { targetGroup: group, breakdown: null },
        people.filter((p) => p.targetGroup === group),
      ),
    );
    const breakdowns = BREAKDOWNS.map((variable) => {
      const values = [...new Set(everybody.map((p) => p.background[variable]))].toSorted(byBand);
      return values.map((value) =>
        make(
          { targetGroup: null, breakdown: { variable, value } },
          people.filter((p) => p.background[variable] === value),
        ),
      );
    });
    for (const partition of protect ? [groups, ...breakdowns] : []) complementary(partition);
    return [make({ targetGroup: null, breakdown: null }, people), ...groups, ...breakdowns.flat()];
  };
  const domains = [null, ...PLACES].flatMap(at);
  for (const { items, indexes } of domains) withholdIndexes(items, indexes);
  compare(domains);
  return domains;
}

const questionnaire = questionnaireOf(CURRENT_VERSION);
if (!questionnaire) throw new RangeError("no questionnaire");
const THEMES = themeIndexes(questionnaire);

/** The scores of a person by index; `null` where too little is answered. */
function scoresOf({ answers }: Respondent): Record<IndexId, number | null> {
  const themes = THEMES.map(({ id, items }) => {
    const codes = items.map((item) => answers[item]);
    const scores = codes.map((code) => (code === undefined || code > 5 ? null : score({ code, weight: 1 })));
    return [id, themeScore(scores)] as const;
  });
  const overall = totalScore(themes.map(([, value]) => value));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- fromEntries forgets the keys: they are the indexes
  return { ...Object.fromEntries(themes), total: overall } as Record<IndexId, number | null>;
}

function indexesOf(
  items: Domain["items"],
  people: readonly (Respondent & { weight: number })[],
): Domain["indexes"] {
  const scored = people.map((person) => ({ scores: scoresOf(person), weight: person.weight }));
  return Object.fromEntries(
    [...THEMES.map(({ id }) => id), "total" as const].map((id) => {
      const given = scored.flatMap(({ scores, weight }) => {
        const value = scores[id];
        return value === null ? [] : [{ code: nearestCode(value), weight }];
      });
      if (people.length === 0) return [id, { status: "missing" }];
      if (Object.values(items).every(({ status }) => status === "notAsked"))
        return [id, { status: "notAsked" }];
      if (given.length < THRESHOLD) return [id, { status: "withheld", reason: "primary" }];
      const estimates = estimatesOf(given);
      const uncertain = effective(given) < 30;
      return [
        id,
        { status: "published", n: given.length, uncertain, weighted: estimates, unweighted: estimates },
      ];
    }),
  );
}

/** An index with a part that is withheld is withheld too, one with a part that is not asked is not asked. */
function withholdIndexes(items: Domain["items"], indexes: Domain["indexes"]): void {
  for (const { id, items: parts } of [
    ...THEMES,
    { id: "total" as const, items: CLOSED_ITEM_IDS.slice(0, -1) },
  ]) {
    const cells = parts.map((part) => items[part]);
    const absent =
      cells.find((cell) => cell?.status === "notAsked") ?? cells.find((cell) => cell?.status === "withheld");
    if (absent) indexes[id] = absent;
  }
}

/** Every published cell less that of all: with 95 % confidence for 13 items (Bonferroni). */
function compare(domains: readonly Domain[]): void {
  const [all, ...others] = domains;
  for (const { items } of others) {
    for (const item of CLOSED_ITEM_IDS) {
      const [cell, other] = [items[item], all?.items[item]];
      if (cell?.status !== "published" || other?.status !== "published") continue;
      const mean = differenceOf(cell.weighted.mean, other.weighted.mean);
      const positive = differenceOf(cell.weighted.positive, other.weighted.positive);
      const rounded = {
        ...positive,
        low: Math.round(positive.low),
        high: Math.round(positive.high),
        estimate: Math.round(positive.estimate),
      };
      cell.comparisons = [
        { to: "all", mean, positive: rounded, clear: positive.p < 0.05 / CLOSED_ITEM_IDS.length },
      ];
    }
  }
}

type Limits = Estimates["mean"];

function differenceOf(a: Limits, b: Limits) {
  const error = (limits: Limits) => ((limits.high ?? 0) - (limits.low ?? 0)) / (2 * Z);
  const [estimate, se] = [a.estimate - b.estimate, Math.hypot(error(a), error(b))];
  // A logistic curve near enough to the normal one (Bowling et al. 2009).
  const z = Math.abs(estimate) / se;
  const p = Math.max(0.0001, 2 / (1 + Math.exp(0.07056 * z ** 3 + 1.5976 * z)));
  const [low, high] = [Math.max(-100, estimate - Z * se), Math.min(100, estimate + Z * se)];
  return { estimate: tenth(estimate), low: tenth(low), high: tenth(high), p };
}

const byBand = (a: string, b: string): number => firstYear(a) - firstYear(b) || (a < b ? -1 : 1);
const firstYear = (band: string): number =>
  band === "none" ? Infinity : band.startsWith("under-") ? -1 : Number.parseInt(band, 10) || 0;

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function municipalityEntry(place: Place, people: readonly (Respondent & { weight: number })[]) {
  const entry = municipalityOf(place.code);
  if (!entry) throw new RangeError(`unknown municipality ${place.code}`);
  const here = people.filter((p) => p.municipality === place.code);
  const shown = here.length >= (place.census ? CENSUS_THRESHOLD : THRESHOLD);
  const n = effective(here.map(({ weight }) => ({ code: 1, weight })));
  return {
    code: place.code,
    name: entry.name,
    slug: entry.slug,
    census: place.census,
    population: sum(place.population),
    invited: place.invited,
    answers: shown ? here.length : null,
    responseRate: shown ? Math.round((100 * here.length) / place.invited) : null,
    uncertain: here.length < 200,
    designEffect: shown ? Math.round((100 * here.length) / n) / 100 : null,
    effectiveAnswers: shown ? tenth(n) : null,
  };
}

/** Fanø left out question 6. */
const isAsked = (place: Place | null, item: ClosedItemId): boolean => place?.code !== "0563" || item !== "q6";

/** The results of the nine municipalities; Læsø (0825) has so few answers that all of it is withheld. */
export const resultsFixture = (seed = 2026): Results => made(seed, true);

/** The same round with nothing withheld but what follows for indexes: what no page may show, to look for. */
export const unprotectedFixture = (seed = 2026): Results => made(seed, false);

function made(seed: number, protect: boolean): Results {
  const people = respondents(PLACES, seed);
  const weighted = people.map((person) => {
    const place = PLACES.find((p) => p.code === person.municipality);
    const stratum = people.filter(
      (p) => p.municipality === person.municipality && p.targetGroup === person.targetGroup,
    );
    const population = place?.population[TARGET_GROUPS.indexOf(person.targetGroup)] ?? 0;
    return { ...person, weight: population / stratum.length };
  });
  const n = effective(weighted.map(({ weight }) => ({ code: 1, weight })));
  const invited = sum(PLACES.map((p) => p.invited));
  return resultsSchema.parse({
    schemaVersion: 1,
    round: {
      id: "test-2026",
      title: "Borgernes oplevelse af beskæftigelsesindsatsen",
      period: "2. kvartal 2026",
      closes: "2026-09-20",
    },
    questionnaireVersion: "2026-1",
    threshold: THRESHOLD,
    censusThreshold: CENSUS_THRESHOLD,
    uncertainBelow: 200,
    weighting: { margins: [], method: "raking" },
    trend: [],
    municipalities: PLACES.map((place) => municipalityEntry(place, weighted)),
    national: {
      population: sum(PLACES.flatMap((p) => p.population)),
      invited,
      answers: people.length,
      responseRate: Math.round((100 * people.length) / invited),
      designEffect: Math.round((100 * people.length) / n) / 100,
      effectiveAnswers: tenth(n),
    },
    collapsed: [{ municipality: "0563", groups: ["dagpenge", "jobparate"] }],
    domains: domainsOf(weighted, protect),
  });
}
