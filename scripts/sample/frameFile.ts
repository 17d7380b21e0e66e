/** Reads `frame/frame.csv` as the draw needs it: the eligible citizens. Row numbers in messages, never what stands there. */
import { createHash } from "node:crypto";
import { isIsoDate, type IsoDate } from "#survey/dates.ts";
import { FRAME_COLUMNS } from "#survey/files.ts";
import { TARGET_GROUPS, type TargetGroup } from "#survey/targetGroups.ts";
import { CliError } from "../errors.ts";
import { CsvError, CsvRows } from "../io/csvRows.ts";
import type { Run } from "../run.ts";

export const FRAME_FILE = "frame/frame.csv";
const HOW = "Make the frame with `npx borgersvar ingest <round>`; do not edit the file.";

/** An eligible citizen. */
export interface FramePerson {
  municipality: string;
  /** Ten digits. */
  cpr: string;
  sex: string;
  /** Whole years at the reference date. */
  age: number;
  targetGroup: TargetGroup;
  /** Whole weeks on the current benefit. */
  weeks: number;
  latestInterview: IsoDate | null;
  /** `1` has left the benefit, `0` has not. */
  finished: string;
  phone: string;
  name: string;
}

type Column = (typeof FRAME_COLUMNS)[number];
/** Where each column stands. */
type Places = Readonly<Record<Column, number>>;

function placesOf(header: readonly string[], where: string): Places {
  const places = Object.fromEntries(FRAME_COLUMNS.map((column) => [column, header.indexOf(column)]));
  const missing = FRAME_COLUMNS.filter((column) => places[column] === -1);
  if (missing.length > 0) {
    throw new CliError({
      what: `columns are missing: ${missing.join(", ")}`,
      where: `${where}, row 1`,
      how: HOW,
    });
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- fromEntries forgets the keys: they are the columns
  return places as Places;
}

/** Texts that stand again and again in a frame, kept once each: 240,000 people share a few hundred. */
class KnownTexts {
  readonly #texts = new Map<string, string>();

  /** The first text that was equal to this one. */
  same(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, text);
    return text;
  }

  /** The same for a date; `null` when there is no such day. */
  sameDate(text: string): IsoDate | null {
    return this.#texts.get(text) ?? (isIsoDate(text) ? this.same(text) : null);
  }
}

/** The person in an eligible row, or the name of the first column that does not fit. */
function personOf(
  row: CsvRows,
  at: Places,
  municipalities: KnownTexts,
  dates: KnownTexts,
): FramePerson | Column {
  const cell = (column: Column): string => row.field(at[column]);
  const targetGroup = TARGET_GROUPS.find((group) => group === cell("target_group"));
  if (!targetGroup) return "target_group";
  const [cpr, sex, age, weeks] = [cell("cpr"), cell("sex"), cell("age"), cell("weeks")];
  const [interview, finished] = [cell("latest_interview"), cell("finished")];
  const latestInterview = interview === "" ? null : dates.sameDate(interview);
  if (!/^\d{10}$/.test(cpr)) return "cpr";
  if (sex !== "m" && sex !== "f") return "sex";
  if (!/^\d{1,3}$/.test(age)) return "age";
  if (!/^\d{1,4}$/.test(weeks)) return "weeks";
  if (finished !== "0" && finished !== "1") return "finished";
  if (interview !== "" && latestInterview === null) return "latest_interview";
  return {
    municipality: municipalities.same(cell("municipality")),
    cpr,
    sex,
    age: Number(age),
    targetGroup,
    weeks: Number(weeks),
    latestInterview,
    finished,
    phone: cell("phone"),
    name: cell("name"),
  };
}

/** The eligible citizens in a text of frame.csv, and how many data rows it has. @throws CliError naming the row. */
export function parseFrame(text: string, where: string): { people: FramePerson[]; rows: number } {
  const reader = new CsvRows(text);
  reader.next();
  const header = reader.fields();
  const at = placesOf(header, where);
  const [municipalities, dates] = [new KnownTexts(), new KnownTexts()];
  const people: FramePerson[] = [];
  const seen = new Set<string>();
  const refuse = (what: string): CliError =>
    new CliError({ what, where: `${where}, row ${reader.row}`, how: HOW });
  while (reader.next()) {
    if (reader.length !== header.length)
      throw refuse(`the row has ${reader.length} fields, the header ${header.length}`);
    const eligible = reader.field(at.eligible);
    if (eligible === "0") continue;
    if (eligible !== "1") throw refuse("»eligible« is neither 0 nor 1");
    const person = personOf(reader, at, municipalities, dates);
    if (typeof person === "string") throw refuse(`the column ${person} does not fit an eligible citizen`);
    if (seen.has(person.cpr)) throw refuse("the same person is eligible twice");
    seen.add(person.cpr);
    people.push(person);
  }
  return { people, rows: Math.max(0, reader.row - 1) };
}

/** @throws CliError when the file is missing, broken or has nobody eligible in it. */
export async function readFrame(run: Run): Promise<{ people: FramePerson[]; sha256: string }> {
  const where = run.path(FRAME_FILE);
  const text = await run.readText(FRAME_FILE, HOW);
  try {
    const { people, rows } = parseFrame(text, where);
    run.readRows(FRAME_FILE, rows);
    if (people.length === 0) throw new CliError({ what: "nobody in the frame is eligible", where, how: HOW });
    return { people, sha256: createHash("sha256").update(text).digest("hex") };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new CliError({ what: "the row is not CSV", where: `${where}, row ${error.row}`, how: HOW });
  }
}
