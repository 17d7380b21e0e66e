/** Two publications of the same round, laid side by side. */
import type { Results } from "../results.ts";
import type { Leak } from "./leak.ts";
import { publishedResults, type Count, type PublishedResult } from "./published.ts";

/** A result on a few answers more or fewer than before tells those answers; one that was withheld must stay so. */
export const changeLeaks = (now: Results, before: Results, threshold: (domain: string) => number): Leak[] => {
  const old = new Map(publishedResults(before).map((result) => [result.id, result.cells]));
  const results = publishedResults(now).flatMap(({ id, cells }) =>
    [...cells].flatMap(([domain, cell]): Leak[] => {
      const then = old.get(id)?.get(domain);
      if (cell.status !== "published" || !then) return [];
      const leak = (how: string): Leak => ({ audit: "rules", result: id, domains: [domain], how });
      if (then.status === "withheld") return [leak("withheld in an earlier publication of this round")];
      if (then.status !== "published") return [];
      const change = Math.abs(cell.n - then.n);
      return change > 0 && change < threshold(domain)
        ? [leak(`${then.n} answers in an earlier publication, ${cell.n} now`)]
        : [];
    }),
  );
  return [...results, ...responseChanges(now, before, threshold)];
};

function responseChanges(now: Results, before: Results, threshold: (domain: string) => number): Leak[] {
  const old = new Map(before.municipalities.map(({ code, answers }) => [code, answers]));
  return now.municipalities.flatMap(({ code, answers }) => {
    const then = old.get(code) ?? null;
    if (answers === null || then === null) return [];
    const change = Math.abs(answers - then);
    if (change === 0 || change >= threshold(code)) return [];
    const how = `${then} answers in an earlier publication, ${answers} now`;
    return [{ audit: "rules", result: "answers", domains: [code], how }];
  });
}

/**
 * What an earlier publication tells of a withheld result: its number, where that of the municipality (or of all) has not
 * changed since.
 */
export function remembered(
  counts: ReadonlyMap<string, Count>,
  now: PublishedResult,
  before: PublishedResult | undefined,
): Map<string, Count> {
  return new Map(
    [...counts].map(([id, count]): [string, Count] => {
      const then = before?.cells.get(id);
      if (count.kind === "known" || then?.status !== "published") return [id, count];
      const whole = id.split(".")[0] ?? id;
      const [a, b] = [now.cells.get(whole), before?.cells.get(whole)];
      const unchanged = a?.status === "published" && b?.status === "published" && a.n === b.n;
      return [id, unchanged ? { kind: "known", n: then.n } : count];
    }),
  );
}
