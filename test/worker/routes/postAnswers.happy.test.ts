import { describe, expect, it } from "vitest";
import { client, dump, formOf, freshDatabase, invite, statusOf, storedRows, TestWorker } from "../harness.ts";
import { readPage } from "../readPage.ts";
import { MOMENT } from "../round.ts";

describe("POST /svar", () => {
  freshDatabase();
  const worker = new TestWorker();

  it("takes the form of a browser without script and names a client itself", async () => {
    const person = await invite();
    const response = await worker.form(
      "/svar",
      formOf(person, { q1: "2", q14: "Én\r\nto", no_interview: "1" }),
    );
    expect([response.status, response.headers.get("Location")]).toEqual([303, "/aarhus/tak/"]);
    const [row, ...others] = await storedRows();
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      version: 1,
      final: true,
      plaintext: '{"q1":2,"no_interview":true,"q14":"Én\\nto"}',
    });
    expect(row?.client).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(await statusOf(person)).toMatchObject({ submittedOn: "2026-09-10", drafts: 0 });
  });

  it("takes JSON from the page's script", async () => {
    const person = await invite("0492-00001");
    const response = await worker.send(person, { q1: "2" }, { version: 4 });
    expect([response.status, response.headers.get("Location")]).toEqual([303, "/aeroe/tak/"]);
    expect(await storedRows()).toMatchObject([{ client: client(), version: 4, final: true }]);
  });

  it("wins over every draft, also a newer one of its own client, and leaves none", async () => {
    const person = await invite();
    await worker.put(person, { q1: "1" }, { client: client("b") });
    await worker.put(person, { q1: "1", q2: "1" }, { version: 9 });
    await worker.send(person, { q1: "3" }, { version: 8 });
    expect((await storedRows()).map(({ plaintext, final }) => [plaintext, final])).toEqual([
      ['{"q1":3}', true],
    ]);
  });

  it("may be sent again, and newer, by the client that sent it; an older one changes nothing", async () => {
    const person = await invite();
    await worker.send(person, { q1: "1" }, { version: 3 });
    const first = await dump();
    expect((await worker.send(person, { q1: "1" }, { version: 3 })).status).toBe(303);
    expect((await storedRows()).map(({ plaintext }) => plaintext)).toEqual(['{"q1":1}']);
    expect((await worker.send(person, { q1: "2" }, { version: 4 })).status).toBe(303);
    expect((await storedRows()).map(({ plaintext }) => plaintext)).toEqual(['{"q1":2}']);
    const newer = await dump();
    expect((await worker.send(person, { q1: "1" }, { version: 3 })).status).toBe(303);
    expect(await dump()).toBe(newer);
    expect(newer).not.toBe(first);
  });

  it("gives a second device and a double tap the receipt; the first answers count", async () => {
    const person = await invite();
    await worker.form("/svar", formOf(person, { q1: "1" }));
    const before = await dump();
    const again = [
      await worker.form("/svar", formOf(person, { q1: "5" })),
      await worker.send(person, { q1: "5" }, { version: 99 }),
      await worker.send(person, {}),
      await worker.send(person, { q1: "9" }),
    ];
    expect(again.map((response) => response.status)).toEqual([303, 303, 303, 303]);
    expect(await dump()).toBe(before);
  });

  it("gives the receipt after the closing date for what was sent before it, and only for that", async () => {
    const person = await invite();
    await worker.send(person, { q1: "1" }, { version: 3 });
    const closed = new TestWorker(MOMENT.after);
    const before = await dump();
    expect((await closed.send(person, { q1: "1" }, { version: 3 })).status).toBe(303);
    expect((await closed.send(person, { q1: "2" }, { client: client("b") })).status).toBe(303);
    expect((await closed.send(person, { q1: "2" }, { version: 4 })).status).toBe(410);
    expect(await dump()).toBe(before);
  });

  it("writes the day in Denmark, where it is after midnight", async () => {
    const person = await invite();
    await new TestWorker(Date.parse("2026-09-01T22:30:00Z")).send(person, { q1: "1" });
    expect(await statusOf(person)).toMatchObject({ submittedOn: "2026-09-02" });
  });

  it("takes »I have had no interview« alone as an answer", async () => {
    const person = await invite();
    expect((await worker.send(person, { no_interview: "1" })).status).toBe(303);
    expect(await storedRows()).toMatchObject([{ plaintext: '{"no_interview":true}' }]);
  });

  it("returns the page filled in, and stores nothing, when Enter pressed the hidden button", async () => {
    const person = await invite();
    const { send: _, ...fields } = formOf(person, { q1: "2", q14: "Hej" }, { enter: "1" });
    const response = await worker.form("/svar", fields);
    expect(response.status).toBe(200);
    const page = await readPage(response);
    expect(page.checked).toEqual(["q1=2"]);
    expect(page.values).toMatchObject({ q14: "Hej", q15: "", code: person.code });
    expect([page.title.startsWith("Fejl"), page.summary, page.fieldErrors]).toEqual([false, null, {}]);
    expect(await storedRows()).toEqual([]);
  });
});
