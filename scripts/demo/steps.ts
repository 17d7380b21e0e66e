/** Runs the commands of a round one after the other, as an analyst would, and says what each did and how long it took. */
import type { IsoDate } from "#survey/dates.ts";
import type { Command, CommandResult, OptionValues } from "../command.ts";
import { quiet, type Effects } from "../effects.ts";
import { Run } from "../run.ts";

export class Steps {
  readonly folder: string;
  readonly #effects: Effects;
  #number = 0;
  /** The day on which commands are run; null for today. */
  #day: IsoDate | null = null;

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
    const day = this.#day;
    const now = (): Date => (day === null ? this.#effects.now() : new Date(`${day}T08:00:00Z`));
    const run = new Run(this.folder, command.name, { ...quiet(this.#effects), now });
    try {
      const result = await command.run(run, options);
      for (const line of result.lines.filter(show)) this.say(line);
      return result;
    } finally {
      await run.discard();
    }
  }

  /** Runs the commands of `work` as on another day. */
  async onDay<T>(day: IsoDate, work: () => Promise<T>): Promise<T> {
    this.#day = day;
    try {
      return await work();
    } finally {
      this.#day = null;
    }
  }

  say(line: string): void {
    this.#effects.say(`   ${line}`);
  }

  progress(label: string, total: number): { update(done: number): void; stop(): void } {
    return this.#effects.progress(`   ${label}`, total);
  }
}
