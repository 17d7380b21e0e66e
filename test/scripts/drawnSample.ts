/** A round with a made-up frame, drawn by the real command, and letters that are out. */
import type { RoundInput } from "#survey/round.ts";
import { IDENTITY_COLUMNS, SAMPLE_COLUMNS } from "#survey/files.ts";
import { readTable } from "../../scripts/io/table.ts";
import { keyText } from "../../scripts/keys.ts";
import { batchFolder } from "../../scripts/letters/batchFolder.ts";
import { recipientsTable } from "../../scripts/letters/recipients.ts";
import { sampleCommand } from "../../scripts/sample.ts";
import { flowText, frameText, madePeople } from "./madeFrame.ts";
import { SETTINGS } from "./statusRound.ts";
import { workbench, type Workbench } from "./workbench.ts";

export const DRAW_KEY = new Uint8Array(32).fill(11);

/** Large, small and smaller than the 200 answers. */
export const PEOPLE = [
  ...madePeople("0751", 3000, 0),
  ...madePeople("0760", 900, 3000),
  ...madePeople("0492", 120, 3900),
];

/** Writes everything that `sample` reads. */
export async function frameOf(
  bench: Workbench,
  people: typeof PEOPLE,
  settings: RoundInput = SETTINGS,
): Promise<void> {
  await bench.write("round.json", JSON.stringify(settings));
  await bench.write("draw.key", keyText(DRAW_KEY));
  await bench.write("frame/frame.csv", frameText(people));
  await bench.write("frame/flow.csv", flowText(people));
}

/** A round folder in which the sample has been drawn. */
export async function drawn(people: typeof PEOPLE, settings: RoundInput = SETTINGS): Promise<Workbench> {
  const bench = await workbench();
  await frameOf(bench, people, settings);
  await bench.run(sampleCommand);
  return bench;
}

export const table = async <C extends string>(bench: Workbench, name: string, columns: readonly C[]) =>
  readTable(await bench.read(name), columns, name);

/** The rows of sample.csv in one batch of a municipality. */
export const sampledIn = async (bench: Workbench, municipality: string, batch = 0) =>
  (await table(bench, "sample/sample.csv", SAMPLE_COLUMNS)).filter(
    (row) => row.municipality === municipality && row.batch === String(batch),
  );

/** CPR numbers by respondent number in a municipality. */
export const cprsIn = async (bench: Workbench, municipality: string): Promise<Map<string, string>> =>
  new Map(
    (await table(bench, "sample/identities.csv", IDENTITY_COLUMNS))
      .filter((row) => row.municipality === municipality)
      .map((row) => [row.respondent, row.cpr]),
  );

/** Puts the frozen list of a batch in place, as `letters --wave 0` does. */
export async function lettersOut(bench: Workbench, municipality: string, batch = 0): Promise<void> {
  const recipients = (await sampledIn(bench, municipality, batch)).map((row) => row.respondent);
  await bench.write(
    `${batchFolder(0, { municipality, batch })}recipients.csv`,
    recipientsTable(0, municipality, {
      recipients: recipients.map((respondent) => ({ respondent, channel: "digital", sms: false })),
      asOf: "2026-08-20T10:00:00Z",
    }),
  );
}
