/** Processor time of the workerd processes that this process has started (Linux: /proc). */
import { readdir, readFile } from "node:fs/promises";

/** Linux counts in hundredths of a second, on every architecture it runs on. */
const TICKS_A_SECOND = 100;

interface Process {
  id: number;
  parent: number;
  name: string;
  /** User and system time of all its threads. */
  seconds: number;
}

/** Reads one line of /proc/<id>/stat (proc_pid_stat(5)); the name may hold blanks and brackets. */
export function parseStat(line: string): Process {
  const end = line.lastIndexOf(")");
  const fields = line.slice(end + 2).split(" ");
  const ticks = Number(fields[11]) + Number(fields[12]);
  return {
    id: Number(line.slice(0, line.indexOf(" "))),
    parent: Number(fields[1]),
    name: line.slice(line.indexOf("(") + 1, end),
    seconds: ticks / TICKS_A_SECOND,
  };
}

async function processes(): Promise<Process[]> {
  const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(ids.map((id) => readFile(`/proc/${id}/stat`, "utf8").catch(() => null)));
  return lines.filter((line) => line !== null).map(parseStat);
}

/** Seconds of each workerd below this process, by its id. */
export async function workerdSeconds(): Promise<Map<number, number>> {
  const all = await processes();
  const family = new Set([process.pid]);
  for (let before = 0; before < family.size;) {
    before = family.size;
    for (const { id, parent } of all) if (family.has(parent)) family.add(id);
  }
  const own = all.filter(({ id, name }) => family.has(id) && name === "workerd");
  return new Map(own.map(({ id, seconds }) => [id, seconds]));
}
