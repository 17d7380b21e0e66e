/**
 * Every command of the README, in its order, as a reader runs them: with npm and npx, on the demo's smallest
 * municipalities. `npm test` cannot run itself: that `.ci/run` runs exactly it is looked at instead.
 */
import { execFile, spawn } from "node:child_process";
import { access, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deriveKeys } from "#db/keys.ts";
import { roundSchema } from "#survey/round.ts";
import { demoExtracts } from "../scripts/demo/extracts.ts";
import { runWave } from "../scripts/demo/field.ts";
import { deliver } from "../scripts/demo/mailbox.ts";
import { demoRound } from "../scripts/demo/round.ts";
import { defaultEffects } from "../scripts/effects.ts";
import { startWorker } from "../scripts/io/worker.ts";
import { readRoundKey } from "../scripts/keys.ts";
import { Run } from "../scripts/run.ts";

const root = path.resolve(import.meta.dirname, "..");
const ROUND = "rounds/2027-q2";
const RETURNED = "rounds/returned.csv";
const MUNICIPALITIES = ["0665", "0825"];
const MINUTES = 60_000;
const run = promisify(execFile);

const readme = await readFile(path.join(root, "README.md"), "utf8");
const commands = [...readme.matchAll(/^```sh\n([\s\S]*?)^```/gm)]
  .flatMap((block) => (block[1] ?? "").split("\n"))
  .filter((line) => line.trim() !== "");
const ofRound = commands.filter((line) => line.startsWith("npx borgersvar"));

let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), "borgersvar-readme-"));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

describe("README.md", () => {
  it("has the two commands and a whole round", () => {
    expect(commands.filter((line) => !line.startsWith("npx borgersvar"))).toEqual(["npm start", "npm test"]);
    expect(ofRound.length).toBeGreaterThan(12);
    expect(readme.split("\n").length).toBeLessThan(150);
  });

  it("npm test is what CI runs", async () => {
    const ci = (await readFile(path.join(root, ".ci/run"), "utf8")).trim().split("\n");
    expect(ci.at(-1)).toBe("npm test");
  });

  it(
    "npm start serves the demo and prints a link that works",
    async () => {
      const { output, pages } = await startAndVisit();
      expect(pages.personal).toContain("Oplever du at blive mødt med tillid");
      expect(pages.results).toContain("<table");
      expect(output).toMatch(/acknowledged finals: all there, none changed, none invented/);
    },
    20 * MINUTES,
  );

  it.each(ofRound)(
    "%s",
    async (line) => {
      const words = line
        .replaceAll(ROUND, path.join(scratch, "round"))
        .replaceAll(RETURNED, path.join(scratch, "returned.csv"))
        .split(" ");
      if (line.includes("key verify")) words.push("--copy", path.join(scratch, "paper.txt"));
      if (line.includes(" template ")) await fillRound();
      if (line.includes(" --delivery ")) await returnALetter();
      else if (line.includes(" status ")) await letCitizensAnswer();
      // The launch gate rightly finds that this round is on this machine only.
      const expected = line.includes(" check ") ? 1 : 0;
      const { code, output } = await npx(words.slice(1));
      if (line.includes(" init ")) await writeFile(path.join(scratch, "paper.txt"), output);
      const open = line.includes(" check ") ? await openToOthers() : [];
      expect({ code, output, open }).toEqual({ code: expected, output, open: [] });
    },
    5 * MINUTES,
  );

  it("and every file of that round is its owner's alone", async () => {
    // This process has answered for the citizens: what its Worker left in d1 is its own.
    const open = await openToOthers();
    expect(open.filter((name) => !name.startsWith(`d1${path.sep}`))).toEqual([]);
  });
});

