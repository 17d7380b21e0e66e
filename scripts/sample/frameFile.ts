/** Reads `frame/frame.csv` as the draw needs it: the eligible citizens. Row numbers in messages, never what stands there. */
import { createHash } from "node:crypto";
import { isIsoDate, type IsoDate } from "#survey/dates.ts";
import { FRAME_COLUMNS } from "#survey/files.ts";
import { TARGET_GROUPS, type TargetGroup } from "#survey/targetGroups.ts";
import { CliError } from "../errors.ts";
import { CsvError, csvRows } from "../io/csvRows.ts";
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

/** Checks a date once: a frame repeats the same few hundred. */
function knownDates(): (text: string) => boolean {
  const known = new Set<string>();
  return (text) => {
    if (known.has(text)) return true;
    if (!isIsoDate(text)) return false;
    known.add(text);
    return true;
  };
}

/** The person in an eligible row, or the name of the first column that does not fit. */
function personOf(
  cells: readonly string[],
  at: Places,
  isDate: (text: string) => boolean,
): FramePerson | Column {
  const cell = (column: Column): string => cells[at[column]] ?? "";
  const targetGroup = TARGET_GROUPS.find((group) => group === cell("target_group"));
  if (!targetGroup) return "target_group";
  const [cpr, sex, age, weeks] = [cell("cpr"), cell("sex"), cell("age"), cell("weeks")];
  const [interview, finished] = [cell("latest_interview"), cell("finished")];
  if (!/^\d{10}$/.test(cpr)) return "cpr";
  if (sex !== "m" && sex !== "f") return "sex";
  if (!/^\d{1,3}$/.test(age)) return "age";
  if (!/^\d{1,4}$/.test(weeks)) return "weeks";
  if (finished !== "0" && finished !== "1") return "finished";
  if (interview !== "" && !isDate(interview)) return "latest_interview";
  return {
    municipality: cell("municipality"),
    cpr,
    sex,
    age: Number(age),
    targetGroup,
    weeks: Number(weeks),
    latestInterview: interview === "" ? null : interview,
    finished,
    phone: cell("phone"),
    name: cell("name"),
  };
}

/** The eligible citizens in a text of frame.csv, and how many data rows it has. @throws CliError naming the row. */
export function parseFrame(text: string, where: string): { people: FramePerson[]; rows: number } {
  const rows = csvRows(text);
  const header: readonly string[] = rows.next().value ?? [];
  const at = placesOf(header, where);
  const isDate = knownDates();
  const people: FramePerson[] = [];
  const seen = new Set<string>();
  let row = 1;
  const refuse = (what: string): CliError => new CliError({ what, where: `${where}, row ${row}`, how: HOW });
  for (const cells of rows) {
    row++;
    if (cells.length !== header.length)
      throw refuse(`the row has ${cells.length} fields, the header ${header.length}`);
    const eligible = cells[at.eligible];
    if (eligible === "0") continue;
    if (eligible !== "1") throw refuse("»eligible« is neither 0 nor 1");
    const person = personOf(cells, at, isDate);
    if (typeof person === "string") throw refuse(`the column ${person} does not fit an eligible citizen`);
    if (seen.has(person.cpr)) throw refuse("the same person is eligible twice");
    seen.add(person.cpr);
    people.push(person);
  }
  return { people, rows: row - 1 };
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
