/** How many have answered in each municipality: a list with a published sum, protected as any table is. */
import type { Facts } from "../estimate/facts.ts";
import type { Results } from "../results.ts";
import { complementary, type Solve } from "./complementary.ts";
import { tableNetwork, type TableCell } from "./network.ts";

const COST = 1e4;

/** The municipalities whose number of answers is withheld. Where nothing can protect them, all are. */
export function withheldResponse(facts: Facts, earlier: readonly Results[], solve: Solve): Set<string> {
  const cells = facts.municipalities.map(({ code, answers }): TableCell | null => {
    if (answers === 0) return null;
    const threshold = facts.domains.find(({ id }) => id === code)?.threshold ?? 0;
    const isChanged = changes(code, answers, earlier).some((change) => change > 0 && change < threshold);
    const secret = { need: threshold, counted: isChanged ? 0 : answers };
    return {
      id: code,
      answers,
      cost: COST + answers,
      secret: answers < threshold || isChanged ? secret : null,
    };
  });
  const network = tableNetwork({ rows: [cells], rowTotals: [null], columnTotals: [], total: null });
  const found = complementary(network, solve);
  const secondary = new Set(found.ok ? found.secondary : network.cells.keys());
  return new Set(
    network.cells.filter(({ secret }, place) => secret !== null || secondary.has(place)).map(({ id }) => id),
  );
}

/** By how many each earlier publication differs. */
const changes = (code: string, answers: number, earlier: readonly Results[]): number[] =>
  earlier.flatMap(({ municipalities }) => {
    const before = municipalities.find((municipality) => municipality.code === code)?.answers ?? null;
    return before === null ? [] : [Math.abs(answers - before)];
  });
