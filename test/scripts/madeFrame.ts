/** A frame of made-up citizens as `ingest` writes it, with its flow. */
import { EXCLUSIONS, FLOW_COLUMNS, FRAME_COLUMNS } from "#survey/files.ts";
import { TARGET_GROUPS } from "#survey/targetGroups.ts";
import { writeTable } from "../../scripts/io/table.ts";
import { syntheticCpr } from "./statusRound.ts";

type FrameRow = Record<(typeof FRAME_COLUMNS)[number], string | number>;

/** Of twenty people 3 are dagpenge, 5 aktivitetsparate, 6 sygedagpenge, 3 jobparate; 3 are excluded. */
const PATTERN = "dddaaaaassssssjjjxxx";
const GROUP: Readonly<Record<string, (typeof TARGET_GROUPS)[number]>> = {
  d: "dagpenge",
  a: "aktivitetsparate",
  s: "sygedagpenge",
  j: "jobparate",
};

/** People of one municipality; `first` keeps CPR numbers of different municipalities apart. */
export function madePeople(municipality: string, size: number, first: number): FrameRow[] {
  return Array.from({ length: size }, (_, i) => {
    const cpr = syntheticCpr(first + i);
    const group = GROUP[PATTERN[i % PATTERN.length] ?? ""];
    return {
      municipality,
      cpr,
      sex: Number(cpr.at(-1)) % 2 === 1 ? "m" : "f",
      age: 20 + (i % 45),
      benefit: group ?? "fleksjob",
      target_group: group ?? "",
      weeks: 8 + (i % 150),
      latest_interview: i % 6 === 0 ? "" : `2026-0${1 + (i % 7)}-1${i % 9}`,
      finished: i % 5 === 0 ? 1 : 0,
      phone: i % 4 === 0 ? "" : `+452030${1000 + (i % 9000)}`,
      name: "",
      eligible: group ? 1 : 0,
      exclusion: group ? "" : "outside",
      file: `${municipality}.xlsx`,
      row: i + 5,
    };
  });
}

export const frameText = (people: readonly FrameRow[]): string => writeTable(FRAME_COLUMNS, people);

/** The flow that belongs to the people. */
export function flowText(people: readonly FrameRow[]): string {
  const codes = [...new Set(people.map((person) => String(person.municipality)))].toSorted();
  return writeTable(
    FLOW_COLUMNS,
    codes.flatMap((municipality) => {
      const own = people.filter((person) => person.municipality === municipality);
      const count = (fits: (person: FrameRow) => boolean): number => own.filter(fits).length;
      return [
        { municipality, stage: "received", reason: "", n: own.length },
        ...EXCLUSIONS.map((reason) => ({
          municipality,
          stage: "excluded",
          reason,
          n: count((person) => person.exclusion === reason),
        })),
        ...TARGET_GROUPS.map((reason) => ({
          municipality,
          stage: "eligible",
          reason,
          n: count((person) => person.eligible === 1 && person.target_group === reason),
        })),
      ];
    }),
  );
}
