/** `init`: a round folder with settings to fill in and fresh keys. It never touches a key that is already there. */
import { chmod, mkdir } from "node:fs/promises";
import path from "node:path";
import * as z from "zod";
import { MUNICIPALITIES, municipalityOf, slugOf } from "#survey/municipalities.ts";
import { roundSchema, type Round } from "#survey/round.ts";
import { AGREEMENTS_FILE, agreementsText } from "./agreements.ts";
import type { Command, CommandResult, OptionValues } from "./command.ts";
import { CliError } from "./errors.ts";
import { starterRound } from "./init/starter.ts";
import { placeholdersIn } from "./init/placeholders.ts";
import { DRAW_KEY_FILE, fingerprint, KEY_BYTES, keyText, readKeyFile, ROUND_KEY_FILE } from "./keys.ts";
import { numberedLines } from "./paperCopy.ts";
import { listIssues, parseJson, ROUND_FILE } from "./round.ts";
import type { Run } from "./run.ts";

const SCHEMA_FILE = "round.schema.json";
/** The folders of a round in the order of the flow; `extracts` is where the municipalities' files are put. */
const FOLDERS = ["extracts", "frame", "sample", "waves", "status", "answers", "results", "export"];
const EXAMPLE_MUNICIPALITY = "0751";

const text = (value: OptionValues[string]): string | null => (typeof value === "string" ? value : null);

async function refuseExisting(run: Run): Promise<void> {
  for (const name of [ROUND_FILE, ROUND_KEY_FILE, DRAW_KEY_FILE]) {
    if (!(await run.exists(name))) continue;
    throw new CliError({
      what: "there is a round in this folder already",
      where: run.path(name),
      how: "Choose another folder. A key that is overwritten takes every answer sealed to it along.",
    });
  }
}

function codesOf(option: string | null): string[] {
  if (option === null) return [EXAMPLE_MUNICIPALITY];
  if (option === "all") return MUNICIPALITIES.map((m) => m.code);
  return option.split(",").map((typed) => {
    const code = typed.trim();
    if (municipalityOf(code)) return code;
    throw new CliError({
      what: `»${code}« is not the code of a municipality`,
      where: "--municipalities",
      how: "Give four-digit codes with a comma between, such as 0751,0461, or the word all.",
    });
  });
}

/** The name of the folder where it can be the id of a round. */
function idOf(folder: string): string {
  const slug = slugOf(path.basename(folder)).slice(0, 40);
  return roundSchema.shape.id.safeParse(slug).data ?? "runde-1";
}

async function settingsOf(run: Run, options: OptionValues): Promise<Round> {
  const from = text(options["from"]);
  if (from === null) return starterRound(idOf(run.folder), codesOf(text(options["municipalities"])));
  const where = path.resolve(from);
  const how = "Give --from the round.json of another round, or leave it out to start from a template.";
  const parsed = roundSchema.safeParse(
    parseJson(await run.readText(path.relative(run.folder, where), how), where),
  );
  if (parsed.success) return parsed.data;
  throw new CliError({ what: `settings do not fit:\n${listIssues(parsed.error)}`, where, how });
}

async function drawKeyOf(run: Run, option: string | null): Promise<Uint8Array> {
  if (option === null) return run.effects.random(KEY_BYTES);
  const how = "Give --draw-key the draw.key of an earlier round, or leave it out to get a new one.";
  return readKeyFile(run, path.relative(run.folder, path.resolve(option)), how);
}

const schemaText = (): string => `${JSON.stringify(z.toJSONSchema(roundSchema, { io: "input" }), null, 2)}\n`;

const settingsText = (round: Round): string =>
  `${JSON.stringify(Object.assign({ $schema: "" }, round, { $schema: `./${SCHEMA_FILE}` }), null, 2)}\n`;

async function makeFolders(run: Run): Promise<void> {
  for (const folder of [".", ...FOLDERS]) {
    await mkdir(run.path(folder), { recursive: true, mode: 0o700 });
    await chmod(run.path(folder), 0o700);
  }
}

async function makeRound(run: Run, options: OptionValues): Promise<CommandResult> {
  await refuseExisting(run);
  const round = await settingsOf(run, options);
  const drawKey = await drawKeyOf(run, text(options["drawKey"]));
  const roundKey = run.effects.random(KEY_BYTES);
  await makeFolders(run);
  run.usedKey("round", fingerprint(roundKey));
  run.usedKey("draw", fingerprint(drawKey));
  await run.write(ROUND_KEY_FILE, keyText(roundKey));
  await run.write(DRAW_KEY_FILE, keyText(drawKey));
  await run.write(".gitignore", "*\n");
  await run.write(AGREEMENTS_FILE, agreementsText(round.municipalities.map(({ code }) => code)));
  await run.write(SCHEMA_FILE, schemaText());
  await run.write(ROUND_FILE, settingsText(round));
  await run.commit();
  const left = placeholdersIn(round).length;
  return {
    lines: [
      `The round ${round.id} is in ${run.folder}.`,
      ...(left > 0
        ? [`round.json has ${left} settings to fill in: texts in [SKRIV: …], dates in 2099.`]
        : []),
      "",
      "Write this down on paper now and keep it away from this machine. Who loses round.key loses the answers.",
      ...numberedLines(roundKey),
      `  fingerprint ${fingerprint(roundKey)}`,
      "",
      `Then type it back: npx borgersvar key verify ${run.folder}`,
      "Keep a copy of draw.key too: a supplement and the next round need it.",
      `Write the day each municipality signed its processing agreement in ${AGREEMENTS_FILE}.`,
    ],
    data: {
      round: round.id,
      folder: run.folder,
      roundKey: fingerprint(roundKey),
      drawKey: fingerprint(drawKey),
      toFillIn: left,
    },
  };
}

export const initCommand: Command = {
  name: "init",
  summary: "Make a round folder: settings to fill in, keys, folders",
  example: "npx borgersvar init rounds/2027-q2 --municipalities 0751,0461",
  options: [
    { flags: "--from <file>", description: "start from the round.json of another round" },
    { flags: "--draw-key <file>", description: "use the draw.key of an earlier round" },
    { flags: "--municipalities <codes>", description: "codes with a comma between, or all" },
  ],
  run: makeRound,
};
