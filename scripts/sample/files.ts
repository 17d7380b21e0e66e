/** The three tables that `sample` writes. Only `identities.csv` says who a respondent is. */
import { bandOf, interviewBandOf } from "#survey/bands.ts";
import { monthsBetween } from "#survey/dates.ts";
import { ALLOCATION_COLUMNS, IDENTITY_COLUMNS, SAMPLE_COLUMNS } from "#survey/files.ts";
import type { Round } from "#survey/round.ts";
import type { MunicipalityPlan } from "#survey/sample/plan.ts";
import { writeTable } from "../io/table.ts";
import type { SampledCitizen } from "./drawing.ts";

export const ALLOCATION_FILE = "sample/allocation.csv";
export const SAMPLE_FILE = "sample/sample.csv";
export const IDENTITIES_FILE = "sample/identities.csv";
export const REPORT_FILE = "sample/report.html";

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

/** Background in broad bands, counted to the reference date; an interview after it is in the band of the most recent. */
export function sampleText(citizens: readonly SampledCitizen[], round: Round): string {
  const { bands, referenceDate } = round;
  return writeTable(
    SAMPLE_COLUMNS,
    citizens.map(({ respondent, person, inclusionProbability, batch }) => ({
      respondent,
      municipality: person.municipality,
      target_group: person.targetGroup,
      sex: person.sex,
      age_band: bandOf(person.age, bands.age),
      duration_band: bandOf(person.weeks, bands.duration),
      interview_band: interviewBandOf(
        person.latestInterview === null ? null : monthsBetween(person.latestInterview, referenceDate),
        bands.interview,
      ),
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