/** What somebody else on the machine could read of the round; what the reader has put there by hand is not ours. */
async function openToOthers(): Promise<string[]> {
  const round = path.join(scratch, "round");
  const entries = await readdir(round, { recursive: true, withFileTypes: true });
  const names = entries.map((entry) => path.join(entry.parentPath, entry.name));
  const modes = await Promise.all(
    names.map(async (name) => ({ name: path.relative(round, name), mode: (await stat(name)).mode })),
  );
  expect(modes.length).toBeGreaterThan(50);
  return modes
    .filter(({ name, mode }) => (mode & 0o077) !== 0 && !name.startsWith(`extracts${path.sep}`))
    .map(({ name }) => name);
}

async function npx(words: readonly string[]): Promise<{ code: number; output: string }> {
  try {
    const { stdout } = await run("npx", ["--no-install", ...words], { cwd: root });
    return { code: 0, output: stdout };
  } catch (error) {
    if (!(error instanceof Error && "code" in error && "stdout" in error && "stderr" in error)) throw error;
    return { code: Number(error.code), output: `${String(error.stdout)}\n${String(error.stderr)}` };
  }
}

/** What the reader does by hand: settings filled in, the municipalities' files put in place. */
async function fillRound(): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  const input = demoRound({ today, baseUrl: "http://localhost:8787", municipalities: MUNICIPALITIES });
  const round = roundSchema.parse(input);
  await writeFile(path.join(scratch, "round/round.json"), JSON.stringify(input));
  for (const file of await demoExtracts({ seed: "readme", round, municipalities: MUNICIPALITIES })) {
    await writeFile(path.join(scratch, "round/extracts", file.name), file.bytes);
  }
}

/** A municipality has found one citizen without Digital Post. */
async function returnALetter(): Promise<void> {
  const identities = await readFile(path.join(scratch, "round/sample/identities.csv"), "utf8");
  const [, , cpr] = (identities.split("\n")[1] ?? "").split(",");
  await writeFile(path.join(scratch, "returned.csv"), `CPR-nr.;Status\n${cpr};Ikke tilmeldt Digital Post\n`);
}

/** The letters have gone out: everybody answers, in one way or another. */
async function letCitizensAnswer(): Promise<void> {
  const round = new Run(path.join(scratch, "round"), "readme", defaultEffects);
  const { pepper } = await deriveKeys(await readRoundKey(round));
  const worker = await startWorker({
    persistTo: round.path("d1"),
    assets: round.path("dist"),
    pepper,
    port: 0,
  });
  try {
    const rates = { dagpenge: 1, aktivitetsparate: 1, sygedagpenge: 1, jobparate: 1 };
    const settings = { base: worker.url, seed: "readme", wave: 0, rates, progress: () => {} } as const;
    const { complaints } = await runWave(await deliver(round, 0), new Map(), settings);
    expect(complaints).toEqual([]);
  } finally {
    await worker.stop();
  }
}

/** Starts the demo, opens what it prints, and ends it as Ctrl+C does. A demo that hangs tells how far it came. */
async function startAndVisit() {
  const demo = spawn("npm", ["start"], { cwd: root, detached: true });
  let output = "";
  const served = new Promise<void>((resolve, reject) => {
    setTimeout(
      () => reject(new Error(`npm start is not done in 18 minutes:\n${output}`)),
      18 * MINUTES,
    ).unref();
    demo.stdout.on("data", (chunk) => {
      output += String(chunk);
      if (output.includes("Serving;")) resolve();
    });
    demo.stderr.on("data", (chunk) => (output += String(chunk)));
    demo.on("exit", (code) => reject(new Error(`npm start ended with ${code}:\n${output}`)));
  });
  const ended = new Promise((resolve) => demo.on("exit", resolve));
  try {
    await served;
    const [personal = ""] = /http:\/\/localhost:8787\/[a-z-]+\/#\S+/.exec(output) ?? [];
    const [letters = ""] = /\/\S+\/waves$/m.exec(output) ?? [];
    await access(letters);
    const pages = {
      personal: await (await fetch(personal)).text(),
      results: await (await fetch("http://localhost:8787/resultater/")).text(),
    };
    return { output, pages };
  } finally {
    if (demo.pid !== undefined && demo.exitCode === null) process.kill(-demo.pid, "SIGINT");
    await ended;
  }
}
