import { describe, expect, it } from "vitest";
import { MOMENT } from "../round.ts";
import { client, freshDatabase, invite, statusOf, storedRows, TestWorker } from "../harness.ts";

describe("PUT /svar", () => {
  freshDatabase();
  const worker = new TestWorker();

  it("stores a draft sealed, so that only the round key reads it", async () => {
    const person = await invite();
    const response = await worker.put(person, { q1: "2", q13: "8", q14: "Hej" });
    expect(response.status).toBe(204);
    expect(await response.text()).toBe("");
    expect(await storedRows()).toEqual([
      {
        rowId: person.rowId,
        client: client(),
        version: 1,
        final: false,
        plaintext: '{"q1":2,"q13":8,"q14":"Hej"}',
      },
    ]);
    expect(await statusOf(person)).toMatchObject({ submittedOn: null, drafts: 1 });
  });

  it("replaces the draft of its client by a newer one, and by the same version", async () => {
    const person = await invite();
    await worker.put(person, { q1: "1" });
    await worker.put(person, { q1: "2" }, { version: 2 });
    expect((await worker.put(person, { q1: "2" }, { version: 2 })).status).toBe(204);
    expect((await storedRows()).map(({ version, plaintext }) => [version, plaintext])).toEqual([
      [2, '{"q1":2}'],
    ]);
  });

  it("keeps the newer draft when an older one arrives late, and says that all is well", async () => {
    const person = await invite();
    await worker.put(person, { q1: "1", q2: "1" }, { version: 7 });
    expect((await worker.put(person, { q1: "5" }, { version: 6 })).status).toBe(204);
    expect((await storedRows()).map(({ plaintext }) => plaintext)).toEqual(['{"q1":1,"q2":1}']);
  });

  it("keeps the drafts of two devices apart", async () => {
    const person = await invite();
    await worker.put(person, { q1: "1" }, { client: client("a") });
    await worker.put(person, { q1: "2" }, { client: client("b") });
    expect((await storedRows()).map(({ plaintext }) => plaintext)).toEqual(['{"q1":1}', '{"q1":2}']);
  });

  it("stores an emptied draft: what was cleared is gone", async () => {
    const person = await invite();
    await worker.put(person, { q1: "1" });
    expect((await worker.put(person, { q1: "" }, { version: 2 })).status).toBe(204);
    expect((await storedRows()).map(({ plaintext }) => plaintext)).toEqual(["{}"]);
  });

  it("stores nothing for a page that is opened, and tells how its code stands", async () => {
    const person = await invite();
    const opened = (more = {}) => worker.put(person, {}, more);
    expect((await opened()).status).toBe(204);
    expect(await storedRows()).toEqual([]);
    expect(await statusOf(person)).toMatchObject({ drafts: 0 });
    // The same request, come late, does not empty the draft.
    await worker.put(person, { q1: "1" }, { version: 2 });
    expect((await opened()).status).toBe(204);
    expect((await storedRows()).map(({ plaintext }) => plaintext)).toEqual(['{"q1":1}']);
    expect((await opened({ code: "0000-0000-0000-0001" })).status).toBe(404);
    await worker.send(person, { q1: "1" }, { version: 3 });
    expect((await opened({ client: client("b") })).status).toBe(409);
    expect((await new TestWorker(MOMENT.after).put(person, {}, { client: client("b") })).status).toBe(409);
    await worker.form("/afmeld", { code: person.code, municipality: person.municipality, withdraw: "1" });
    expect((await opened({ client: client("b") })).status).toBe(410);
  });

  it("tells who opens a page after the round that it is closed", async () => {
    const person = await invite();
    expect((await new TestWorker(MOMENT.after).put(person, {})).status).toBe(410);
    expect(await storedRows()).toEqual([]);
  });

  it("drops what the routing hides and puts texts into their stored form", async () => {
    const person = await invite();
    await worker.put(person, {
      q6: "1",
      q7: "2",
      q10: "3",
      no_interview: "1",
      q15: " a\r\nb\u0000 ",
      l2: "c",
    });
    expect((await storedRows()).map(({ plaintext }) => plaintext)).toEqual([
      '{"q6":1,"no_interview":true,"q15":"a\\nb","l2":"c"}',
    ]);
  });

  it("reads a code as people type it", async () => {
    const person = await invite();
    const typed = ` ${person.code
      .toLowerCase()
      .replaceAll("0", "o")
      .replaceAll(/(.{4})/g, "$1- ")}`;
    expect((await worker.put(person, { q1: "1" }, { code: typed })).status).toBe(204);
  });

  it("takes drafts of somebody who wants no more reminders", async () => {
    const person = await invite();
    await worker.form("/afmeld", { code: person.code, municipality: person.municipality });
    expect((await worker.put(person, { q1: "1" })).status).toBe(204);
  });
});
