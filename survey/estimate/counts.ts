/** How many have given which code to which measure in which domain, and the weights behind the codes. */
import { CODES, type AnswerTable } from "./answerTable.ts";
import { MEASURE_IDS, type MeasureId } from "../measures.ts";

/** Answers by code: 1 to 5, don't know. */
export interface CodeCounts {
  of: (domain: number, measure: number) => number[];
}

/** Counts every measure in every domain. */
export function codeCounts(table: AnswerTable, members: readonly Int32Array[]): CodeCounts {
  const measures = MEASURE_IDS.length;
  const counts = new Uint32Array(members.length * measures * CODES);
  MEASURE_IDS.forEach((id, measure) => {
    const { code } = table[id];
    members.forEach((people, domain) => {
      const first = (domain * measures + measure) * CODES - 1;
      for (const i of people) {
        const place = code[i] ?? 0;
        if (place > 0) counts[first + place] = (counts[first + place] ?? 0) + 1;
      }
    });
  });
  return {
    of: (domain, measure) => {
      const first = (domain * measures + measure) * CODES;
      return Array.from(counts.subarray(first, first + CODES));
    },
  };
}

/** Sums of the weights of the members of a domain by code: 1 to 5, don't know. */
export function codeWeights(
  table: AnswerTable,
  measure: MeasureId,
  people: Int32Array,
  weight: Float64Array,
): Float64Array {
  const sums = new Float64Array(CODES);
  const { code } = table[measure];
  for (const i of people) {
    const place = code[i] ?? 0;
    if (place > 0) sums[place - 1] = (sums[place - 1] ?? 0) + (weight[i] ?? 0);
  }
  return sums;
}
