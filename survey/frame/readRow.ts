/** One row of an extract as a person of the frame, with everything that is wrong with it. */
import type { Benefit, Classified } from "../benefits.ts";
import { faultOf } from "../contact/spreadsheetText.ts";
import { ageAt, parseCpr, type Cpr } from "../cpr.ts";
import { daysBetween, type IsoDate } from "../dates.ts";
import { parsePhone } from "../phone.ts";
import { textOf, type Cell } from "./cells.ts";
import type { Header } from "./columns.ts";
import { FIELDS, type Field } from "./fields.ts";
import { municipalityOfCell } from "./municipalityName.ts";
import type { RowProblem, RowProblemCode } from "./problems.ts";
import type { ReadDate } from "./readDate.ts";
import { readYesNo } from "./readYesNo.ts";

/** What is known of a person; `transition` is null only for somebody whom the duration cannot decide about. */
export interface Person {
  cpr: Cpr;
  /** Whole years at the reference date. */
  age: number;
  benefit: Benefit;
  transition: IsoDate | null;
  interview: IsoDate | null;
  finished: boolean;
  passive: boolean;
  /** E.164 or empty. */
  phone: string;
  name: string;
}

export interface RowReading {
  header: Header;
  /** No real date lies after this one. */
  latest: IsoDate;
  readTransition: (cell: Cell | undefined) => ReadDate;
  readInterview: (cell: Cell | undefined) => ReadDate;
  classify: (benefit: string, category: string) => Classified;
  referenceDate: IsoDate;
  /** The municipality of the file; null when a column names one row by row. */
  municipality: string | null;
}

export interface ReadRow {
  /** Null when CPR number or benefit cannot be read, which blocks the file. */
  person: Person | null;
  /** The row's municipality; null when the column does not name exactly one. */
  municipality: string | null;
  problems: RowProblem[];
}

const OLDEST = 100;
const YOUNGEST_AT_TRANSITION_DAYS = Math.floor(15 * 365.25);
const ADULT = 18;
const QUOTED_CHARACTERS = 60;

/** As the readers of numbers take it: they pass over blanks themselves. */
const spelled = (cell: Cell): string | number =>
  typeof cell === "string" || typeof cell === "number" ? cell : textOf(cell);

/** A value that messages may quote: a CPR number that slipped into the wrong column is not one. */
const quotable = (text: string): string => text.replaceAll(/\d{5,}/g, "…").slice(0, QUOTED_CHARACTERS);

/** Reads the rows of one sheet, one after the other. */
export class RowReader {
  readonly #reading: RowReading;
  /** Where each field stands; where several columns do, the first. */
  readonly #columns: Readonly<Partial<Record<Field, number>>>;
  #cells: readonly Cell[] = [];
  #problems: RowProblem[] = [];

