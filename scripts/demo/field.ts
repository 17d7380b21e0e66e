/** One wave in the field: who answers, and how, of those who got a letter. */
import { answer, chooseHabit, type Habit, type World } from "./citizen.ts";
import type { Random } from "./random.ts";
import { createRandom } from "./random.ts";
import { emptyLedger, Visit, type Invitation, type Ledger } from "./visit.ts";

/** Of those who will answer at all, the share that does so in each wave; the last are those whom only an extra SMS moves. */
const WAVE_SHARES = [0.57, 0.24, 0.14, 0.05];
const OPT_OUT = 0.012;
/** Strangers who try a code that nobody has, a wave. */
const GUESSERS = 5;
const CONCURRENT = 12;
/** How content each target group is, in standard deviations. */
const GROUP_MOOD: Readonly<Record<string, number>> = {
  dagpenge: 0.1,
  sygedagpenge: 0.15,
  jobparate: -0.05,
  aktivitetsparate: -0.3,
};

export interface FieldSettings {
  base: string;
  seed: string;
  /** 3 is the extra round of text messages. */
  wave: 0 | 1 | 2 | 3;
  /** Share of each target group that answers over all waves. */
  rates: Readonly<Record<string, number>>;
  progress(done: number): void;
}

export interface FieldReport {
  habits: Map<Habit, number>;
  optedOut: number;
  /** Anything the server should not have answered; empty in a sound round. */
  complaints: string[];
}

/** Lets those invited in a wave do what they do. The ledgers (by respondent) are added to. */
export async function runWave(
  invitations: readonly Invitation[],
  ledgers: Map<string, Ledger>,
  settings: FieldSettings,
): Promise<FieldReport> {
  const report: FieldReport = { habits: new Map(), optedOut: 0, complaints: [] };
  const queue = invitations.entries();
  const work = async (): Promise<void> => {
    for (const [i, invitation] of queue) {
      await liveThrough(invitation, ledgers, settings, report);
      settings.progress(i + 1);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENT }, work));
  await guess(invitations, settings, report);
  return report;
}

async function liveThrough(
  invitation: Invitation,
  ledgers: Map<string, Ledger>,
  settings: FieldSettings,
  report: FieldReport,
): Promise<void> {
  const person = createRandom(`${settings.seed} ${invitation.respondent}`);
  const municipality = createRandom(`${settings.seed} ${invitation.municipality}`);
  const mood =
    person.normal() * 0.8 + municipality.normal() * 0.2 + (GROUP_MOOD[invitation.targetGroup] ?? 0);
  const rate = (settings.rates[invitation.targetGroup] ?? 0.2) * (0.85 + 0.3 * municipality.next());
  const random = createRandom(`${settings.seed} ${invitation.respondent} wave ${settings.wave}`);
  const complain = (what: string): void => void report.complaints.push(`${invitation.municipality}: ${what}`);
  const world: World = { base: settings.base, random, complain };
  if (decides(person, rate, settings.wave)) {
    const habit = chooseHabit(random);
    report.habits.set(habit, (report.habits.get(habit) ?? 0) + 1);
    await answer(world, invitation, ledgerOf(invitation, ledgers), habit, mood);
  } else if (random.chance(OPT_OUT)) {
    const ledger = ledgerOf(invitation, ledgers);
    await (await Visit.open(settings.base, invitation, ledger, random, complain)).optOut(false);
    report.optedOut++;
  }
}

/** A person's mind is made up once: not at all, or with the letter of one of the waves. */
function decides(person: Random, rate: number, wave: number): boolean {
  if (!person.chance(rate)) return false;
  const u = person.next();
  const from = WAVE_SHARES.slice(0, wave).reduce((sum, share) => sum + share, 0);
  return u >= from && u < from + (WAVE_SHARES[wave] ?? 0);
}

function ledgerOf(invitation: Invitation, ledgers: Map<string, Ledger>): Ledger {
  const ledger = ledgers.get(invitation.respondent) ?? emptyLedger();
  ledgers.set(invitation.respondent, ledger);
  return ledger;
}

/** Strangers try codes that nobody has: they must learn nothing and change nothing. */
async function guess(
  invitations: readonly Invitation[],
  settings: FieldSettings,
  report: FieldReport,
): Promise<void> {
  const [first] = invitations;
  if (!first) return;
  for (let i = 0; i < GUESSERS; i++) {
    const random = createRandom(`${settings.seed} stranger ${settings.wave} ${i}`);
    const visit = await Visit.open(
      settings.base,
      first,
      emptyLedger(),
      random,
      (what) => void report.complaints.push(what),
    );
    const status = await visit.sendByForm({ q1: "1" }, "send", strangersCode(random));
    if (status === 303) report.complaints.push("a code that nobody has was accepted");
  }
}

const strangersCode = (random: Random): string =>
  Array.from({ length: 16 }, () => random.pick("0123456789ABCDEFGHJKMNPQRSTVWXYZ".split(""))).join("");
