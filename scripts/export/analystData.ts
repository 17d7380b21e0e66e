/** The data set that leaves the round: k-anonymous, without respondent numbers, in an order that says nothing. */
import { createHash } from "node:crypto";
import { anonymise, type Anonymised, type Quasi } from "#survey/anonymity/anonymise.ts";
import type { Key } from "#survey/anonymity/classes.ts";
import { thresholdOf } from "#survey/estimate/response.ts";
import type { Round } from "#survey/round.ts";
import type { RoundTables } from "../estimate/inputs.ts";
import { dataRows, type DataRow, type PersonRow } from "./dataRows.ts";

export interface AnalystData {
  rows: DataRow[];
  anonymity: Anonymised;
  /** The quasi-identifiers beside municipality and stratum, the most important first. */
  variables: string[];
  /** The k of each municipality. */
  k: ReadonlyMap<string, number>;
  /** People of strata that are too small even with everything hidden: not in the data set. */
  leftOut: { municipality: string; people: number; answers: number }[];
  /** The class of each row, for the note on diversity. */
  classes: string[];
}

/** What a neighbour or a colleague may know of somebody, the most important for analysis first. */
const quasiIdentifiers = ({ bands }: Round): Quasi[] => [
  { name: "target_group" },
  { name: "sex" },
  { name: "age_band", cuts: bands.age },
  { name: "duration_band", cuts: bands.duration },
  { name: "interview_band", cuts: bands.interview },
  { name: "finished" },
];

const groupOf = ({ municipality, stratum }: PersonRow): string => `${municipality} ${stratum ?? ""}`;
const textOf = (value: DataRow[string] | undefined): string => String(value ?? "");

/** A stratum of one target group has its name: hiding it on the people would hide nothing. */
const isNamed = ({ stratum }: PersonRow): boolean => stratum !== null && !stratum.includes("+");

/** The person's row with what was hidden left empty; how likely somebody was drawn tells the target group. */
function released(person: PersonRow, key: Key, variables: readonly Quasi[]): DataRow {
  const { row } = person;
  const values: Record<string, string | number | null> = Object.fromEntries(
    variables.map(({ name }, i) => [name, key[i] ?? null]),
  );
  if (isNamed(person)) values["target_group"] = row["target_group"] ?? null;
  const hidden = values["target_group"] === null ? { inclusion_probability: null } : {};
  return { ...row, ...values, ...hidden };
}

function leftOutOf(people: readonly PersonRow[]): AnalystData["leftOut"] {
  const codes = [...new Set(people.map(({ municipality }) => municipality))].toSorted();
  return codes.map((municipality) => {
    const own = people.filter((person) => person.municipality === municipality);
    return { municipality, people: own.length, answers: own.filter(({ row }) => row["answer"] === 1).length };
  });
}

export function analystData(tables: RoundTables): AnalystData {
  const { round, allocation } = tables;
  const order = ({ respondent }: PersonRow): string =>
    createHash("sha256").update(`${round.id} ${respondent}`).digest("hex");
  const people = dataRows(tables)
    .map((person) => ({ person, place: `${groupOf(person)} ${order(person)}` }))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ person }) => person);
  const k = new Map(
    round.municipalities.map(({ code }) => [
      code,
      thresholdOf(
        allocation.filter((row) => row.municipality === code),
        round,
      ),
    ]),
  );
  const variables = quasiIdentifiers(round);
  const anonymity = anonymise(
    people.map((person) => ({
      group: groupOf(person),
      key: variables.map(({ name }) => textOf(person.row[name])),
    })),
    variables,
    {
      kOf: (group) => k.get(group.slice(0, 4)) ?? round.disclosure.censusThreshold,
      least: round.disclosure.threshold,
    },
  );
  const kept = people.flatMap((person, i) => {
    const key = anonymity.keys[i];
    return key ? [{ person, key }] : [];
  });
  return {
    rows: kept.map(({ person, key }, i) => ({ ...released(person, key, variables), case: i + 1 })),
    anonymity,
    variables: variables.map(({ name }) => name),
    k,
    leftOut: leftOutOf(people.filter((_, i) => anonymity.keys[i] === null)),
    classes: kept.map(({ person, key }) => JSON.stringify([groupOf(person), ...key])),
  };
}
