/** The people of a demo municipality in one quarter: benefits, durations and ages as in a Danish municipality. */
import type { Sex } from "#survey/cpr.ts";
import { addDays, type IsoDate } from "#survey/dates.ts";
import type { Round } from "#survey/round.ts";
import { asReplacement, syntheticCpr, syntheticNewYear, type CprSource } from "./syntheticCpr.ts";
import { syntheticName } from "./names.ts";
import { syntheticPhone } from "./phones.ts";

export interface DemoPerson {
  cpr: string;
  /** Id in `survey/data/benefits.json`. */
  benefit: string;
  transition: IsoDate;
  interview: IsoDate | null;
  finished: boolean;
  passive: boolean;
  /** As somebody typed it; may be empty, foreign or made up. */
  phone: string;
  firstName: string;
  lastName: string;
}

interface BenefitProfile {
  benefit: string;
  /** People in a quarter for 1,000 inhabitants. */
  rate: number;
  /** Mean weeks on the benefit (exponential), and the longest. */
  meanWeeks: number;
  maxWeeks: number;
  age: readonly [number, number];
  /** Share that has left before the reference date. */
  leaves: number;
  passive: number;
}

const profile = (
  benefit: string,
  rate: number,
  [meanWeeks, maxWeeks]: readonly [number, number],
  age: readonly [number, number],
  [leaves, passive]: readonly [number, number],
): BenefitProfile => ({ benefit, rate, meanWeeks, maxWeeks, age, leaves, passive });

/** Rates of PRODUCT §5, raised from the stock of a day to everybody of a quarter. */
const PROFILES: readonly BenefitProfile[] = [
  profile("sygedagpenge", 22, [17, 78], [19, 66], [0.34, 0.004]),
  profile("jobafklaringsforloeb", 2.8, [55, 200], [22, 66], [0.08, 0.01]),
  profile("dagpenge", 16, [31, 104], [20, 65], [0.3, 0.004]),
  profile("kontanthjaelp-jobparat", 1.7, [40, 400], [20, 64], [0.2, 0.02]),
  profile("kontanthjaelp-uddannelsesparat", 0.9, [30, 200], [17, 29], [0.25, 0.02]),
  profile("kontanthjaelp-aabenlyst-uddannelsesparat", 0.2, [12, 60], [17, 29], [0.4, 0.02]),
  profile("kontanthjaelp-aktivitetsparat", 7.8, [170, 900], [18, 66], [0.06, 0.05]),
  profile("ressourceforloeb", 1.4, [110, 260], [19, 60], [0.05, 0.01]),
  profile("ledighedsydelse", 0.9, [60, 500], [25, 66], [0.15, 0.01]),
  profile("fleksjob", 2.6, [250, 900], [25, 66], [0.02, 0]),
  profile("foertidspension", 1.1, [400, 1400], [25, 66], [0, 0.3]),
  profile("selvforsoergende", 0.6, [40, 200], [18, 64], [0.2, 0.05]),
  profile("revalidering", 0.2, [70, 200], [22, 55], [0.1, 0]),
  profile("barselsdagpenge", 0.3, [18, 46], [20, 44], [0.3, 0]),
];

/** Nobody starts on these after this day. */
const LAST_START: Partial<Record<string, IsoDate>> = {
  ressourceforloeb: "2026-01-31",
  revalidering: "2026-01-31",
};

const NEW_YEAR_BIRTHS = 0.012;
const REPLACEMENTS = 0.004;
const NO_INTERVIEW = 0.08;
/** Nobody gets a benefit of their own before 16 and a half. */
const GROWN_UP_DAYS = 6027;

/** Everybody of a municipality with that many inhabitants, benefit by benefit. */
export function demoPeople(source: CprSource, inhabitants: number, round: Round): DemoPerson[] {
  return PROFILES.flatMap((each) => {
    const count = Math.round(each.rate * (inhabitants / 1000) * (0.94 + 0.12 * source.random.next()));
    return Array.from({ length: count }, () => demoPerson(source, each, round));
  });
}

function demoPerson(source: CprSource, of: BenefitProfile, round: Round): DemoPerson {
  const { random } = source;
  const sex: Sex = random.chance(0.52) ? "f" : "m";
  const born = birthDate(source, of, round.referenceDate);
  const cpr = syntheticCpr(source, born, sex);
  const transition = transitionDate(source, of, round, addDays(born, GROWN_UP_DAYS));
  const earliest = transition > round.period.from ? transition : addDays(round.period.from, -120);
  const sinceInterview = random.int(4, 130);
  const interview = addDays(round.referenceDate, -sinceInterview);
  return {
    cpr: random.chance(REPLACEMENTS) ? asReplacement(cpr) : cpr,
    benefit: of.benefit,
    transition,
    interview: random.chance(NO_INTERVIEW) || interview < earliest ? null : interview,
    finished: random.chance(of.leaves),
    passive: random.chance(of.passive),
    phone: syntheticPhone(random),
    ...syntheticName(random, sex),
  };
}

function birthDate(
  { random }: CprSource,
  { age: [low, high] }: BenefitProfile,
  referenceDate: IsoDate,
): IsoDate {
  if (low > 17 && random.chance(NEW_YEAR_BIRTHS)) return syntheticNewYear(random);
  const span = (high - low + 1) * 365.25;
  // Two throws: the middle ages are the most frequent.
  const share = low < 18 ? random.next() ** 0.8 : (random.next() + random.next()) / 2;
  return addDays(referenceDate, -Math.floor(low * 365.25 + share * span));
}

/** Started before the period ended; within it for those who came in the quarter. */
function transitionDate(
  { random }: CprSource,
  of: BenefitProfile,
  { period }: Round,
  earliest: IsoDate,
): IsoDate {
  const weeks = Math.min(-of.meanWeeks * Math.log(1 - random.next()), of.maxWeeks);
  const drawn = addDays(period.to, -Math.floor(weeks * 7));
  const date = drawn < earliest && earliest < period.to ? earliest : drawn;
  const last = LAST_START[of.benefit];
  return last !== undefined && date > last ? addDays(last, -random.int(0, 150)) : date;
}
