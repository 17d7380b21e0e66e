import { describe, expect, it } from "vitest";
import type { EdgeError } from "#survey/edgeErrors.ts";
import { client, draftOf, dump, freshDatabase, invite, storedRows, TestWorker } from "../harness.ts";
import { codeOf, MOMENT } from "../round.ts";

interface ErrorBody {
  error: EdgeError;
  message: string;
  fields?: { field: string; code: string; message: string }[];
}

/** Status and word of a refusal. */
async function refusalOf(response: Promise<Response>): Promise<[number, EdgeError]> {
  const { status } = await response;
  return [status, (await bodyOf(await response)).error];
}

const bodyOf = (response: Response): Promise<ErrorBody> => response.json();

describe("PUT /svar refuses", () => {
  freshDatabase();
  const worker = new TestWorker();

  it("an unknown code", async () => {
    const stranger = { ...(await invite()), code: await codeOf("0751-09999") };
    expect(await refusalOf(worker.put(stranger, { q1: "1" }))).toEqual([404, "unknown_code"]);
    expect(await storedRows()).toEqual([]);
  });

  it("a code of another municipality, a municipality outside the round, a code with a slip", async () => {
    const person = await invite();
    const slip = person.code.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
    expect(await refusalOf(worker.put(person, { q1: "1" }, { municipality: "0492" }))).toEqual([
      404,
      "unknown_code",
    ]);
    expect(await refusalOf(worker.put(person, { q1: "1" }, { municipality: "0101" }))).toEqual([
      404,
      "unknown_code",
    ]);
    expect(await refusalOf(worker.put(person, { q1: "1" }, { code: slip }))).toEqual([404, "unknown_code"]);
    expect(await storedRows()).toEqual([]);
  });

  it("no code", async () => {
    expect(await refusalOf(worker.put(await invite(), { q1: "1" }, { code: " - " }))).toEqual([
      422,
      "code_missing",
    ]);
  });

  it("a draft after the answers were sent, also of the client that sent them", async () => {
    const person = await invite();
    await worker.send(person, { q1: "1" });
    const before = await dump();
    expect(await refusalOf(worker.put(person, { q1: "2" }, { version: 9 }))).toEqual([409, "already_sent"]);
    expect(await refusalOf(worker.put(person, { q1: "2" }, { client: client("b") }))).toEqual([
      409,
      "already_sent",
    ]);
    expect(await refusalOf(worker.put(person, { q1: "7" }))).toEqual([409, "already_sent"]);
    expect(await dump()).toBe(before);
  });

  it("a draft after the answers were withdrawn", async () => {
    const person = await invite();
    await worker.form("/afmeld", { code: person.code, municipality: person.municipality, withdraw: "1" });
    expect(await refusalOf(worker.put(person, { q1: "2" }))).toEqual([410, "withdrawn"]);
    expect(await storedRows()).toEqual([]);
  });

  it("a draft outside the field period, with the day in words", async () => {
    const person = await invite();
    const early = await bodyOf(await new TestWorker(MOMENT.before).put(person, { q1: "1" }));
    expect(early).toMatchObject({ error: "not_open", message: expect.stringContaining("31. august 2026") });
    const late = await new TestWorker(MOMENT.after).put(person, { q1: "1" });
    expect(late.status).toBe(410);
    expect(await bodyOf(late)).toMatchObject({
      error: "closed",
      message: expect.stringContaining("25. september 2026"),
    });
    expect(await storedRows()).toEqual([]);
  });

  it("nothing in the first and in the last second of the field period", async () => {
    const person = await invite();
    expect((await new TestWorker(MOMENT.first).put(person, { q1: "1" })).status).toBe(204);
    expect((await new TestWorker(MOMENT.last).put(person, { q1: "1" }, { version: 2 })).status).toBe(204);
  });

  it("the draft of a ninth device, but still takes its final", async () => {
    const person = await invite();
    for (const name of "abcdefgh")
      expect((await worker.put(person, { q1: "1" }, { client: client(name) })).status).toBe(204);
    expect(await refusalOf(worker.put(person, { q1: "1" }, { client: client("i") }))).toEqual([
      429,
      "too_many_drafts",
    ]);
    expect((await worker.put(person, { q1: "2" }, { client: client("c"), version: 2 })).status).toBe(204);
    expect((await worker.send(person, { q1: "3" }, { client: client("i") })).status).toBe(303);
    expect((await storedRows()).map(({ plaintext, final }) => [plaintext, final])).toEqual([
      ['{"q1":3}', true],
    ]);
  });

  it("answers that the questionnaire does not have, naming the fields", async () => {
    const person = await invite();
    const response = await worker.put(person, { q1: "9", q2: "1", q14: "x".repeat(4001), l1: "3", q99: "1" });
    expect(response.status).toBe(422);
    expect((await bodyOf(response)).fields).toEqual([
      { field: "q1", code: "choice", message: "Vælg et af svarene." },
      {
        field: "q14",
        code: "too_long",
        message: "Din tekst må højst være 4.000 tegn. Gør den kortere.",
      },
      { field: "l1", code: "choice", message: "Vælg et af svarene." },
      {
        field: "",
        code: "unknown",
        message: "Vi kunne ikke læse alle dine svar. Se dem igennem, og send igen.",
      },
    ]);
    expect(await storedRows()).toEqual([]);
  });

  it("another municipality's questions", async () => {
    const person = await invite("0492-00001");
    expect(await refusalOf(worker.put(person, { l1: "1" }))).toEqual([422, "invalid"]);
  });

  it("a body that is not a draft", async () => {
    const person = await invite();
    const bodies = [
      "",
      "{",
      "null",
      "[]",
      '"x"',
      draftOf(person, { q1: "1" }, { version: 0 }),
      draftOf(person, { q1: "1" }, { version: 1.5 }),
      draftOf(person, { q1: "1" }, { version: "1" }),
      draftOf(person, { q1: "1" }, { version: 1e9 }),
      draftOf(person, { q1: "1" }, { client: "" }),
      draftOf(person, { q1: "1" }, { client: `${client()}x` }),
      draftOf(person, { q1: "1" }, { questionnaire: "2019-1" }),
      draftOf(person, { q1: "1" }, { questionnaire: "toString" }),
      draftOf(person, { q1: "1" }, { answers: { q1: 1 } }),
      draftOf(person, { q1: "1" }, { answers: [] }),
      draftOf(person, { q1: "1" }, { send: "1" }),
      draftOf(person, { q1: "1" }, { more: 1 }),
      JSON.stringify(draftOf(person, {})).replace("{", '{"__proto__":{"send":"1"},'),
    ];
    for (const body of bodies) {
      const response = await worker.json("PUT", body);
      expect([response.status, JSON.stringify(body)]).toEqual([422, JSON.stringify(body)]);
    }
    expect(await storedRows()).toEqual([]);
  });

  it("a content type that is not JSON", async () => {
    const person = await invite();
    const body = JSON.stringify(draftOf(person, { q1: "1" }));
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""]) {
      expect(await refusalOf(worker.json("PUT", body, { "Content-Type": type }))).toEqual([
        415,
        "unsupported",
      ]);
    }
    const charset = { "Content-Type": "Application/JSON; charset=utf-8" };
    expect((await worker.json("PUT", body, charset)).status).toBe(204);
  });

  it("a body over 256 KiB, whether its length is said or not", async () => {
    const person = await invite();
    const body = JSON.stringify(draftOf(person, { q14: "x".repeat(256 * 1024) }));
    expect(await refusalOf(worker.json("PUT", body))).toEqual([413, "too_large"]);
    const stream = new Blob([body]).stream();
    const headers = { "Content-Type": "application/json" };
    expect(await refusalOf(worker.request("/svar", { method: "PUT", headers, body: stream }))).toEqual([
      413,
      "too_large",
    ]);
  });

  it("what does not fit into 32 KiB though each text is short enough", async () => {
    const person = await invite();
    const text = "𝔸".repeat(4000);
    expect((await worker.put(person, { q14: text, q15: text })).status).toBe(204);
    expect(await refusalOf(worker.put(person, { q14: text, q15: text, l2: text }))).toEqual([
      413,
      "too_large",
    ]);
  });
});
