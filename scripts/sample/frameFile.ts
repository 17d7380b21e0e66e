/** Reads `frame/frame.csv` as the draw needs it: the eligible citizens. Row numbers in messages, never what stands there. */
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
type Fields = (column: Column) => string;

function fieldsOf(header: readonly string[], where: string): (cells: readonly string[]) => Fields {
  const places = new Map(FRAME_COLUMNS.map((column) => [column, header.indexOf(column)]));
  const missing = FRAME_COLUMNS.filter((column) => places.get(column) === -1);
  if (missing.length > 0) {
    throw new CliError({
      what: `columns are missing: ${missing.join(", ")}`,
      where: `${where}, row 1`,
      how: HOW,
    });
  }
  return (cells) => (column) => cells[places.get(column) ?? -1] ?? "";
}

/** The name of the first column of an eligible row that does not fit, or the person. */
function personOf(field: Fields): FramePerson | Column {
  const targetGroup = TARGET_GROUPS.find((group) => group === field("target_group"));
  if (!targetGroup) return "target_group";
  if (!/^\d{10}$/.test(field("cpr"))) return "cpr";
  if (!/^[mf]$/.test(field("sex"))) return "sex";
  if (!/^\d{1,3}$/.test(field("age"))) return "age";
  if (!/^\d{1,4}$/.test(field("weeks"))) return "weeks";
  if (!/^[01]$/.test(field("finished"))) return "finished";
  const interview = field("latest_interview");
  if (interview !== "" && !isIsoDate(interview)) return "latest_interview";
  return {
    municipality: field("municipality"),
    cpr: field("cpr"),
    sex: field("sex"),
    age: Number(field("age")),
    targetGroup,
    weeks: Number(field("weeks")),
    latestInterview: interview === "" ? null : interview,
    finished: field("finished"),
    phone: field("phone"),
    name: field("name"),
  };
}

/** The eligible citizens in a text of frame.csv, and how many data rows it has. @throws CliError naming the row. */
export function parseFrame(text: string, where: string): { people: FramePerson[]; rows: number } {
  const rows = csvRows(text);
  const header: readonly string[] = rows.next().value ?? [];
  const read = fieldsOf(header, where);
  const people: FramePerson[] = [];
  const seen = new Set<string>();
  let row = 1;
  const refuse = (what: string): CliError => new CliError({ what, where: `${where}, row ${row}`, how: HOW });
  for (const cells of rows) {
    row++;
    if (cells.length !== header.length)
      throw refuse(`the row has ${cells.length} fields, the header ${header.length}`);
    const field = read(cells);
    if (field("eligible") !== "1" && field("eligible") !== "0") throw refuse("»eligible« is neither 0 nor 1");
    if (field("eligible") === "0") continue;
    const person = personOf(field);
    if (typeof person === "string") throw refuse(`the column ${person} does not fit an eligible citizen`);
    if (seen.has(person.cpr)) throw refuse("the same person is eligible twice");
    seen.add(person.cpr);
    people.push(person);
  }
  return { people, rows: row - 1 };
}

/** @throws CliError when the file is missing, broken or has nobody eligible in it. */
export async function readFrame(run: Run): Promise<FramePerson[]> {
  const where = run.path(FRAME_FILE);
  const text = await run.readText(FRAME_FILE, HOW);
  try {
    const { people, rows } = parseFrame(text, where);
    run.readRows(FRAME_FILE, rows);
    if (people.length === 0) throw new CliError({ what: "nobody in the frame is eligible", where, how: HOW });
    return people;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new CliError({ what: "the row is not CSV", where: `${where}, row ${error.row}`, how: HOW });
  }
}
