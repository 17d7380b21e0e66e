/** `check`: the launch gate. Says of each condition whether it holds, and how to mend it where it does not. */
import { CONDITIONS } from "./check/conditions.ts";
import type { Condition, Finding } from "./check/condition.ts";
import { evidenceOf, type Evidence } from "./check/evidence.ts";
import type { Command, CommandResult, OptionValues } from "./command.ts";
import { CliError } from "./errors.ts";
import type { Run } from "./run.ts";

/** What a command would refuse is a condition that does not hold. */
async function findingOf(condition: Condition, evidence: Evidence): Promise<Finding> {
  try {
    return await condition.test(evidence);
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return { ok: false, found: `${error.what} (${error.where})`, how: error.how };
  }
}

const NAME_WIDTH = Math.max(...CONDITIONS.map((condition) => condition.name.length));

function linesOf(name: string, finding: Finding): string[] {
  const line = `${finding.ok ? "ok     " : "MISSING"}  ${name.padEnd(NAME_WIDTH)}  ${finding.found}`;
  return finding.ok ? [line] : [line, `${" ".repeat(NAME_WIDTH + 11)}→ ${finding.how}`];
}

async function gate(run: Run, options: OptionValues): Promise<CommandResult> {
  const evidence = evidenceOf(run, options["remote"] === true);
  // Without settings no condition can be judged: then there is one thing to mend, not seventeen.
  await evidence.round();
  const findings: { name: string; finding: Finding }[] = [];
  const progress = run.effects.progress("Check", CONDITIONS.length);
  for (const condition of CONDITIONS) {
    findings.push({ name: condition.name, finding: await findingOf(condition, evidence) });
    progress.update(findings.length);
  }
  progress.stop();
  const open = findings.filter(({ finding }) => !finding.ok);
  run.note(
    "missing",
    open.map(({ name }) => name),
  );
  await run.commit();
  return {
    lines: [
      ...findings.flatMap(({ name, finding }) => linesOf(name, finding)),
      "",
      open.length === 0
        ? evidence.remote
          ? "The round may open."
          : "On this machine nothing is missing. A deployed round may open when --remote says the same."
        : `The round may not open yet: ${open.length} of ${findings.length} conditions are missing.`,
    ],
    data: {
      mayOpen: open.length === 0,
      conditions: findings.map(({ name, finding }) => ({ name, ...finding })),
    },
    exitCode: open.length === 0 ? 0 : 1,
  };
}

export const checkCommand: Command = {
  name: "check",
  summary: "The launch gate: what is missing before the round may open",
  example: "npx borgersvar check rounds/2027-q2 --remote",
  options: [{ flags: "--remote", description: "look at the deployed database" }],
  run: gate,
};
