/**
 * Whole field periods at random, over the real planning functions and real lists on the disk: people answer, opt out, die,
 * move, lose a channel; commands come in any order, twice, and are cut at any list. Beside them runs a model that knows only
 * the promise: no letter to anybody who should not get one, nobody forgotten, a list never redrawn.
 */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RespondentStatus } from "#db/queries/listStatus.ts";
import { REACHABLE, type Reachability } from "#survey/contact/delivery.ts";
import { CONTACTS, type Contact } from "#survey/contact/waves.ts";
import { defaultEffects, quiet } from "../../../scripts/effects.ts";
import { batchFolder } from "../../../scripts/letters/batchFolder.ts";
import { planWave, type Knowledge } from "../../../scripts/letters/plan.ts";
import { RECIPIENTS_FILE, recipientsTable } from "../../../scripts/letters/recipients.ts";
import { Run } from "../../../scripts/run.ts";

/** What the world knows of a person, and what the person has had. */
interface Person {
  respondent: string;
  batch: number;
  textable: boolean;
  status: RespondentStatus;
  reach: Reachability;
  had: Contact[];
}

const HAPPENINGS = [
  "sends",
  "optsOut",
  "withdraws",
  "dies",
  "moves",
  "refuses",
  "digitalFails",
  "paperFails",
  "phoneFails",
] as const;
type Happening = (typeof HAPPENINGS)[number];

const PEOPLE = 6;
const BATCHES = [0, 1];

const history = fc.record({
  textable: fc.array(fc.boolean(), { minLength: PEOPLE, maxLength: PEOPLE }),
  events: fc.array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constant("person" as const),
          who: fc.nat(PEOPLE - 1),
          what: fc.constantFrom(...HAPPENINGS),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant("letters" as const),
          contact: fc.constantFrom(...CONTACTS),
          cutAfter: fc.option(fc.nat(1), { nil: null, freq: 3 }),
        }),
      },
    ),
    { minLength: 4, maxLength: 16 },
  ),
});

const people = (textable: readonly boolean[]): Person[] =>
  textable.map((texts, i) => ({
    respondent: `0751-0000${i + 1}`,
    batch: i % 3 === 0 ? 1 : 0,
    textable: texts,
    status: {
      rowId: String(i),
      municipality: "0751",
      submittedOn: null,
      noRemindersOn: null,
      withdrawnOn: null,
      drafts: 0,
    },
    reach: REACHABLE,
    had: [],
  }));

const DAY = "2026-09-01";
type World = Pick<Person, "status" | "reach">;

const AFTER: Readonly<Record<Happening, (world: World) => World>> = {
  sends: ({ reach, status }) => ({
    reach,
    status: status.withdrawnOn === null ? { ...status, submittedOn: DAY } : status,
  }),
  optsOut: ({ reach, status }) => ({ reach, status: { ...status, noRemindersOn: DAY } }),
  withdraws: ({ reach, status }) => ({
    reach,
    status: { ...status, submittedOn: null, noRemindersOn: DAY, withdrawnOn: DAY },
  }),
  dies: ({ status, reach }) => ({ status, reach: { ...reach, stop: "deceased" } }),
  moves: ({ status, reach }) => ({
    status,
    reach: { ...reach, stop: reach.stop === "deceased" ? "deceased" : "moved" },
  }),
  refuses: ({ status, reach }) => ({ status, reach: { ...reach, stop: reach.stop ?? "refused" } }),
  digitalFails: ({ status, reach }) => ({ status, reach: { ...reach, digitalPost: false } }),
  paperFails: ({ status, reach }) => ({ status, reach: { ...reach, paper: false } }),
  phoneFails: ({ status, reach }) => ({ status, reach: { ...reach, phone: false } }),
};

