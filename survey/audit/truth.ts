/**
 * What is true, counted from the answers anew: used to say what an attack has found, and to give the attacker of the
 * interval audit more than anybody has, the exact weight and number of answers of every withheld group.
 */

/** A person who has answered, as the auditor reads sample and answers. */
export interface Witness {
  /** Every domain that the person is in. */
  domains: readonly string[];
  /** Population of the person's target group in the municipality over its answers. */
  weight: number;
  /** Of each item and index the score on 0 to 100. */
  scores: ReadonlyMap<string, number>;
}

/** The truth about one result in one domain. */
export interface Truth {
  n: number;
  score: number;
  weight: number;
  weightedScore: number;
  /** Answers by the nearest of the five codes, and their weights. */
  codes: number[];
  weightedCodes: number[];
}

/** The place (0 best, 4 worst) of the code that a score is nearest to; halves go to the middle. */
function codePlaceOf(score: number): number {
  const above = Math.ceil(Math.max(0, score - 50) / 25 - 0.5);
  const below = Math.ceil(Math.max(0, 50 - score) / 25 - 0.5);
  return 2 - Math.max(0, above) + Math.max(0, below);
}

/** Of each result, of each domain with people in it. */
export type Truths = ReadonlyMap<string, ReadonlyMap<string, Truth>>;

export function truthsOf(witnesses: readonly Witness[]): Truths {
  const truths = new Map<string, Map<string, Truth>>();
  for (const { domains, weight, scores } of witnesses) {
    for (const [result, score] of scores) {
      const ofResult = truths.get(result) ?? new Map<string, Truth>();
      truths.set(result, ofResult);
      const code = codePlaceOf(score);
      for (const id of domains) {
        const truth = ofResult.get(id) ?? {
          n: 0,
          score: 0,
          weight: 0,
          weightedScore: 0,
          codes: [0, 0, 0, 0, 0],
          weightedCodes: [0, 0, 0, 0, 0],
        };
        ofResult.set(id, truth);
        truth.n++;
        truth.score += score;
        truth.weight += weight;
        truth.weightedScore += weight * score;
        truth.codes[code] = (truth.codes[code] ?? 0) + 1;
        truth.weightedCodes[code] = (truth.weightedCodes[code] ?? 0) + weight;
      }
    }
  }
  return truths;
}
