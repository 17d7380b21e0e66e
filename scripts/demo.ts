/**
 * `demo`: a round of nine municipalities with synthetic citizens, through the whole chain: the real commands, the real
 * Worker, a real local D1. It ends by holding what `pull` opened against what each citizen was told had been received.
 */
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { ANSWER_COLUMNS, FREETEXT_COLUMNS, LOCAL_COLUMNS } from "#survey/files.ts";
import { municipalityOf } from "#survey/municipalities.ts";
import { deriveKeys } from "#db/keys.ts";
import { AGREEMENTS_FILE } from "./agreements.ts";
import { auditCommand } from "./audit.ts";
import type { Command, CommandResult, OptionValues } from "./command.ts";
import { CliError } from "./errors.ts";
import { canaryCommand } from "./canary.ts";
import { checkCommand } from "./check.ts";
import { compare, type Comparison } from "./demo/compare.ts";
import { demoExtracts } from "./demo/extracts.ts";
import { fieldwork } from "./demo/fieldwork.ts";
import { freshFolder } from "./demo/folder.ts";
import { DEMO_DAYS_IN, demoRound } from "./demo/round.ts";
import { Steps } from "./demo/steps.ts";
import type { Invitation, Ledger } from "./demo/visit.ts";
import { estimateCommand } from "./estimate.ts";
import { exportCommand } from "./export.ts";
import { ingestCommand } from "./ingest.ts";
import { initCommand } from "./init.ts";
import { startWorker } from "./io/worker.ts";
import { readTable } from "./io/table.ts";
import { keyBackupCommand } from "./keyBackup.ts";
import { keyVerifyCommand } from "./keyVerify.ts";
import { readRoundKey } from "./keys.ts";
import { lettersCommand } from "./letters.ts";
import { publishCommand } from "./publish.ts";
import { pullCommand } from "./pull.ts";
import { readRound } from "./round.ts";
import type { Run } from "./run.ts";
import { sampleCommand } from "./sample.ts";
import { siteCommand } from "./site.ts";
import { statusCommand } from "./status.ts";
import { copenhagenDay } from "./status/today.ts";

const HOW = "Run the demo again.";

async function demo(run: Run, options: OptionValues): Promise<CommandResult> {
  const port = portOf(options["port"]);
  const seed = typeof options["seed"] === "string" ? options["seed"] : "borgersvar";
  const steps = new Steps(run.folder, run.effects);
  await freshFolder(run.folder, seed);
  await prepare(run, steps, seed, port);
  const serve = await server(run, port);
  const { sampling, field } = await readRound(run);
  const { ledgers, silent } = await fieldwork(run, steps, {
    seed,
    rates: sampling.expectedResponse,
    waves: field.waves,
    today: copenhagenDay(run.effects.now()),
    serve,
    letters: async (wave) => void (await steps.run(lettersCommand, { wave: String(wave) })),
    status: async (delivery) =>
      void (await steps.run(statusCommand, delivery === undefined ? {} : { delivery }, (line) =>
        delivery === undefined ? !line.startsWith("Next:") : /\.(xlsx|csv): /.test(line),
      )),
  });
  const comparison = await count(run, steps, ledgers);
  const links = linksOf(run, silent, port);
  const data = { ...comparison, differences: comparison.differences.length, ...links };
  if (options["once"] !== true) {
    const worker = await serve();
    for (const line of told(links)) run.effects.say(line);
    run.effects.say("\nServing; Ctrl+C ends it.");
    await interrupted();
    await worker.stop();
    return { lines: [], data };
  }
  return { lines: told(links), data };
}

async function prepare(run: Run, steps: Steps, seed: string, port: number): Promise<void> {
  await steps.do("A round folder: settings, keys, and the paper copy of the key typed back", () =>
    makeRound(run, steps, port),
  );
  await steps.do("Nine municipalities send their extracts", async () => {
    const round = await readRound(run);
    for (const file of await demoExtracts({ seed, round })) {
      await writeFile(run.path(path.join("extracts", file.name)), file.bytes, { mode: 0o600 });
      steps.say(file.name);
    }
  });
  await steps.do("ingest: one frame of all who can be asked", () => steps.run(ingestCommand));
  await steps.do("sample: how many, and who", () => steps.run(sampleCommand));
  await steps.do("publish: row ids to D1; no name, no CPR number, no code", () => steps.run(publishCommand));
  await steps.do("site: the questionnaire of each municipality", () => steps.run(siteCommand));
  await steps.do("canary: made-up answers through the Worker, opened with the round key", () =>
    steps.run(canaryCommand),
  );
}

