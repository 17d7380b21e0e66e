/**
 * Who asks: found by personal code, CPR number or respondent number. Code and CPR number are typed or piped in, never
 * options: what stands on a command line is kept in the shell's history and shown to everybody who lists processes.
 */
import { deriveKeys, tokenFor } from "#db/keys.ts";
import { parseCode } from "#survey/code.ts";
import { parseCpr } from "#survey/cpr.ts";
import type { CommandOption, OptionValues } from "../command.ts";
import { CliError } from "../errors.ts";
import { readRoundKey } from "../keys.ts";
import { readIdentities } from "../letters/identities.ts";
import type { Run } from "../run.ts";
import { readSampledPeople, type SampledPerson } from "../status/sampledPeople.ts";

export const SUBJECT_OPTIONS: readonly CommandOption[] = [
  { flags: "--cpr", description: "by CPR number, which is asked for or piped in" },
  { flags: "--code", description: "by personal code, which is asked for or piped in" },
  { flags: "--respondent <number>", description: "by respondent number" },
];

const usage = (): CliError =>
  new CliError({
    what: "it is not said who asks",
    where: "--cpr, --code, --respondent",
    how: "Give one of them; CPR number and code are asked for, or piped in as in `… --cpr < file`.",
  });

async function typed(run: Run, question: string): Promise<string> {
  const answer = (await run.effects.ask(question, { hidden: true })) ?? (await run.effects.input());
  if (answer !== null && answer.trim() !== "") return answer.trim();
  throw new CliError({
    what: "nothing was typed",
    where: "the terminal",
    how: "Run the command in a terminal and type it, or pipe it in.",
  });
}

const CODES_AT_A_TIME = 500;

/** The respondent number that a code was derived from, or `null`. */
async function respondentOfCode(
  run: Run,
  people: readonly SampledPerson[],
  code: string,
): Promise<string | null> {
  const { tokenKey } = await deriveKeys(await readRoundKey(run));
  const progress = run.effects.progress("Codes", people.length);
  try {
    for (let start = 0; start < people.length; start += CODES_AT_A_TIME) {
      const some = people.slice(start, start + CODES_AT_A_TIME);
      const codes = await Promise.all(some.map(({ respondent }) => tokenFor(tokenKey, respondent)));
      const place = codes.indexOf(code);
      if (place >= 0) return some[place]?.respondent ?? null;
      progress.update(start + some.length);
    }
    return null;
  } finally {
    progress.stop();
  }
}

async function byCode(run: Run, people: readonly SampledPerson[]): Promise<string | null> {
  const code = parseCode(await typed(run, "Personal code:"));
  if (code.ok) return respondentOfCode(run, people, code.code);
  throw new CliError({
    what: "this is no personal code: a symbol is wrong or missing",
    where: "the code",
    how: "Type the 16 symbols as they stand in the letter.",
  });
}

async function byCpr(run: Run): Promise<string | null> {
  const digits = (await typed(run, "CPR number:")).replace(/[-\s]/g, "");
  if (!parseCpr(digits).ok) {
    throw new CliError({
      what: "this is no CPR number",
      where: "the CPR number",
      how: "Type the ten digits, with or without a hyphen.",
    });
  }
  const found = [...(await readIdentities(run))].find(([, { cpr }]) => cpr === digits);
  return found?.[0] ?? null;
}

/** @throws CliError when nobody in the sample is meant; the message never shows what was typed. */
export async function subjectOf(run: Run, options: OptionValues): Promise<SampledPerson> {
  const { cpr, code, respondent } = options;
  const ways = [cpr === true, code === true, typeof respondent === "string"].filter(Boolean).length;
  if (ways !== 1) throw usage();
  const people = await readSampledPeople(run);
  const number =
    typeof respondent === "string" ? respondent : await (cpr === true ? byCpr(run) : byCode(run, people));
  const person = people.find((candidate) => candidate.respondent === number);
  if (person) return person;
  throw new CliError({
    what: "nobody in this round's sample is meant",
    where: run.path("sample"),
    how: "Is it this round? Somebody who was not drawn was never asked; what the extract holds of them, the municipality has.",
  });
}
