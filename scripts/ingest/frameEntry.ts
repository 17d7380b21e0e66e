/**
 * A person of the frame as one line of text: what the whole round asks about at fixed places, then the columns of frame.csv
 * that the row alone decides. It is how a thread hands people over: as objects they would cost ten times the memory.
 */
import { BENEFITS } from "#survey/benefits.ts";
import type { IsoDate } from "#survey/dates.ts";
import { EXCLUSIONS, type Exclusion } from "#survey/files.ts";
import type { FrameRow } from "#survey/frame/frame.ts";
import type { FramePerson } from "#survey/frame/municipalityExtract.ts";
import { TARGET_GROUPS, type TargetGroup } from "#survey/targetGroups.ts";
import { quoted } from "../io/table.ts";

const NONE = "          ";
const [BENEFIT_DIGITS, ROW_DIGITS] = [3, 7];
const [MUNICIPALITY, TRANSITION, INTERVIEW, FINISHED, EXCLUSION, GROUP] = [10, 14, 24, 34, 35, 36];
const [BENEFIT, ROW, CELLS] = [37, 37 + BENEFIT_DIGITS, 37 + BENEFIT_DIGITS + ROW_DIGITS];

const benefitNumbers = new Map(BENEFITS.map(({ name }, i) => [name, i]));

/**
 * `transition` is asked for where a person stands in several rows; frame.csv has the weeks instead. Lists are joined: a text
 * that is put together by and by is one only when somebody reads it, and costs four times as much.
 */
export function entryLine(row: FrameRow, transition: IsoDate | null, number: number): string {
  const { municipality, cpr, sex, age, benefit, targetGroup, weeks, latestInterview, phone } = row;
  const finished = row.finished ? "1" : "0";
  const places = [
    cpr,
    municipality,
    transition ?? NONE,
    latestInterview ?? NONE,
    finished,
    mark(EXCLUSIONS, row.exclusion),
    mark(TARGET_GROUPS, targetGroup),
    String(benefitNumbers.get(benefit)).padStart(BENEFIT_DIGITS, "0"),
    String(number).padStart(ROW_DIGITS, "0"),
  ];
  const cells = [
    municipality,
    cpr,
    sex,
    age,
    quoted(benefit),
    targetGroup,
    weeks,
    latestInterview,
    finished,
    phone,
    quoted(row.name),
  ];
  return places.join("") + cells.join(",");
}

/** The place in the list, from 1; 0 for none. */
const mark = <T>(list: readonly T[], value: T | null): string =>
  String(value === null ? 0 : list.indexOf(value) + 1);

export class FrameEntry implements FramePerson {
  readonly place: string;
  readonly #line: string;

  constructor(line: string, place: string) {
    this.#line = line;
    this.place = place;
  }

  get cpr(): string {
    return this.#line.slice(0, MUNICIPALITY);
  }

  get municipality(): string {
    return this.#line.slice(MUNICIPALITY, TRANSITION);
  }

  get transition(): IsoDate | null {
    return dateOf(this.#line.slice(TRANSITION, INTERVIEW));
  }

  get interview(): IsoDate | null {
    return dateOf(this.#line.slice(INTERVIEW, FINISHED));
  }

  get finished(): boolean {
    return this.#line[FINISHED] === "1";
  }

  get exclusion(): Exclusion | null {
    return EXCLUSIONS[Number(this.#line[EXCLUSION]) - 1] ?? null;
  }

  get targetGroup(): TargetGroup | null {
    return TARGET_GROUPS[Number(this.#line[GROUP]) - 1] ?? null;
  }

  get benefit(): string {
    return BENEFITS[Number(this.#line.slice(BENEFIT, ROW))]?.name ?? "";
  }

  get row(): number {
    return Number(this.#line.slice(ROW, CELLS));
  }

  /** The line of frame.csv; `exclusion` as the whole frame decides it. */
  frameLine(exclusion: Exclusion | null): string {
    const eligible = exclusion === null ? 1 : 0;
    return [this.#line.slice(CELLS), eligible, exclusion, quoted(this.place), this.row].join(",");
  }
}

const dateOf = (text: string): IsoDate | null => (text === NONE ? null : text);