async function makeRound(run: Run, steps: Steps, port: number): Promise<void> {
  const settings = run.path("demo-round.json");
  const today = copenhagenDay(run.effects.now());
  const round = demoRound({ today, baseUrl: `http://localhost:${port}`, daysIn: DEMO_DAYS_IN });
  await writeFile(settings, JSON.stringify(round));
  await steps.run(initCommand, { from: settings }, (line) => line.startsWith("The round"));
  const paper = run.path("demo-paper-copy.txt");
  const backup = await steps.run(keyBackupCommand, {}, () => false);
  await writeFile(paper, backup.lines.join("\n"), { mode: 0o600 });
  await steps.run(keyVerifyCommand, { copy: paper });
  const signed = round.municipalities.map(({ code }) => `${code},${round.deadlines.agreement},opdigtet`);
  await writeFile(run.path(AGREEMENTS_FILE), `municipality,signed_on,reference\n${signed.join("\n")}\n`);
  await rm(settings);
  await rm(paper);
}

/** Starts the Worker of the round on the port, as often as asked. */
async function server(run: Run, port: number): Promise<() => ReturnType<typeof startWorker>> {
  const { pepper } = await deriveKeys(await readRoundKey(run));
  return () => startWorker({ persistTo: run.path("d1"), assets: run.path("dist"), pepper, port });
}

async function count(run: Run, steps: Steps, ledgers: Map<string, Ledger>): Promise<Comparison> {
  await steps.do("status: who has answered, and a page for one municipality without small counts", () =>
    steps.run(statusCommand, { forMunicipality: "0482" }),
  );
  await steps.do("pull: the round key opens the answers", () => steps.run(pullCommand));
  const comparison = await steps.do(
    "Is everything there? Each citizen against what pull opened",
    async () => {
      const found = compare(ledgers, {
        answers: await table(run, "answers/answers.csv", ANSWER_COLUMNS),
        local: await table(run, "answers/local.csv", LOCAL_COLUMNS),
        freetext: await table(run, "answers/freetext.csv", FREETEXT_COLUMNS),
      });
      for (const line of verdict(found)) steps.say(line);
      if (found.differences.length > 0)
        throw new Error(`what was pulled differs: ${found.differences.slice(0, 5).join("; ")}`);
      return found;
    },
  );
  await steps.do("estimate: weighted results, small groups withheld", () => steps.run(estimateCommand));
  await steps.do("audit: can anything that is withheld be found?", () => audited(steps));
  await steps.do("export: for R and for people", () => steps.run(exportCommand));
  await steps.do("site: the same pages, now with results", () => steps.run(siteCommand));
  await steps.do("check: may this round open?", () => steps.run(checkCommand));
  return comparison;
}

/** @throws Error when the audit finds something: results that leak are not shown, in a demo neither. */
async function audited(steps: Steps): Promise<void> {
  const { exitCode, lines } = await steps.run(auditCommand);
  if (exitCode === 1) throw new Error(lines.join("\n"));
}

const table = async <C extends string>(run: Run, name: string, columns: readonly C[]) =>
  readTable(await run.readText(name, HOW), columns, name);

const verdict = (found: Comparison): string[] => [
  `${found.finals} acknowledged finals: all there, none changed, none invented`,
  `${found.drafts} drafts of people who broke off: as the server last acknowledged them`,
  `${found.withdrawn} withdrawn: gone`,
  `${found.texts} free texts and ${found.localAnswers} answers to local questions: word for word`,
];

interface Links {
  personalLink: string | null;
  results: string;
  letters: string;
}

function linksOf(run: Run, silent: Invitation | null, port: number): Links {
  const slug = municipalityOf(silent?.municipality ?? "")?.slug ?? "";
  const base = `http://localhost:${port}`;
  return {
    personalLink: silent ? `${base}/${slug}/#${silent.code}` : null,
    results: `${base}/resultater/`,
    letters: run.path("waves"),
  };
}

const told = (links: Links): string[] => [
  "",
  `A personal link to try:  ${links.personalLink ?? "(everybody has answered)"}`,
  `The results:             ${links.results}`,
  `The letters:             ${links.letters}`,
];

function portOf(option: OptionValues[string]): number {
  const port = Number(option ?? "8787");
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new CliError({ what: "the port is no port", where: "--port", how: "Give a number from 1 to 65535." });
}

const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });

export const demoCommand: Command = {
  name: "demo",
  summary: "Make a demo round, run the whole chain on it, and serve it",
  example: "npx borgersvar demo demo --once",
  options: [
    { flags: "--once", description: "end instead of serving" },
    { flags: "--port <number>", description: "port to serve on (8787)" },
    { flags: "--seed <text>", description: "another seed gives other citizens" },
  ],
  run: demo,
};
