/** A made-up round of all 98 municipalities with its frame, as large as a quarter's: what the benchmark of `sample` runs on. */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { addDays } from "#survey/dates.ts";
import { FLOW_COLUMNS, FRAME_COLUMNS } from "#survey/files.ts";
import { MUNICIPALITIES } from "#survey/municipalities.ts";
import { integerAllocation } from "#survey/sample/integerAllocation.ts";
import { TARGET_GROUPS, type TargetGroup } from "#survey/targetGroups.ts";
import { createRandom, type Random } from "../demo/random.ts";
import { demoRound } from "../demo/round.ts";
import { syntheticCpr } from "../demo/syntheticCpr.ts";
import { writeTable } from "../io/table.ts";
import { keyText } from "../keys.ts";

/** Eligible citizens of the country in a quarter, and all rows that were received. */
export const ELIGIBLE = 240_000;
export const RECEIVED = 400_000;
export const DRAW_KEY = new Uint8Array(32).fill(7);

/** Of the eligible; the shares of PRODUCT §5. */
const SHARES: readonly (readonly [TargetGroup, number])[] = [
  ["sygedagpenge", 16],
  ["aktivitetsparate", 9],
  ["jobparate", 2.5],
  ["dagpenge", 2.2],
];

type FrameCells = Record<(typeof FRAME_COLUMNS)[number], string | number>;

/** The total in proportion to the inhabitants. */
function sizesOf(total: number): Map<string, number> {
  const inhabitants = MUNICIPALITIES.map((m) => m.inhabitants2020);
  const box = { lower: inhabitants.map(() => 0), upper: inhabitants.map(() => Infinity) };
  const sizes = integerAllocation(total, inhabitants, box);
  return new Map(MUNICIPALITIES.map((m, i) => [m.code, sizes[i] ?? 0]));
}

function citizen(municipality: string, row: number, eligible: boolean, people: People): FrameCells {
  const { random } = people;
  const sex = random.chance(0.5) ? "m" : "f";
  const born = addDays("1961-01-02", random.int(0, 15_700));
  const group = random.weighted(SHARES);
  return {
    municipality,
    cpr: syntheticCpr(people, born, sex),
    sex,
    age: 2026 - Number(born.slice(0, 4)),
    benefit: group,
    target_group: group,
    weeks: random.int(8, 400),
    latest_interview: random.chance(0.1) ? "" : addDays("2026-01-01", random.int(0, 200)),
    finished: random.chance(0.2) ? 1 : 0,
    phone: random.chance(0.2) ? "" : `+4567${String(random.int(0, 999_999)).padStart(6, "0")}`,
    name: "",
    eligible: eligible ? 1 : 0,
    exclusion: eligible ? "" : "duration",
    file: `${municipality}.xlsx`,
    row,
  };
}

interface People {
  random: Random;
  used: Set<string>;
}

function municipalityRows(code: string, received: number, eligible: number, people: People): FrameCells[] {
  return Array.from({ length: received }, (_, i) => citizen(code, i + 2, i < eligible, people));
}

function flowRows(code: string, rows: readonly FrameCells[]) {
  const eligible = rows.filter((row) => row.eligible === 1);
  const stage = (name: string, reason: string, n: number) => ({ municipality: code, stage: name, reason, n });
  return [
    stage("received", "", rows.length),
    stage("excluded", "duration", rows.length - eligible.length),
    ...TARGET_GROUPS.map((group) =>
      stage("eligible", group, eligible.filter((row) => row.target_group === group).length),
    ),
  ];
}

/** Writes round.json, draw.key, frame.csv and flow.csv; the same bytes every time. */
export async function makeFrame(folder: string): Promise<void> {
  const people: People = { random: createRandom("bench sample"), used: new Set() };
  const [received, eligible] = [sizesOf(RECEIVED), sizesOf(ELIGIBLE)];
  const codes = [...received.keys()].toSorted();
  const municipalities = codes.map((code) => ({
    code,
    rows: municipalityRows(code, received.get(code) ?? 0, eligible.get(code) ?? 0, people),
  }));
  const round = demoRound({ today: "2026-08-23", baseUrl: "https://svar.example.dk", municipalities: codes });
  const flow = municipalities.flatMap(({ code, rows }) => flowRows(code, rows));
  const frame = municipalities.flatMap(({ rows }) => rows);
  await mkdir(path.join(folder, "frame"), { recursive: true });
  await writeFile(path.join(folder, "round.json"), JSON.stringify(round));
  await writeFile(path.join(folder, "draw.key"), keyText(DRAW_KEY), { mode: 0o600 });
  await writeFile(path.join(folder, "frame/frame.csv"), writeTable(FRAME_COLUMNS, frame));
  await writeFile(path.join(folder, "frame/flow.csv"), writeTable(FLOW_COLUMNS, flow));
}
