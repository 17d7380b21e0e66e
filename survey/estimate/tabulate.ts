/** From the rows of a round to what estimates and disclosure control are made from: weights, columns, domains, counts. */
import type { IsoDate } from "../dates.ts";
import { MEASURE_IDS } from "../measures.ts";
import { questionnaireOf, type Questionnaire } from "../questionnaire.ts";
import { domainId } from "../results.ts";
import type { Round } from "../round.ts";
import { answerTable, type AnswerTable } from "./answerTable.ts";
import { codeCounts, type CodeCounts } from "./counts.ts";
import { designOf, varianceDesign, type RoundDesign } from "./design.ts";
import { breakdownValues, domainsOf, parentsOf, type DomainKey } from "./domains.ts";
import type { DomainFacts, Facts } from "./facts.ts";
import type { AllocationRow, EstimationInput } from "./input.ts";
import { membersOf } from "./members.ts";
import { respondentsOf, type Respondent } from "./respondents.ts";
import { isCensus, thresholdOf } from "./response.ts";
import type { SampleDesign } from "./sampleDesign.ts";

/** A municipality of the round that takes part, with its part of the allocation and its disclosure threshold. */
export interface Participant {
  code: string;
  allocation: readonly AllocationRow[];
  threshold: number;
}

export interface Tabulation {
  round: Round;
  participants: readonly Participant[];
  /** By stratum; all columns and weights stand in this order. */
  respondents: readonly Respondent[];
  weights: RoundDesign;
  design: SampleDesign;
  table: AnswerTable;
  /** Members of each domain of `facts`, by place. */
  members: readonly Int32Array[];
  facts: Facts;
  counts: CodeCounts;
  /** The day of each answer that was sent and counts, where the days are known. */
  sentOn: readonly IsoDate[];
}

/**
 * Weighs and counts a round.
 * @throws RangeError when there is no answer at all, or when allocation, sample and answers do not fit each other;
 *   MarginError when the margins of the weighting cannot be met.
 */
export function tabulate(input: EstimationInput): Tabulation {
  const { round, allocation, sample, answers } = input;
  const unordered = respondentsOf(sample, answers);
  if (unordered.length === 0) throw new RangeError("there are no answers to estimate from");
  const participants = participantsOf(round, allocation);
  const rows = participants.flatMap((participant) => participant.allocation);
  const { respondents, weights } = byStratum(unordered, rows, input);
  const table = answerTable(respondents, versionsOf(round));
  const domains = domainFacts(round, participants);
  const members = membersOf(
    domains.map(({ key }) => key),
    respondents.map(({ person }) => person),
  );
  const counts = codeCounts(table, members);
  const withPeople = domains.map((domain, d) => ({ ...domain, people: members[d]?.length ?? 0 }));
  return {
    round,
    participants,
    respondents,
    weights,
    design: varianceDesign(weights),
    table,
    members,
    counts,
    sentOn: respondents.flatMap(({ person }) => input.sentOn?.get(person.respondent) ?? []),
    facts: {
      domains: withPeople,
      measures: MEASURE_IDS.map((id) => ({ id, asked: table[id].asked, parts: table[id].parts })),
      municipalities: participants.map((participant) => municipalityFacts(participant, withPeople)),
      counts: counts.of,
    },
  };
}

/** The weights in the order of the answers, and both again by stratum, as the variances need them. */
function byStratum(
  respondents: readonly Respondent[],
  rows: readonly AllocationRow[],
  { round, margins }: EstimationInput,
): { respondents: Respondent[]; weights: RoundDesign } {
  const { stratum } = designOf(respondents, rows);
  const order = respondents.map((_, i) => i).toSorted((a, b) => (stratum[a] ?? 0) - (stratum[b] ?? 0));
  const ordered = order.flatMap((i) => respondents[i] ?? []);
  return { respondents: ordered, weights: designOf(ordered, rows, round.weighting, margins) };
}

/** The questionnaires of the round, the last one last. */
export const versionsOf = (round: Pick<Round, "questionnaireVersions">): Questionnaire[] =>
  round.questionnaireVersions.flatMap((version) => questionnaireOf(version) ?? []);

const participantsOf = (round: Round, allocation: readonly AllocationRow[]): Participant[] =>
  round.municipalities.flatMap(({ code }) => {
    const rows = allocation.filter(({ municipality }) => municipality === code);
    return rows.length === 0 ? [] : [{ code, allocation: rows, threshold: thresholdOf(rows, round) }];
  });

function domainFacts(round: Round, participants: readonly Participant[]): Omit<DomainFacts, "people">[] {
  const keys = domainsOf(
    participants.map(({ code }) => code),
    breakdownValues(round),
  );
  const places = new Map(keys.map((key, place) => [domainId(key), place]));
  const thresholds = new Map(participants.map(({ code, threshold }) => [code, threshold]));
  const thresholdFor = ({ municipality }: DomainKey): number =>
    thresholds.get(municipality ?? "") ?? round.disclosure.threshold;
  return keys.map((key) => ({
    id: domainId(key),
    key,
    threshold: thresholdFor(key),
    parents: parentsOf(key).flatMap((parent) => places.get(domainId(parent)) ?? []),
  }));
}

const municipalityFacts = ({ code, allocation }: Participant, domains: readonly DomainFacts[]) => ({
  code,
  census: isCensus(allocation),
  population: allocation.reduce((sum, row) => sum + row.population, 0),
  invited: allocation.reduce((sum, row) => sum + row.sample, 0),
  answers: domains.find(({ id }) => id === code)?.people ?? 0,
});
