/**
 * The people of one table on their way from the thread that reads them into frame.csv: their lines as one text, and as
 * numbers what the whole round asks about. As objects with texts of their own they would cost several times the memory.
 */
import { BENEFITS } from "#survey/benefits.ts";
import { dateDigits, digitsOf, type IsoDate } from "#survey/dates.ts";
import { EXCLUSIONS, type Exclusion } from "#survey/files.ts";
import type { FrameRow } from "#survey/frame/frame.ts";
import type { FramePerson } from "#survey/frame/municipalityExtract.ts";
import type { Keeper } from "#survey/frame/readSheet.ts";
import { TARGET_GROUPS, type TargetGroup } from "#survey/targetGroups.ts";
import { quoted } from "../io/table.ts";

/** One entry a person in each list. */
export interface PackedPeople {
  /** Their lines of frame.csv, with the exclusion that the row alone decides. */
  lines: string;
  /** Where each line ends in `lines`. */
  ends: Uint32Array;
  cpr: Float64Array;
  row: Uint32Array;
  /** Dates as numbers, 20260131; 0 for none. */
  transition: Uint32Array;
  interview: Uint32Array;
  /** 1: has left the benefit. */
  finished: Uint8Array;
  /** Places in `BENEFITS`, and in `EXCLUSIONS` and `TARGET_GROUPS` from 1; 0 for none. */
  benefit: Uint16Array;
  exclusion: Uint8Array;
  targetGroup: Uint8Array;
}

const benefitPlaces = new Map(BENEFITS.map(({ name }, place) => [name, place]));
const benefitNames = BENEFITS.map(({ name }) => quoted(name));
const exclusionPlaces = placesIn(EXCLUSIONS);
const groupPlaces = placesIn(TARGET_GROUPS);

function placesIn<T>(list: readonly T[]): Map<T | null, number> {
  return new Map([[null, 0], ...list.map((value, i) => [value, i + 1] as const)]);
}

/** The columns `eligible` and `exclusion`. */
const fateOf = (exclusion: Exclusion | null): string => (exclusion === null ? "1," : `0,${exclusion}`);
const FATES = new Map([null, ...EXCLUSIONS].map((exclusion) => [exclusion, fateOf(exclusion)]));

/** Keeps the people of a table while it is read. @throws RangeError for a benefit that no register has. */
export class PeopleKeeper implements Keeper {
  /**
   * The row that ends a line, and the next line up to the exclusion. Between the two comes what the table is called, which is
   * known when the whole file is read.
   */
  readonly #pieces: string[] = [];
  /** The row that ends the last line. */
  #lastRow = "";
  /** Where each line ends, but for what the table is called. */
  readonly #ends: number[] = [];
  #length = 0;
  readonly #cpr: number[] = [];
  readonly #row: number[] = [];
  readonly #transition: number[] = [];
  readonly #interview: number[] = [];
  readonly #finished: number[] = [];
  readonly #benefit: number[] = [];
  readonly #exclusion: number[] = [];
  readonly #targetGroup: number[] = [];

  add(person: FrameRow, transition: IsoDate | null, row: number): void {
    const { cpr, benefit, targetGroup, latestInterview, exclusion } = person;
    const finished = person.finished ? 1 : 0;
    const place = benefitPlaces.get(benefit);
    if (place === undefined) throw new RangeError(`unknown benefit ${benefit}`);
    const columns = [
      this.#lastRow + person.municipality,
      cpr,
      person.sex,
      person.age,
      benefitNames[place],
      targetGroup,
      person.weeks,
      latestInterview,
      finished,
      person.phone,
      quoted(person.name),
      FATES.get(exclusion),
    ];
    // A text that is put together by and by is one only when somebody reads it, and costs four times as much.
    const piece = columns.join(",");
    this.#pieces.push(piece);
    this.#length += piece.length;
    this.#lastRow = `${row}\n`;
    this.#ends.push(this.#length + this.#lastRow.length);
    this.#cpr.push(digitsOf(cpr, 0, cpr.length));
    this.#row.push(row);
    this.#transition.push(dateDigits(transition ?? ""));
    this.#interview.push(dateDigits(latestInterview ?? ""));
    this.#finished.push(finished);
    this.#benefit.push(place);
    this.#exclusion.push(exclusionPlaces.get(exclusion) ?? 0);
    this.#targetGroup.push(groupPlaces.get(targetGroup) ?? 0);
  }

