/**
 * Three weeks in the field: the Worker is up while citizens answer, and down while the analyst reads the database (one owner
 * of D1). Between the invitation and the first reminder two municipalities report on their letters.
 */
import type { IsoDate } from "#survey/dates.ts";
import { moveAnswers } from "./calendar.ts";
import { HABITS } from "./citizen.ts";
import { demoReports } from "./deliveryReports.ts";
import { runWave, type FieldReport } from "./field.ts";
import { deliver, deliverTexts } from "./mailbox.ts";
import type { Steps } from "./steps.ts";
import type { Invitation, Ledger } from "./visit.ts";
import type { Run } from "../run.ts";

export interface Fieldwork {
  seed: string;
  rates: Readonly<Record<string, number>>;
  /** The days of the letters. */
  waves: readonly IsoDate[];
  today: IsoDate;
  /** Starts the Worker; the caller stops it. */
  serve(): Promise<{ url: string; stop(): Promise<void> }>;
  /** Makes the letters of a wave, or the extra round of text messages. */
  letters(wave: number | "sms"): Promise<void>;
  /** Reads the status, with what a municipality reports. */
  status(delivery?: string): Promise<void>;
}

export interface FieldworkReport {
  ledgers: Map<string, Ledger>;
  /** Somebody who was invited and never answered: the link to try. */
  silent: Invitation | null;
}

const LETTERS = [
  "Letters to everybody in the sample",
  "Reminder 1 to those who have not answered",
  "Reminder 2",
];

export async function fieldwork(run: Run, steps: Steps, work: Fieldwork): Promise<FieldworkReport> {
  const ledgers = new Map<string, Ledger>();
  let invited: Invitation[] = [];
  for (const wave of [0, 1, 2] as const) {
    const letterDay = work.waves[wave] ?? work.today;
    await steps.onDay(letterDay, () => steps.do(LETTERS[wave] ?? "", () => work.letters(wave)));
    const letters = await deliver(run, wave);
    if (wave === 0) invited = letters;
    await live(steps, work, wave, letters, ledgers);
    await moveAnswers(run, { today: work.today, letterDay, seed: work.seed });
    if (wave === 0) await reports(run, steps, work, ledgers);
  }
  await extraRound(run, steps, work, invited, ledgers);
  return { ledgers, silent: invited.find((invitation) => !ledgers.has(invitation.respondent)) ?? null };
}

/** Two municipalities say what became of their letters: the next reminder goes on paper, or not at all. */
async function reports(
  run: Run,
  steps: Steps,
  work: Fieldwork,
  ledgers: ReadonlyMap<string, Ledger>,
): Promise<void> {
  const day = work.waves[1] ?? work.today;
  await steps.onDay(day, () =>
    steps.do("status --delivery: two municipalities report what became of their letters", async () => {
      for (const file of await demoReports(run, { seed: work.seed, day: work.waves[0] ?? day, ledgers })) {
        await work.status(file);
      }
    }),
  );
}

async function extraRound(
  run: Run,
  steps: Steps,
  work: Fieldwork,
  invited: readonly Invitation[],
  ledgers: Map<string, Ledger>,
): Promise<void> {
  await steps.do("status: where will each municipality end?", () => work.status());
  await steps.do("One extra text message where a municipality is short", () => work.letters("sms"));
  await live(steps, work, 3, await deliverTexts(run, invited), ledgers);
}

async function live(
  steps: Steps,
  work: Fieldwork,
  wave: 0 | 1 | 2 | 3,
  letters: readonly Invitation[],
  ledgers: Map<string, Ledger>,
): Promise<void> {
  const what = wave === 3 ? "the text message" : `the letter of wave ${wave}`;
  await steps.do(`${letters.length} citizens find ${what}; some answer, over HTTP`, async () => {
    const worker = await work.serve();
    const bar = steps.progress("citizens", letters.length);
    try {
      const settings = { base: worker.url, seed: work.seed, wave, rates: work.rates };
      const report = await runWave(letters, ledgers, { ...settings, progress: (done) => bar.update(done) });
      bar.stop();
      tell(steps, report);
    } finally {
      bar.stop();
      await worker.stop();
    }
  });
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
