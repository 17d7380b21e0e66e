/** Writes the people of a municipality the way that municipality delivers them. */
import { writeCsv } from "hucre/csv";
import type { CellValue } from "hucre/xlsx";
import { dayNumber, type IsoDate } from "#survey/dates.ts";
import type { Field } from "#survey/frame/fields.ts";
import { DATE_FORMAT, writeWorkbook } from "../io/excel.ts";
import { BENEFIT_SPELLINGS, type Spelling } from "./benefitSpellings.ts";
import type { Habit } from "./delivery.ts";
import type { DemoPerson } from "./people.ts";
import type { Random } from "./random.ts";

export interface Delivery {
  habit: Habit;
  /** Four digits; some files name the municipality by it. */
  code: string;
  people: readonly DemoPerson[];
  random: Random;
  /** Stands in the workbook's properties. */
  date: IsoDate;
}

const isDate = (field: Field | null): boolean => field === "transition" || field === "interview";

export async function deliver(delivery: Delivery): Promise<Uint8Array> {
  const { habit } = delivery;
  const rows: CellValue[][] = [
    ...habit.titles.map((title) => [title]),
    habit.columns.map(([, heading]) => heading),
    ...delivery.people.map((person, i) => personRow(delivery, person, i)),
    ...habit.notes.map((note) => [note]),
  ];
  if (habit.csv) return Buffer.from(writeCsv(rows, { delimiter: ";", lineSeparator: "\r\n" }), "latin1");
  const columns = habit.columns.map(([field]) => ({
    width: 18,
    ...(isDate(field) && habit.dates.includes("cell") ? { numFmt: DATE_FORMAT } : {}),
  }));
  return writeWorkbook([{ name: habit.sheetName, rows, columns }], { title: "Udtræk", date: delivery.date });
}

function personRow(delivery: Delivery, person: DemoPerson, index: number): CellValue[] {
  return delivery.habit.columns.map(([field]) =>
    field === null ? index + 1 : CELLS[field](delivery, person),
  );
}

/** What a field's cell holds, as this municipality writes it. */
const CELLS: Record<Field, (delivery: Delivery, person: DemoPerson) => CellValue> = {
  cpr: ({ habit }, { cpr }) => CPR_CELLS[habit.cpr](cpr),
  benefit: ({ habit }, person) => {
    const [benefit, category] = spellingOf(habit, person);
    return habit.benefits.category === "with" && category !== "" ? `${benefit}, ${category}` : benefit;
  },
  category: ({ habit }, person) => spellingOf(habit, person)[1],
  transition: (delivery, { transition }) => dateCell(delivery, transition),
  interview: (delivery, { interview }) => (interview === null ? null : dateCell(delivery, interview)),
  finished: (delivery, { finished }) => yesNoCell(delivery, finished),
  passive: (delivery, { passive }) => yesNoCell(delivery, passive),
  phone: ({ habit }, { phone }) => phoneCell(habit.phone, phone),
  name: (_, { firstName, lastName }) => `${firstName} ${lastName}`,
  firstName: (_, { firstName }) => firstName,
  lastName: (_, { lastName }) => lastName,
  municipality: ({ code }) => Number(code),
};

const spellingOf = (habit: Habit, { benefit }: DemoPerson): Spelling =>
  BENEFIT_SPELLINGS[benefit]?.[habit.benefits.spelling] ?? [benefit, ""];

const yesNoCell = ({ habit, random }: Delivery, value: boolean): CellValue =>
  random.pick(value ? habit.yes : habit.no);

const CPR_CELLS: Record<Habit["cpr"], (cpr: string) => CellValue> = {
  digits: (cpr) => cpr,
  hyphen: (cpr) => `${cpr.slice(0, 6)}-${cpr.slice(6)}`,
  number: Number,
  "short text": (cpr) => String(Number(cpr)),
};

/** Serial of 1 January 1970 in the 1900 system. */
const UNIX_SERIAL = 25_569;

const DATE_CELLS: Record<Habit["dates"][number], (date: IsoDate) => CellValue> = {
  cell: (date) => new Date(`${date}T00:00:00Z`),
  serial: (date) => dayNumber(date) + UNIX_SERIAL,
  danish: (date) => date.split("-").toReversed().join("-"),
  iso: (date) => date,
  slashes: (date) => date.split("-").toReversed().map(Number).join("/"),
};

const dateCell = ({ habit, random }: Delivery, date: IsoDate): CellValue =>
  DATE_CELLS[random.pick(habit.dates)](date);

const PHONE_CELLS: Record<Habit["phone"], (phone: string) => CellValue> = {
  plain: (phone) => phone,
  spaced: (phone) => phone.replaceAll(/(\d\d)(?=\d)/g, "$1 "),
  number: Number,
  country: (phone) => `+45${phone}`,
};

/** Foreign numbers and cut ones stay as somebody typed them. */
function phoneCell(how: Habit["phone"], phone: string): CellValue {
  if (phone === "") return null;
  return /^\d{8}$/.test(phone) ? PHONE_CELLS[how](phone) : phone;
}
