/**
 * Over random histories of devices, losses, repeats, reorderings, closing and withdrawal: no acknowledged final is lost or
 * changed, no draft is replaced by an older one of its client, and the Worker does what a model of the rules does.
 */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  freshDatabase,
  client,
  invite,
  storedRows,
  TestWorker,
  type Person,
  type StoredRow,
} from "./harness.ts";
import { MOMENT } from "./round.ts";
import { RespondentModel } from "./respondentModel.ts";

const DEVICES = ["a", "b", "c"];

/** What a device does; `sent` is when it does it, `delays` when the copies of its request arrive, none for a lost one. */
interface Event {
  device: string;
  action: "draft" | "final" | "withdraw";
  sent: number;
  delays: number[];
}

const event: fc.Arbitrary<Event> = fc.record({
  device: fc.constantFrom(...DEVICES),
  action: fc.oneof(
    { weight: 12, arbitrary: fc.constant("draft" as const) },
    { weight: 6, arbitrary: fc.constant("final" as const) },
    { weight: 1, arbitrary: fc.constant("withdraw" as const) },
  ),
  sent: fc.nat(60),
  delays: fc.array(fc.nat(40), { maxLength: 3 }),
});

interface Message {
  device: string;
  action: Event["action"];
  version: number;
  q1: string;
  arrives: number;
}

/** The requests in the order of their arrival: versions grow as a device sends, arrivals come as the network pleases. */
function messagesOf(events: readonly Event[]): Message[] {
  const versions = new Map<string, number>();
  const messages = events
    .toSorted((a, b) => a.sent - b.sent)
    .flatMap(({ device, action, sent, delays }) => {
      const version = (versions.get(device) ?? 0) + 1;
      versions.set(device, version);
      const q1 = String((version % 5) + 1);
      return delays.map((delay) => ({ device, action, version, q1, arrives: sent + delay }));
    });
  return messages.toSorted((a, b) => a.arrives - b.arrives);
}

/** A thousand requests, one after another, on a machine that does other things too. */
const PATIENCE_MS = 300_000;

describe("histories of saving", () => {
  freshDatabase();
  let people = 0;

  it(
    "follow the rules, request by request",
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(event, { minLength: 5, maxLength: 30 }),
          fc.option(fc.nat(100)),
          async (events, closes) => {
            const person = await invite(`0751-${String(++people).padStart(5, "0")}`);
            const model = new RespondentModel();
            let before: StoredRow[] = [];
            for (const message of messagesOf(events)) {
              const closed = closes !== null && message.arrives >= closes;
              const status = await deliver(
                new TestWorker(closed ? MOMENT.after : MOMENT.open),
                person,
                message,
              );
              expect(status).toBe(model.deliver(message, closed));
              const after = await rowsOf(person);
              expect(after).toEqual(model.rows());
              expect(losses(before, after, message.action)).toEqual([]);
              before = after;
            }
          },
        ),
        { numRuns: 100 },
      );
    },
    PATIENCE_MS,
  );

  it(
    "with racing requests end with one acknowledged final, whole",
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(event, { minLength: 4, maxLength: 12 }), async (events) => {
          const person = await invite(`0751-${String(++people).padStart(5, "0")}`);
          const messages = messagesOf(events).filter(({ action }) => action !== "withdraw");
          const worker = new TestWorker();
          const statuses = await Promise.all(messages.map((message) => deliver(worker, person, message)));
          const finals = messages.filter(({ action }) => action === "final");
          for (const [i, { action }] of messages.entries())
            expect(action === "final" ? [303] : [204, 409]).toContain(statuses[i]);
          const rows = await rowsOf(person);
          if (finals.length === 0) return;
          expect(rows).toHaveLength(1);
          const [row] = rows;
          const newest = Math.max(
            ...finals.filter(({ device }) => client(device) === row?.client).map(({ version }) => version),
          );
          expect(row).toMatchObject({
            final: true,
            version: newest,
            plaintext: `{"q1":${(newest % 5) + 1}}`,
          });
        }),
        { numRuns: 100 },
      );
    },
    PATIENCE_MS,
  );
});

const rowsOf = async (person: Person): Promise<StoredRow[]> =>
  (await storedRows(person)).map((row) => ({ ...row, rowId: "" }));

/** Judged without the model: a final stays its client's and grows only in version; a draft never gets older. */
function losses(
  before: readonly StoredRow[],
  after: readonly StoredRow[],
  action: Event["action"],
): string[] {
  if (action === "withdraw") return after.map(({ client: name }) => `${name} survived the withdrawal`);
  const sentBefore = before.some((row) => row.final);
  const sentNow = after.some((row) => row.final);
  return before.flatMap((row) => {
    const now = after.find((other) => other.client === row.client);
    // The first final takes the place of every draft.
    if (sentNow && !sentBefore) return [];
    if (!now || now.final !== row.final) return [`${row.client} is gone`];
    if (now.version < row.version) return [`${row.client} got older`];
    return now.version === row.version && now.plaintext !== row.plaintext
      ? [`${row.client} has changed`]
      : [];
  });
}

async function deliver(worker: TestWorker, person: Person, message: Message): Promise<number> {
  const { device, action, version, q1 } = message;
  const more = { client: client(device), version };
  if (action === "draft") return (await worker.put(person, { q1 }, more)).status;
  if (action === "final") return (await worker.send(person, { q1 }, more)).status;
  const fields = { code: person.code, municipality: person.municipality, withdraw: "1" };
  return (await worker.form("/afmeld", fields)).status;
}
