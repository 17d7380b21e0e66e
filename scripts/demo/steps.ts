/** Runs the commands of a round one after the other, as an analyst would, and says what each did and how long it took. */
import type { Command, CommandResult, OptionValues } from "../command.ts";
import { quiet, type Effects } from "../effects.ts";
import { Run } from "../run.ts";

export class Steps {
  readonly folder: string;
  readonly #effects: Effects;
  #number = 0;

  constructor(folder: string, effects: Effects) {
    this.folder = folder;
    this.#effects = effects;
  }

  /** Says what happens next, does it, and says how long it took. */
  async do<T>(title: string, work: () => Promise<T>): Promise<T> {
    this.#number++;
    const started = performance.now();
    this.#effects.say(`\n${this.#number}. ${title}`);
    const result = await work();
    this.#effects.say(`   (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    return result;
  }

  /** Runs a command as the command line would; its lines are shown, indented. */
  async run(
    command: Command,
    options: OptionValues = {},
    show: (line: string) => boolean = () => true,
  ): Promise<CommandResult> {
    const run = new Run(this.folder, command.name, quiet(this.#effects));
    try {
      const result = await command.run(run, options);
      for (const line of result.lines.filter(show)) this.say(line);
      return result;
    } finally {
      await run.discard();
    }
  }

  say(line: string): void {
    this.#effects.say(`   ${line}`);
  }

  progress(label: string, total: number): { update(done: number): void; stop(): void } {
    return this.#effects.progress(`   ${label}`, total);
  }
}
