/** The three tables that `sample` writes. Only `identities.csv` says who a respondent is. */
import { bandOf, interviewBandOf } from "#survey/bands.ts";
import { monthsBetween, type IsoDate } from "#survey/dates.ts";
import { ALLOCATION_COLUMNS, IDENTITY_COLUMNS, SAMPLE_COLUMNS } from "#survey/files.ts";
import type { Round } from "#survey/round.ts";
import type { MunicipalityPlan } from "#survey/sample/plan.ts";
import { writeTable } from "../io/table.ts";
import type { SampledCitizen } from "./drawing.ts";

export const ALLOCATION_FILE = "sample/allocation.csv";
export const SAMPLE_FILE = "sample/sample.csv";
export const IDENTITIES_FILE = "sample/identities.csv";
export const REPORT_FILE = "sample/report.html";

/** The texts of the three tables. */
export interface SampleTexts {
  allocation: string;
  sample: string;
  identities: string;
}

/** Four decimals: an expected number of answers is no more exact than its rate. */
const expected = (answers: number): number => Math.round(answers * 10_000) / 10_000;

export const allocationText = (plans: readonly MunicipalityPlan[]): string =>
  writeTable(
    ALLOCATION_COLUMNS,
    plans.flatMap((plan) =>
      plan.groups.map((group) => ({
        municipality: plan.code,
        target_group: group.targetGroup,
        population: group.population,
        sample: group.sample,
        inclusion_probability: group.inclusionProbability,
        expected_answers: expected(group.expectedAnswers),
        census: plan.census ? 1 : 0,
      })),
    ),
  );

/** The same function, that works each value out once: a sample repeats the same few hundred. */
function remembered<K, V>(work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = work(key);
    known.set(key, made);
    return made;
  };
}

/** Background in broad bands, counted to the reference date; an interview after it is in the band of the most recent. */
export function sampleText(citizens: readonly SampledCitizen[], { bands, referenceDate }: Round): string {
  const ageBand = remembered((years: number) => bandOf(years, bands.age));
  const durationBand = remembered((weeks: number) => bandOf(weeks, bands.duration));
  const interviewBand = remembered((day: IsoDate | null) =>
    interviewBandOf(day === null ? null : monthsBetween(day, referenceDate), bands.interview),
  );
  return writeTable(
    SAMPLE_COLUMNS,
    citizens.map(({ respondent, person, inclusionProbability, batch }) => ({
      respondent,
      municipality: person.municipality,
      target_group: person.targetGroup,
      sex: person.sex,
      age_band: ageBand(person.age),
      duration_band: durationBand(person.weeks),
      interview_band: interviewBand(person.latestInterview),
      finished: person.finished,
      inclusion_probability: inclusionProbability,
      batch,
    })),
  );
}

export const identitiesText = (citizens: readonly SampledCitizen[]): string =>
  writeTable(
    IDENTITY_COLUMNS,
    citizens.map(({ respondent, person }) => ({
      respondent,
      municipality: person.municipality,
      cpr: person.cpr,
      phone: person.phone,
      name: person.name,
    })),
  );
