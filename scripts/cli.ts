#!/usr/bin/env -S node --disable-warning=ExperimentalWarning
/** `npx borgersvar <command> <round folder>`: exit code 0 done, 1 the user must mend something, 2 wrong usage. */
import { Command as Program, CommanderError, Option } from "commander";
import type { Command, OptionValues } from "./command.ts";
import { commands, type CommandEntry } from "./commands.ts";
import { defaultEffects, quiet, type Effects } from "./effects.ts";
import { CliError, systemErrorCode } from "./errors.ts";
import { stayOffline } from "./offline.ts";
import { applyErasures } from "./person/erasures.ts";
import { refuseUnsafePlace } from "./place.ts";
import { Run } from "./run.ts";
import type { Unlock } from "./vault.ts";
import { VERSION } from "./version.ts";

async function execute(
  command: Command,
  folder: string,
  options: OptionValues,
  effects: Effects,
): Promise<number> {
  const json = options["json"] === true;
  const seen = json ? quiet(effects) : effects;
  const run = new Run(folder, command.name, seen, unlockOf(options));
  try {
    await refuseUnsafePlace(run.folder, command.name);
    await applyErasures(run);
    const result = await command.run(run, options);
    if (json) effects.say(JSON.stringify(result.data));
    else for (const line of result.lines) effects.say(line);
    return result.exitCode ?? 0;
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    if (json)
      effects.say(JSON.stringify({ error: { what: error.what, where: error.where, how: error.how } }));
    effects.warn(`${command.name}: ${error.what}\n  where: ${error.where}\n  how:   ${error.how}`);
    return 1;
  } finally {
    await run.discard();
  }
}

const ENVIRONMENT = {
  identityFile: "BORGERSVAR_IDENTITY_FILE",
  passphraseFile: "BORGERSVAR_PASSPHRASE_FILE",
};

/** What opens encrypted identities: options, or else the environment. */
function unlockOf(options: OptionValues): Unlock {
  const named = Object.entries(ENVIRONMENT).flatMap(([name, variable]) => {
    const file = options[name] ?? process.env[variable];
    return typeof file === "string" && file !== "" ? [[name, file]] : [];
  });
  return Object.fromEntries(named);
}

function define(
  parent: Program,
  name: string,
  command: Command,
  done: (code: number) => void,
  effects: Effects,
): void {
  const program = parent
    .command(name)
    .summary(command.summary)
    .description(command.summary)
    .argument("<round>", "the round folder")
    .option("--json", "print the result as JSON")
    .option("--identity-file <file>", "age identity that opens what names people, where it is encrypted")
    .option("--passphrase-file <file>", "the passphrase of the round's own identity")
    .addHelpText("after", `\nExample:\n  ${command.example}`);
  for (const spec of command.options) {
    const option = new Option(spec.flags, spec.description).makeOptionMandatory(spec.required === true);
    if (spec.repeated)
      option.argParser((value: string, list: string[] | undefined) => [...(list ?? []), value]);
    if (spec.choices) option.choices(spec.choices);
    program.addOption(option);
  }
  const { operand } = command;
  if (operand) program.argument(`[${operand.name}]`, operand.description);
  program.action(async (folder: string) => {
    const options: OptionValues = program.opts();
    const named = operand ? { [operand.name]: program.args[1] } : {};
    done(await execute(command, folder, { ...options, ...named }, effects));
  });
}

/** The command that the line names; all of them when it names none, so that help can tell what there is. */
function namedBy(args: readonly string[]): readonly CommandEntry[] {
  const named = commands.filter(({ name }) => name === args.slice(0, name.split(" ").length).join(" "));
  return named.length > 0 ? named : commands;
}

/** Runs the command line; returns the exit code. Bugs throw. */
export async function main(args: readonly string[], effects: Effects = defaultEffects): Promise<number> {
  stayOffline();
  let exitCode = 0;
  const program = new Program("borgersvar")
    .description("Citizen surveys across municipalities, from extract to published results.")
    .version(VERSION)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => effects.say(text.trimEnd()),
      writeErr: (text) => effects.warn(text.trimEnd()),
    });
  const groups = new Map<string, Program>();
  for (const { load } of namedBy(args)) {
    const command = await load();
    const [first = "", second] = command.name.split(" ");
    if (second === undefined) {
      define(program, first, command, (code) => (exitCode = code), effects);
      continue;
    }
    const group = groups.get(first) ?? program.command(first).description(`Commands on the ${first}`);
    groups.set(first, group);
    define(group, second, command, (code) => (exitCode = code), effects);
  }
  try {
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

if (import.meta.main) {
  // What the tools that are called write is the owner's alone too: the database, the site, its cache.
  process.umask(0o077);
  // Whoever reads the lines may have seen enough, as in `borgersvar status … | head`.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error) => {
      if (systemErrorCode(error) !== "EPIPE") throw error;
    });
  }
  process.exitCode = await main(process.argv.slice(2));
}