  constructor(reading: RowReading) {
    this.#reading = reading;
    this.#columns = Object.fromEntries(
      FIELDS.map((field) => [field, reading.header.columns.get(field)?.[0]] as const),
    );
  }

  read(cells: readonly Cell[]): ReadRow {
    this.#cells = cells;
    const problems: RowProblem[] = [];
    this.#problems = problems;
    const municipality = this.#municipality();
    const cpr = this.#cpr();
    const age = cpr === null ? 0 : this.#age(cpr);
    const benefit = this.#benefit();
    const finished = this.#yesNo("finished", "finished_unreadable", "finished_empty");
    const passive = this.#yesNo("passive", "passive_unreadable", "passive_empty");
    const decides =
      cpr !== null && !cpr.replacement && age >= ADULT && !passive && benefit?.targetGroup !== null;
    const transition = this.#transition(cpr, benefit, decides);
    const interview = this.#interview();
    const phone = this.#phone();
    const name = this.#name();
    const person = cpr &&
      benefit && { cpr, age, benefit, transition, interview, finished, passive, phone, name };
    return { person, municipality, problems };
  }

  #cell(field: Field): Cell {
    const column = this.#columns[field];
    return column === undefined ? null : (this.#cells[column] ?? null);
  }

  #text(field: Field): string {
    return textOf(this.#cell(field));
  }

  #problem(code: RowProblemCode, field: Field, value?: string): void {
    const column = this.#columns[field] ?? null;
    this.#problems.push(value === undefined ? { code, column } : { code, column, value });
  }

  #municipality(): string | null {
    const { municipality } = this.#reading;
    if (this.#text("municipality") === "") return municipality;
    const named = municipalityOfCell(this.#cell("municipality"));
    if (municipality === null) return named;
    if (named !== null && named !== municipality) this.#problem("municipality_other", "municipality");
    return municipality;
  }

  #cpr(): Cpr | null {
    const cell = this.#cell("cpr");
    const parsed = parseCpr(spelled(cell));
    if (!parsed.ok) {
      this.#problem(parsed.reason === "empty" ? "cpr_missing" : `cpr_${parsed.reason}`, "cpr");
      return null;
    }
    return parsed.cpr;
  }

  #age(cpr: Cpr): number {
    const age = ageAt(cpr, this.#reading.referenceDate);
    if (age < 0 || age > OLDEST) this.#problem("cpr_age", "cpr");
    if (cpr.replacement) this.#problem("replacement_cpr", "cpr");
    return age;
  }

  #benefit(): Benefit | null {
    const [benefit, category] = [this.#text("benefit"), this.#text("category")];
    const classified = this.#reading.classify(benefit, category);
    if (classified.ok) return classified.benefit;
    const value = category === "" ? benefit : `${benefit} · ${category}`;
    if (classified.reason === "empty") this.#problem("benefit_missing", "benefit");
    else this.#problem(`benefit_${classified.reason}`, "benefit", quotable(value));
    return null;
  }

  #yesNo(field: "finished" | "passive", unreadable: RowProblemCode, empty: RowProblemCode): boolean {
    const answer = readYesNo(this.#cell(field));
    if (answer === "unreadable") this.#problem(unreadable, field);
    if (answer === "empty") this.#problem(empty, field);
    return answer === "yes";
  }

  /** The date matters only where the duration decides about the person; elsewhere a bad one is left out in silence. */
  #transition(cpr: Cpr | null, benefit: Benefit | null, decides: boolean): IsoDate | null {
    const read = this.#reading.readTransition(this.#cell("transition"));
    if (!decides) return read.ok ? read.date : null;
    if (!read.ok) {
      this.#problem(`transition_${read.reason}`, "transition");
      return null;
    }
    if (read.date === null) this.#problem("transition_missing", "transition");
    else this.#checkTransition(read.date, cpr, benefit);
    return read.date;
  }

  #checkTransition(date: IsoDate, cpr: Cpr | null, benefit: Benefit | null): void {
    if (cpr && daysBetween(cpr.birthDate, date) < YOUNGEST_AT_TRANSITION_DAYS)
      this.#problem("transition_implausible", "transition");
    if (date > this.#reading.latest) this.#problem("transition_future", "transition");
    const closed = benefit?.closedToNewFrom ?? null;
    if (benefit && closed !== null && date >= closed)
      this.#problem("benefit_closed", "transition", benefit.name);
  }

  #interview(): IsoDate | null {
    const read = this.#reading.readInterview(this.#cell("interview"));
    if (!read.ok) {
      this.#problem(`interview_${read.reason}`, "interview");
      return null;
    }
    if (read.date === null || read.date <= this.#reading.latest) return read.date;
    this.#problem("interview_future", "interview");
    return null;
  }

  /** The first usable number of all phone columns. */
  #phone(): string {
    const columns = this.#reading.header.columns.get("phone") ?? [];
    const faults: RowProblem[] = [];
    for (const column of columns) {
      const cell = this.#cells[column] ?? null;
      const parsed = parsePhone(spelled(cell));
      if (parsed.ok) return parsed.phone;
      if (parsed.reason !== "empty") faults.push({ code: `phone_${parsed.reason}`, column });
    }
    this.#problems.push(...faults);
    return "";
  }

  #name(): string {
    const whole = this.#text("name");
    const name = whole === "" ? `${this.#text("firstName")} ${this.#text("lastName")}`.trim() : whole;
    if (faultOf(name) === null) return name;
    this.#problem("name_unusable", whole === "" ? "firstName" : "name");
    return "";
  }
}
