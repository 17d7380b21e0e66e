/**
 * Simulates field periods and asks of the forecast what it promises: of the municipalities that are forecast at a chance of
 * 90 % or more, do at least 90 % reach their 200 answers? Once in a world that is as the forecast thinks, then in worlds
 * where response, spread or the response curve are others. `npm run bench:forecast [-- --periods 2000]`.
 */
import { parseArgs } from "node:util";
import { completenessAt, type ContactPlan } from "#survey/forecast/completeness.ts";
import { countQuantile, probabilityOfAtLeast } from "#survey/forecast/countDistribution.ts";
import { forecastOverCurves, priorOf } from "#survey/forecast/fieldForecast.ts";
import { CURVE_WAYS, PRIOR_WEIGHT } from "#survey/forecast/uncertainty.ts";
import { createRandom, type Random } from "../demo/random.ts";

const TARGET = 200;
const EXPECTED = 0.215;
const SIZES = [800, 900, 1000, 1100, 1250, 1500];
/** Days into the field period of four weeks at which the forecast is asked. */
const DAYS = [3, 8, 15, 22];
const PLAN: ContactPlan = {
  contacts: [
    { contact: 0, day: 0 },
    { contact: 1, day: 7 },
    { contact: 2, day: 14 },
  ],
  end: 28,
};

interface World {
  name: string;
  /** Mean response over all municipalities. */
  rate: number;
  /** Standard deviation of the response between municipalities. */
  spread: number;
  /** The true completeness is the assumed one to this power: above 1 answers come later than thought. */
  exponent: number;
  /** The exponent of a single municipality varies around it by this standard deviation of its logarithm. */
  ownCurves: number;
}

const WORLDS: readonly World[] = [
  { name: "as assumed", rate: 0.215, spread: 0.045, exponent: 1, ownCurves: 0.1 },
  { name: "no spread between municipalities", rate: 0.215, spread: 0.005, exponent: 1, ownCurves: 0 },
  { name: "response lower than planned (18 %)", rate: 0.18, spread: 0.045, exponent: 1, ownCurves: 0.1 },
  { name: "response higher than planned (26 %)", rate: 0.26, spread: 0.045, exponent: 1, ownCurves: 0.1 },
  { name: "answers come later than thought", rate: 0.215, spread: 0.045, exponent: 1.25, ownCurves: 0.1 },
  { name: "answers come earlier than thought", rate: 0.215, spread: 0.045, exponent: 0.8, ownCurves: 0.1 },
];

const binomial = (random: Random, n: number, p: number): number => {
  let count = 0;
  for (let i = 0; i < n; i++) count += random.chance(p) ? 1 : 0;
  return count;
};

interface Case {
  day: number;
  chance: number;
  reached: boolean;
  /** The final number lies between the 5 and 95 % quantiles. */
  inside: boolean;
}

/** One municipality's field period, forecast on each of the days. */
function fieldPeriod(world: World, random: Random): Case[] {
  const invited = random.pick(SIZES);
  const rate = Math.min(0.9, Math.max(0.02, world.rate + world.spread * random.normal()));
  const exponent = world.exponent * Math.exp(world.ownCurves * random.normal());
  const truth = [...DAYS.map((day) => completenessAt(PLAN, day + 0.5) ** exponent), 1];
  let [answered, before] = [0, 0];
  const counts = truth.map((completeness) => {
    const chance = (rate * (completeness - before)) / (1 - rate * before);
    answered += binomial(random, invited - answered, chance);
    before = completeness;
    return answered;
  });
  const final = counts.at(-1) ?? 0;
  return DAYS.map((day, i) => {
    const seen = counts[i] ?? 0;
    const ways = CURVE_WAYS.map((way) => {
      const completeness = completenessAt(PLAN, day + 0.5) ** way.exponent;
      return { weight: way.weight, parts: [{ invited, answered: seen, completeness }] };
    });
    const forecast = forecastOverCurves(ways, priorOf(EXPECTED, PRIOR_WEIGHT)).final;
    const [low, high] = [countQuantile(forecast, 0.05), countQuantile(forecast, 0.95)];
    const chance = probabilityOfAtLeast(forecast, TARGET);
    return { day, chance, reached: final >= TARGET, inside: final >= low && final <= high };
  });
}

const share = (cases: readonly Case[], fits: (c: Case) => boolean): string =>
  cases.length === 0
    ? "–".padStart(6)
    : `${((100 * cases.filter(fits).length) / cases.length).toFixed(1)} %`.padStart(6);

const BANDS = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1] as const;

function tableOf(cases: readonly Case[]): string[] {
  const rows = BANDS.slice(0, -1).map((from, i) => {
    const to = BANDS[i + 1] ?? 1;
    const own = cases.filter(({ chance }) => chance >= from && (chance < to || to === 1));
    const label = `${from.toFixed(1)}–${to.toFixed(1)}`;
    const mean = own.reduce((sum, { chance }) => sum + chance, 0) / own.length;
    const forecast = own.length === 0 ? "–".padStart(7) : `${(100 * mean).toFixed(1)} %`.padStart(7);
    return `  P in ${label}  ${String(own.length).padStart(6)} forecasts   forecast ${forecast}   reached ${share(own, (c) => c.reached)}`;
  });
  const days = DAYS.map((day) => {
    const sure = cases.filter((c) => c.day === day && c.chance >= 0.9);
    return `day ${day}: ${share(sure, (c) => c.reached).trim()} of ${sure.length}`;
  });
  return [
    ...rows,
    `  final number between the 5 and 95 % quantiles: ${share(cases, (c) => c.inside).trim()}`,
    `  reached where P ≥ 0.9, by day of the forecast: ${days.join("; ")}`,
  ];
}

const { values } = parseArgs({ options: { periods: { type: "string", default: "2000" } } });
const periods = Number(values.periods);
const started = performance.now();
let worst = 1;
for (const world of WORLDS) {
  const random = createRandom(`forecast ${world.name}`);
  const cases = Array.from({ length: periods }, () => fieldPeriod(world, random)).flat();
  const sure = cases.filter(({ chance }) => chance >= 0.9);
  const hit = sure.filter(({ reached }) => reached).length / sure.length;
  if (world.name === "as assumed") worst = hit;
  console.log(
    `\n${world.name}: response ${world.rate} ± ${world.spread}, completeness to the power ${world.exponent}; ${periods} field periods`,
  );
  for (const line of tableOf(cases)) console.log(line);
  console.log(
    `  → of ${sure.length} forecasts at P ≥ 0.9, ${(100 * hit).toFixed(1)} % reached ${TARGET} ${hit >= 0.9 ? "(goal: 90 %)" : "(BELOW the goal of 90 %)"}`,
  );
}
console.log(`\n${((performance.now() - started) / 1000).toFixed(0)} s`);
if (worst < 0.9) process.exitCode = 1;
