/** Seeded synthetic respondents, so that the results of tests hang together: groups add up to municipalities, and so on. */
import { CLOSED_ITEM_IDS, CODE_DONT_KNOW, type ClosedItemId } from "#survey/questionnaire.ts";
import type { Breakdown } from "#survey/results.ts";
import { TARGET_GROUPS, type TargetGroup } from "#survey/targetGroups.ts";

export interface Place {
  code: string;
  census: boolean;
  /** Eligible citizens, by target group in the order of TARGET_GROUPS. */
  population: readonly [number, number, number, number];
  invited: number;
  responseRate: number;
  /** How content people are here, in standard deviations above the middle. */
  content: number;
}

export const PLACES: readonly Place[] = [
  {
    code: "0101",
    census: false,
    population: [3100, 5600, 6400, 1900],
    invited: 2000,
    responseRate: 0.27,
    content: -0.35,
  },
  {
    code: "0169",
    census: false,
    population: [310, 720, 800, 240],
    invited: 1020,
    responseRate: 0.22,
    content: 0,
  },
  {
    code: "0173",
    census: false,
    population: [260, 300, 620, 120],
    invited: 1000,
    responseRate: 0.31,
    content: 0.25,
  },
  {
    code: "0400",
    census: true,
    population: [180, 340, 410, 90],
    invited: 1020,
    responseRate: 0.29,
    content: 0.1,
  },
  {
    code: "0430",
    census: false,
    population: [270, 540, 700, 160],
    invited: 1000,
    responseRate: 0.24,
    content: 0.4,
  },
  { code: "0563", census: true, population: [14, 18, 41, 6], invited: 79, responseRate: 0.34, content: 0.6 },
  {
    code: "0751",
    census: false,
    population: [1500, 2700, 3300, 900],
    invited: 1710,
    responseRate: 0.28,
    content: 0.05,
  },
  {
    code: "0760",
    census: false,
    population: [290, 410, 880, 140],
    invited: 1000,
    responseRate: 0.33,
    content: 0.3,
  },
  { code: "0825", census: true, population: [7, 9, 22, 3], invited: 41, responseRate: 0.2, content: 0.2 },
];

export interface Respondent {
  municipality: string;
  targetGroup: TargetGroup;
  background: Readonly<Record<Breakdown, string>>;
  answers: Readonly<Partial<Record<ClosedItemId, number>>>;
}

const BANDS: Record<Breakdown, readonly (readonly [string, number])[]> = {
  sex: [
    ["f", 0.57],
    ["m", 0.43],
  ],
  age_band: [
    ["under-30", 0.14],
    ["30-39", 0.22],
    ["40-49", 0.22],
    ["50-59", 0.26],
    ["60-", 0.16],
  ],
  duration_band: [
    ["under-26", 0.34],
    ["26-51", 0.27],
    ["52-103", 0.23],
    ["104-", 0.16],
  ],
  interview_band: [
    ["under-1", 0.42],
    ["1-2", 0.36],
    ["3-5", 0.14],
    ["6-", 0.05],
    ["none", 0.03],
  ],
  finished: [
    ["0", 0.78],
    ["1", 0.22],
  ],
};
const ITEM_SHIFT: Partial<Record<ClosedItemId, number>> = {
  q1: 0.45,
  q3: -0.1,
  q7: 0.5,
  q8: 0.2,
  q11: -0.75,
  q12: -0.45,
};
const GROUP_SHIFT: readonly number[] = [0.05, -0.15, 0.2, -0.05];
/** Answers of a group against its share of the municipality: some answer more, some are oversampled. */
const GROUP_RESPONSE: readonly number[] = [1.4, 0.7, 1.05, 0.9];
const CUT_POINTS = [1.5, 0.25, -0.55, -1.3];

/** Uniform numbers in [0, 1) from a seed (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Everybody who answered in the places; the same seed gives the same people. */
export function respondents(places: readonly Place[], seed: number): Respondent[] {
  const next = generator(seed);
  return places.flatMap((place) =>
    TARGET_GROUPS.flatMap((targetGroup, g) => {
      const all = place.population.reduce((sum, n) => sum + n, 0);
      const expected =
        ((place.population[g] ?? 0) / all) * place.invited * place.responseRate * (GROUP_RESPONSE[g] ?? 1);
      const content = place.content + (GROUP_SHIFT[g] ?? 0);
      return Array.from({ length: Math.round(expected) }, () => ({
        municipality: place.code,
        targetGroup,
        background: background(next),
        answers: answers(content + normal(next), next),
      }));
    }),
  );
}

const normal = (next: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

function pick(choices: readonly (readonly [string, number])[], next: () => number): string {
  let left = next();
  for (const [value, share] of choices) {
    left -= share;
    if (left < 0) return value;
  }
  return choices.at(-1)?.[0] ?? "";
}

const background = (next: () => number): Respondent["background"] => ({
  sex: pick(BANDS.sex, next),
  age_band: pick(BANDS.age_band, next),
  duration_band: pick(BANDS.duration_band, next),
  interview_band: pick(BANDS.interview_band, next),
  finished: pick(BANDS.finished, next),
});

function answers(content: number, next: () => number): Respondent["answers"] {
  const given: Partial<Record<ClosedItemId, number>> = {};
  for (const item of CLOSED_ITEM_IDS) {
    if (next() < 0.02) continue;
    const feeling = content + (ITEM_SHIFT[item] ?? 0) + 0.8 * normal(next);
    given[item] = next() < 0.05 ? CODE_DONT_KNOW : 1 + CUT_POINTS.filter((cut) => feeling < cut).length;
  }
  return given;
}