  /** `place` is how frame.csv names the table. */
  packed(place: string): PackedPeople {
    const file = `,${quoted(place)},`;
    return {
      lines: this.#pieces.length === 0 ? "" : [...this.#pieces, this.#lastRow].join(file),
      ends: Uint32Array.from(this.#ends, (end, i) => end + (i + 1) * file.length),
      cpr: new Float64Array(this.#cpr),
      row: new Uint32Array(this.#row),
      transition: new Uint32Array(this.#transition),
      interview: new Uint32Array(this.#interview),
      finished: new Uint8Array(this.#finished),
      benefit: new Uint16Array(this.#benefit),
      exclusion: new Uint8Array(this.#exclusion),
      targetGroup: new Uint8Array(this.#targetGroup),
    };
  }
}

/** The people one by one; `place` as they were packed with. */
export function unpacked(people: PackedPeople, place: string): FrameEntry[] {
  const entries: FrameEntry[] = [];
  for (let i = 0; i < people.ends.length; i++) entries.push(new FrameEntry(people, place, i));
  return entries;
}

const [CPR, SEX] = [5, 16];

export class FrameEntry implements FramePerson {
  readonly place: string;
  readonly #people: PackedPeople;
  readonly #index: number;

  constructor(people: PackedPeople, place: string, index: number) {
    this.place = place;
    this.#people = people;
    this.#index = index;
  }

  get cprNumber(): number {
    return this.#people.cpr[this.#index] ?? 0;
  }

  get cpr(): string {
    return this.#text(CPR, SEX - 1);
  }

  get municipality(): string {
    return this.#text(0, CPR - 1);
  }

  get transition(): IsoDate | null {
    return dateOf(this.#people.transition[this.#index]);
  }

  get interview(): IsoDate | null {
    return dateOf(this.#people.interview[this.#index]);
  }

  get finished(): boolean {
    return this.#people.finished[this.#index] === 1;
  }

  get exclusion(): Exclusion | null {
    return EXCLUSIONS[(this.#people.exclusion[this.#index] ?? 0) - 1] ?? null;
  }

  get targetGroup(): TargetGroup | null {
    return TARGET_GROUPS[(this.#people.targetGroup[this.#index] ?? 0) - 1] ?? null;
  }

  get benefit(): string {
    return BENEFITS[this.#people.benefit[this.#index] ?? 0]?.name ?? "";
  }

  get row(): number {
    return this.#people.row[this.#index] ?? 0;
  }

  /**
   * The lines of frame.csv, with the exclusions that the whole frame decides. Where it decides as the row does, lines that
   * stand together are copied together.
   */
  static lines(people: Iterable<FrameEntry>, exclusionOf: (person: FrameEntry) => Exclusion | null): string {
    const pieces: string[] = [];
    let [table, from, to]: [PackedPeople | null, number, number] = [null, 0, 0];
    for (const person of people) {
      const exclusion = exclusionOf(person);
      const isUnchanged = exclusion === person.exclusion;
      if (isUnchanged && person.#people === table && person.#start === to) {
        to = person.#end;
        continue;
      }
      if (table) pieces.push(table.lines.slice(from, to));
      [table, from, to] = [person.#people, person.#start, person.#end];
      if (isUnchanged) continue;
      pieces.push(person.#lineWith(exclusion));
      from = to;
    }
    if (table) pieces.push(table.lines.slice(from, to));
    return pieces.join("");
  }

  #lineWith(exclusion: Exclusion | null): string {
    const end = `,${quoted(this.place)},${this.row}\n`;
    const columns = this.#text(0, this.#end - this.#start - end.length - fateOf(this.exclusion).length);
    return columns + fateOf(exclusion) + end;
  }

  /** Of the line, from its start. */
  #text(from: number, to: number): string {
    return this.#people.lines.slice(this.#start + from, this.#start + to);
  }

  get #start(): number {
    return this.#people.ends[this.#index - 1] ?? 0;
  }

  get #end(): number {
    return this.#people.ends[this.#index] ?? 0;
  }
}

const dateOf = (number: number | undefined): IsoDate | null =>
  number
    ? String(number)
        .padStart(8, "0")
        .replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3")
    : null;
