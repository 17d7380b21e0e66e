/** What a command of the analyst's command line is. One file a command; `cli.ts` lists them. */
import type { Run } from "./run.ts";

export interface CommandOption {
  /** As commander reads it: `--wave <n>`, `--remote`. */
  flags: string;
  description: string;
  required?: true;
  /** The values it may have; any other is wrong usage. */
  choices?: readonly string[];
  /** The option may be given more than once; its value is a list. */
  repeated?: true;
}

export interface CommandResult {
  /** Lines for the person at the screen. */
  lines: string[];
  /** The same for machines (`--json`): counts and names, never personal data. */
  data: Record<string, unknown>;
  /** 1 when the command did its work and found something the user must mend (`check`). */
  exitCode?: 0 | 1;
}

export type OptionValues = Readonly<Record<string, string | boolean | string[] | undefined>>;

export interface Command {
  /** `sample`, or two words: `key backup`. */
  name: string;
  summary: string;
  /** A whole line a person can copy. */
  example: string;
  options: readonly CommandOption[];
  /** A second word after the round folder, which may be left out; it is handed on as an option of this name. */
  operand?: { name: string; description: string };
  run(run: Run, options: OptionValues): Promise<CommandResult>;
}
