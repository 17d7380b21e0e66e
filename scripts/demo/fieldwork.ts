/** The three waves: the Worker is up while citizens answer, and down while the analyst reads the database (one owner of D1). */
import { HABITS } from "./citizen.ts";
import { runWave, type FieldReport } from "./field.ts";
import { deliver } from "./mailbox.ts";
import type { Steps } from "./steps.ts";
import type { Invitation, Ledger } from "./visit.ts";
import type { Run } from "../run.ts";

export interface Fieldwork {
  seed: string;
  rates: Readonly<Record<string, number>>;
  /** Starts the Worker; the caller stops it. */
  serve(): Promise<{ url: string; stop(): Promise<void> }>;
  /** Makes the letters of a wave. */
  letters(wave: number): Promise<void>;
}

export interface FieldworkReport {
  ledgers: Map<string, Ledger>;
  /** Somebody who was invited and never answered: the link to try. */
  silent: Invitation | null;
}

export async function fieldwork(run: Run, steps: Steps, work: Fieldwork): Promise<FieldworkReport> {
  const ledgers = new Map<string, Ledger>();
  let invited: Invitation[] = [];
  for (const wave of [0, 1, 2] as const) {
    await steps.do(
      wave === 0 ? "Letters to everybody in the sample" : `Reminder ${wave} to those who have not answered`,
      () => work.letters(wave),
    );
    const letters = await deliver(run, wave);
    if (wave === 0) invited = letters;
    await steps.do(
      `${letters.length} citizens find the letter of wave ${wave}; some answer, over HTTP`,
      async () => {
        const worker = await work.serve();
        const bar = steps.progress("citizens", letters.length);
        try {
          const settings = { base: worker.url, seed: work.seed, wave, rates: work.rates };
          const report = await runWave(letters, ledgers, {
            ...settings,
            progress: (done) => bar.update(done),
          });
          bar.stop();
          tell(steps, report);
        } finally {
          bar.stop();
          await worker.stop();
        }
      },
    );
  }
  return { ledgers, silent: invited.find((invitation) => !ledgers.has(invitation.respondent)) ?? null };
}

/** @throws Error when the server answered anything it should not have: the demo is a test of the chain. */
function tell(steps: Steps, report: FieldReport): void {
  for (const habit of HABITS) {
    const n = report.habits.get(habit) ?? 0;
    if (n > 0) steps.say(`${String(n).padStart(5)}  ${habit}`);
  }
  steps.say(`${String(report.optedOut).padStart(5)}  want no more reminders`);
  if (report.complaints.length > 0) {
    throw new Error(
      `the server answered wrongly ${report.complaints.length} times: ${report.complaints.slice(0, 5).join("; ")}`,
    );
  }
}
