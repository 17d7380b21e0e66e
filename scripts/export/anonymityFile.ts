/** `export/anonymity.json`: what was checked, what was made broader or hidden and why, and what is left. Counts only. */
import { uniformClasses } from "#survey/anonymity/anonymise.ts";
import type { Exposure } from "#survey/anonymity/classes.ts";
import { BREAKDOWNS } from "#survey/results.ts";
import type { Round } from "#survey/round.ts";
import { CLOSED_ITEM_IDS } from "#survey/questionnaire.ts";
import type { AnalystData } from "./analystData.ts";

export interface AnonymityReport {
  /** The k of a municipality, and of one where everybody was invited. */
  k: number;
  censusK: number;
  /** Always told apart: the design needs them. */
  keptApart: readonly string[];
  /** In the order in which they are kept: the last is hidden first. */
  quasiIdentifiers: {
    name: string;
    /** The cut points of the round and those that stand in the data set. */
    bands: { asked: readonly number[]; released: readonly number[] } | null;
    hidden: number;
    share: number;
  }[];
  before: Exposure;
  after: Exposure;
  loss: number;
  leftOut: AnalystData["leftOut"];
  /** Classes in which everybody answered the item alike: who is known to be in one is known to have answered so. */
  uniform: { item: string; classes: number; people: number }[];
  municipalities: { code: string; k: number; people: number; smallest: number; hidden: number }[];
}

const share = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 1000) / 1000;

function municipalityLines({ rows, classes, variables, k }: AnalystData): AnonymityReport["municipalities"] {
  const sizes = new Map<string, number>();
  for (const name of classes) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  const codes = [...new Set(rows.map((row) => String(row["municipality"])))].toSorted();
  return codes.map((code) => {
    const own = rows.flatMap((row, i) =>
      row["municipality"] === code ? [{ row, class: classes[i] ?? "" }] : [],
    );
    const hidden = own.reduce(
      (sum, { row }) => sum + variables.filter((name) => row[name] === null).length,
      0,
    );
    return {
      code,
      k: k.get(code) ?? 0,
      people: own.length,
      smallest: Math.min(...own.map((person) => sizes.get(person.class) ?? 0)),
      hidden: share(hidden, own.length * variables.length),
    };
  });
}

export function anonymityReport(round: Round, data: AnalystData): AnonymityReport {
  const { anonymity, variables, rows, classes } = data;
  const { before, after, coarsening } = anonymity;
  const hidden = new Map(variables.map((name) => [name, rows.filter((row) => row[name] === null).length]));
  const lostOf = (name: string): number => {
    const gone = hidden.get(name) ?? 0;
    return gone + (rows.length - gone) * (coarsening.get(name)?.loss ?? 0);
  };
  const loss =
    variables.reduce((sum, name) => sum + lostOf(name), 0) / Math.max(1, rows.length * variables.length);
  const asked = {
    age_band: round.bands.age,
    duration_band: round.bands.duration,
    interview_band: round.bands.interview,
  };
  const bandsOf = (name: string): AnonymityReport["quasiIdentifiers"][number]["bands"] => {
    const breakdown = BREAKDOWNS.find((b) => b === name);
    if (breakdown === undefined || breakdown === "sex" || breakdown === "finished") return null;
    return { asked: asked[breakdown], released: coarsening.get(name)?.cuts ?? asked[breakdown] };
  };
  return {
    k: round.disclosure.threshold,
    censusK: round.disclosure.censusThreshold,
    keptApart: ["municipality", "stratum"],
    quasiIdentifiers: variables.map((name) => ({
      name,
      bands: bandsOf(name),
      hidden: hidden.get(name) ?? 0,
      share: share(hidden.get(name) ?? 0, after.people),
    })),
    before,
    after,
    loss: Math.round(loss * 1000) / 1000,
    leftOut: data.leftOut,
    uniform: CLOSED_ITEM_IDS.map((item) => ({
      item,
      ...uniformClasses(rows.map((row, i) => ({ class: classes[i] ?? "", value: String(row[item] ?? "") }))),
    })),
    municipalities: municipalityLines(data),
  };
}

export const anonymityJson = (report: AnonymityReport): string => `${JSON.stringify(report, null, 2)}\n`;
