/** `results.json` from sample and answers: weights, estimates and primary suppression of a whole round. */
import { CLOSED_ITEM_IDS, questionnaireOf } from "../questionnaire.ts";
import { domainId, type Domain, type Results } from "../results.ts";
import type { Round } from "../round.ts";
import { cellFor, type DomainContext, type EstimationTables } from "./cell.ts";
import { CODES, codeTable, columnsOf } from "./codeTable.ts";
import { collapsedCells, designOf, type RoundDesign } from "./design.ts";
import { breakdownValues, domainsOf, parentsOf, type DomainKey } from "./domains.ts";
import type { AllocationRow, EstimationInput } from "./input.ts";
import { emptyPoints } from "./ratioMean.ts";
import { respondentsOf, type Respondent } from "./respondents.ts";
import { municipalityResponse, nationalResponse, thresholdOf } from "./response.ts";
import { tallyOf, type DomainTally } from "./tallies.ts";

/** A municipality of the round that takes part, with its part of the allocation and its disclosure threshold. */
interface Participant {
  code: string;
  allocation: AllocationRow[];
  threshold: number;
}

/**
 * The results of a round: for every domain (all, municipality, target group, both, and each background value for all and per
 * municipality) and item the distribution, mean and share positive with 95 % intervals, weighted and unweighted, or why
 * there is nothing to see.
 *
 * Weights: post-stratification to municipality × target group ({@link designOf}). A municipality without allocation takes
 * no part; one without answers has no weight in the figures for all. Nobody is left out for skipping an item: "don't know"
 * and no answer are outside the base of that item only.
 *
 * Primary suppression only: a file made by this is not protected against subtraction over several domains, and says so
 * (`audit: "none"`).
 *
 * @throws RangeError when there is no answer at all, or when allocation, sample and answers do not fit each other.
 */
export function estimateRound({ round, allocation, sample, answers }: EstimationInput): Results {
  const respondents = respondentsOf(sample, answers);
  if (respondents.length === 0) throw new RangeError("there are no answers to estimate from");
  const participants = participantsOf(round, allocation);
  const rows = participants.flatMap((participant) => participant.allocation);
  const design = designOf(respondents, rows);
  const strataOf = (code: string) => design.strata.filter(({ municipality }) => municipality === code);
  return {
    schemaVersion: 1,
    round: { id: round.id, title: round.title, period: round.period.label, closes: round.field.closes },
    questionnaireVersion: round.questionnaireVersions.at(-1) ?? "",
    audit: "none",
    threshold: round.disclosure.threshold,
    municipalities: participants.map((participant) =>
      municipalityResponse(participant.code, participant.allocation, strataOf(participant.code), {
        threshold: participant.threshold,
        uncertainBelow: round.disclosure.uncertainBelow,
      }),
    ),
    national: nationalResponse(rows, design.strata),
    collapsed: collapsedCells(design.strata),
    domains: domainResults(round, participants, respondents, design),
  };
}

const participantsOf = (round: Round, allocation: readonly AllocationRow[]): Participant[] =>
  round.municipalities.flatMap(({ code }) => {
    const rows = allocation.filter(({ municipality }) => municipality === code);
    return rows.length === 0 ? [] : [{ code, allocation: rows, threshold: thresholdOf(rows, round) }];
  });

function domainResults(
  round: Round,
  participants: readonly Participant[],
  respondents: readonly Respondent[],
  design: RoundDesign,
): Domain[] {
  const values = breakdownValues(round);
  const columns = columnsOf(values);
  const table = codeTable(respondents, columns, {
    stratumCount: design.strata.length,
    strata: design.stratum,
    weights: design.weight,
  });
  const places = design.strata.map(({ municipality }) => municipality);
  const keys = domainsOf(
    participants.map(({ code }) => code),
    values,
  );
  const contexts = contextsOf(
    keys.map((key) => tallyOf(key, table, places)),
    participants,
    round,
  );
  const points = emptyPoints(design.strata.length * columns.length * CODES);
  const tables: EstimationTables = { table, design: design.sizes, points };
  const asked = askedItems(round);
  return contexts.map((context) => ({
    id: domainId(context.tally.key),
    ...context.tally.key,
    items: itemResults(context, tables, asked),
  }));
}

/** Adds to each domain the larger ones it lies in and the rules of its municipality. */
function contextsOf(
  tallies: readonly DomainTally[],
  participants: readonly Participant[],
  round: Round,
): DomainContext[] {
  const byId = new Map(tallies.map((tally) => [domainId(tally.key), tally]));
  const thresholds = new Map(participants.map(({ code, threshold }) => [code, threshold]));
  const thresholdFor = ({ municipality }: DomainKey): number =>
    thresholds.get(municipality ?? "") ?? round.disclosure.threshold;
  return tallies.map((tally) => ({
    tally,
    threshold: thresholdFor(tally.key),
    parents: parentsOf(tally.key).flatMap((key) => {
      const parent = byId.get(domainId(key));
      return parent ? [{ tally: parent, threshold: thresholdFor(key) }] : [];
    }),
    fewInMunicipality:
      tally.key.municipality !== null &&
      (byId.get(tally.key.municipality)?.people ?? 0) < round.disclosure.uncertainBelow,
  }));
}

/** The closed items that some questionnaire version of the round asks. */
const askedItems = (round: Round): ReadonlySet<string> =>
  new Set(
    round.questionnaireVersions.flatMap((version) =>
      (questionnaireOf(version)?.parts ?? []).flatMap((part) => part.items.map(({ id }) => id)),
    ),
  );

function itemResults(
  context: DomainContext,
  tables: EstimationTables,
  asked: ReadonlySet<string>,
): Domain["items"] {
  const items: Domain["items"] = {};
  CLOSED_ITEM_IDS.forEach((id, item) => {
    items[id] = asked.has(id) ? cellFor(context, item, tables) : { status: "notAsked" };
  });
  return items;
}
