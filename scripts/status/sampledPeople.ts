/** Reads `sample/sample.csv`: who was drawn, where, from which target group. */
import { municipalityOf } from "#survey/municipalities.ts";
import { SAMPLE_COLUMNS } from "#survey/files.ts";
import { TARGET_GROUPS, type TargetGroup } from "#survey/targetGroups.ts";
import { CliError } from "../errors.ts";
import { readTable, type TableRow } from "../io/table.ts";
import type { Run } from "../run.ts";

export const SAMPLE_FILE = "sample/sample.csv";

export interface SampledPerson {
  /** `0751-00001`. */
  respondent: string;
  municipality: string;
  targetGroup: TargetGroup;
  /** 0 is in the first sample of the municipality, 1 in its first supplement. */
  batch: number;
  /** The whole row: bands and inclusion probability as they stand in the file. */
  row: TableRow<(typeof SAMPLE_COLUMNS)[number]>;
}

/** Everybody in the sample, in the order of the respondent numbers. @throws CliError naming the row that does not fit. */
export async function readSampledPeople(run: Run): Promise<SampledPerson[]> {
  const text = await run.readText(SAMPLE_FILE, "Draw the sample first: `npx borgersvar sample <round>`.");
  const rows = readTable(text, SAMPLE_COLUMNS, run.path(SAMPLE_FILE));
  run.readRows(SAMPLE_FILE, rows.length);
  const seen = new Set<string>();
  const people = rows.map((row, i) => personOf(row, seen, `${run.path(SAMPLE_FILE)}, row ${i + 2}`));
  if (people.length > 0) return people.toSorted((a, b) => (a.respondent < b.respondent ? -1 : 1));
  throw fault("the sample is empty", run.path(SAMPLE_FILE));
}

const fault = (what: string, where: string): CliError =>
  new CliError({ what, where, how: "Run `npx borgersvar sample <round>` again; do not edit the file." });

function personOf(row: SampledPerson["row"], seen: Set<string>, where: string): SampledPerson {
  const { respondent, municipality, target_group, batch } = row;
  const targetGroup = TARGET_GROUPS.find((group) => group === target_group);
  if (!targetGroup) throw fault(`»${target_group}« is no target group`, where);
  if (!municipalityOf(municipality)) throw fault(`»${municipality}« is no municipality`, where);
  if (!/^\d{4}-\d{5}$/.test(respondent) || !respondent.startsWith(municipality)) {
    throw fault(`»${respondent}« is no respondent number of municipality ${municipality}`, where);
  }
  if (!/^\d{1,2}$/.test(batch)) throw fault(`»${batch}« is no batch`, where);
  if (seen.has(respondent)) throw fault(`respondent ${respondent} stands twice`, where);
  seen.add(respondent);
  return { respondent, municipality, targetGroup, batch: Number(batch), row };
}

/** The people of each municipality, in the order of the codes. */
export function byMunicipality<P extends Pick<SampledPerson, "municipality">>(
  people: readonly P[],
): Map<string, P[]> {
  const groups = new Map<string, P[]>();
  for (const person of people) {
    const group = groups.get(person.municipality) ?? [];
    group.push(person);
    groups.set(person.municipality, group);
  }
  return new Map([...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The people of each sample and supplement, by municipality and then batch. */
export const byBatch = (
  people: readonly SampledPerson[],
): { municipality: string; batch: number; people: SampledPerson[] }[] =>
  [...byMunicipality(people)].flatMap(([municipality, own]) =>
    [...new Set(own.map((person) => person.batch))]
      .toSorted((a, b) => a - b)
      .map((batch) => ({ municipality, batch, people: own.filter((person) => person.batch === batch) })),
  );