/** The promise, for a list that is made now. */
function isOwed(person: Person, contact: Contact): boolean {
  const { status, reach, had, textable } = person;
  if (reach.stop !== null) return false;
  const texts = textable && reach.phone;
  if (contact === 0) return reach.digitalPost || reach.paper || texts;
  if (status.submittedOn ?? status.noRemindersOn ?? status.withdrawnOn) return false;
  if (!had.includes(0)) return false;
  if (contact === "sms") return texts;
  return reach.digitalPost || reach.paper || texts;
}

class Field {
  readonly folder: string;
  readonly people: Person[];
  /** What should never have happened. */
  readonly broken: string[] = [];
  /** Lists that stand, as text, by their folder. */
  readonly #lists = new Map<string, string>();
  #clock = 0;

  constructor(folder: string, everybody: Person[]) {
    this.folder = folder;
    this.people = everybody;
  }

  /** One run of the command: plans every batch, and puts the lists in place until it is cut. */
  async letters(contact: Contact, cutAfter: number | null): Promise<void> {
    const run = new Run(this.folder, "letters", quiet(defaultEffects));
    const knowledge = this.#knowledge(contact);
    const plans = [];
    for (const batch of BATCHES) {
      const sample = this.people.filter((p) => p.batch === batch).map((p) => p.respondent);
      plans.push(await planWave(run, contact, { municipality: "0751", batch, sample }, knowledge));
    }
    for (const [i, plan] of plans.entries()) {
      if (cutAfter !== null && i >= cutAfter) return;
      if (plan === null) continue;
      const name = batchFolder(contact, plan) + RECIPIENTS_FILE;
      const text = recipientsTable(contact, "0751", plan);
      const before = this.#lists.get(name);
      if (contact === 2 && !this.#lists.has(batchFolder(1, plan) + RECIPIENTS_FILE))
        this.broken.push(`${name} stands before the first reminder`);
      if (before === undefined) this.#freeze(contact, plan.batch, plan.recipients);
      else if (text !== before) this.broken.push(`${name} was redrawn`);
      this.#lists.set(name, text);
      await mkdir(path.dirname(run.path(name)), { recursive: true });
      await writeFile(run.path(name), text);
    }
  }

  #knowledge(contact: Contact): Knowledge {
    const of = <T>(value: (p: Person) => T): Map<string, T> =>
      new Map(this.people.map((p) => [p.respondent, value(p)]));
    return {
      asOf: `2026-09-01T10:00:${String(this.#clock++).padStart(2, "0")}Z`,
      known: contact === 0 ? new Map() : of((p) => p.status),
      reach: of((p) => p.reach),
      textable: new Set(this.people.filter((p) => p.textable).map((p) => p.respondent)),
    };
  }

  #freeze(contact: Contact, batch: number, recipients: readonly { respondent: string }[]): void {
    const names = recipients.map(({ respondent }) => respondent);
    for (const person of this.people.filter((p) => p.batch === batch)) {
      const listed = names.includes(person.respondent);
      if (listed !== isOwed(person, contact)) {
        this.broken.push(
          `${person.respondent} was ${listed ? "written to" : "forgotten"} in wave ${contact}`,
        );
      }
      if (listed) person.had.push(contact);
    }
  }
}

describe("letters over whole field periods", () => {
  let root: string;
  beforeAll(async () => {
    root = await mkdtemp(path.join(tmpdir(), "borgersvar-histories-"));
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  it("writes to nobody who should not get a letter, forgets nobody, never redraws, at most two reminders", async () => {
    let n = 0;
    await fc.assert(
      fc.asyncProperty(history, async ({ textable, events }) => {
        const field = new Field(path.join(root, String(n++)), people(textable));
        for (const event of events) {
          if (event.kind === "letters") await field.letters(event.contact, event.cutAfter);
          else {
            const person = field.people[event.who];
            if (person) Object.assign(person, AFTER[event.what](person));
          }
        }
        expect(field.broken).toEqual([]);
        for (const { had } of field.people) {
          expect(new Set(had).size).toBe(had.length);
          expect(had.filter((contact) => contact === 1 || contact === 2).length).toBeLessThanOrEqual(2);
          expect(had.length === 0 || had[0] === 0).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
