/** Once letters are out, the sample stands: it may be made again, byte by byte, but never become another one. */
import { createHash } from "node:crypto";
import { CliError } from "../errors.ts";
import { lastRun, readJournal, sha256In } from "../journal.ts";
import type { Run } from "../run.ts";

const FIRST_WAVE = "waves/0";

/**
 * @param files the texts that are about to be written, by name
 * @throws CliError when wave 0 is out and a text is not the one that the journal's last `sample` wrote.
 */
export async function refuseOtherSample(run: Run, files: ReadonlyMap<string, string>): Promise<void> {
  if (!(await run.exists(FIRST_WAVE))) return;
  const last = lastRun(await readJournal(run), "sample");
  const changed = [...files].filter(
    ([name, text]) => sha256In(last?.written ?? [], name) !== createHash("sha256").update(text).digest("hex"),
  );
  if (changed.length === 0) return;
  throw new CliError({
    what: `letters of wave 0 are out, and these inputs give another sample (${changed.map(([name]) => name).join(", ")})`,
    where: run.path(FIRST_WAVE),
    how: "Put back the frame, round.json and draw.key that the letters were made from. People who were invited stay in the sample.",
  });
}
