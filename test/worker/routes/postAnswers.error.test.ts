import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { da } from "#survey/texts/da.ts";
import { formOf, freshDatabase, invite, storedRows, TestWorker } from "../harness.ts";
import { readPage } from "../readPage.ts";
import { codeOf, MOMENT } from "../round.ts";

const { edgeErrors, fieldErrors } = da;

describe("POST /svar refuses with the page filled in", () => {
  freshDatabase();
  const worker = new TestWorker();

  it("an unknown code, told on top and at the field", async () => {
    const person = await invite();
    const typed = await codeOf("0751-00002");
    const response = await worker.form("/svar", formOf(person, { q1: "2", q13: "8" }, { code: typed }));
    expect(response.status).toBe(404);
    expect(response.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    const page = await readPage(response);
    expect(page.title).toMatch(/^Fejl: ./);
    expect(page.summary).toEqual([{ href: "#code", text: fieldErrors.unknown_code_here }]);
    expect(page.fieldErrors).toEqual({ code: `Fejl: ${fieldErrors.unknown_code_here}` });
    expect(page.values).toMatchObject({ code: typed, municipality: "0751" });
    expect(page.checked).toEqual(["q1=2", "q13=8"]);
    expect(await storedRows()).toEqual([]);
  });

  it("all that is wrong at once: no code and a text that is too long", async () => {
    const person = await invite();
    const long = "æ".repeat(4001);
    const response = await worker.form("/svar", formOf(person, { q14: long }, { code: "" }));
    expect(response.status).toBe(422);
    const page = await readPage(response);
    const tooLong = "Din tekst må højst være 4.000 tegn. Gør den kortere.";
    expect(page.summary).toEqual([
      { href: "#code", text: "Skriv koden fra dit brev." },
      { href: "#q14", text: tooLong },
    ]);
    expect(page.fieldErrors).toEqual({ code: "Fejl: Skriv koden fra dit brev.", q14: `Fejl: ${tooLong}` });
    expect(page.values["q14"]).toBe(long);
  });

  it("a database that fails: what was written comes back", async () => {
    const person = await invite();
    await env.DB.exec("alter table answers rename to answers_away");
    try {
      const response = await worker.form("/svar", formOf(person, { q1: "2", q14: "Lang tekst" }));
      expect(response.status).toBe(503);
      const page = await readPage(response);
      expect(page.summary).toEqual([{ href: null, text: edgeErrors.unavailable }]);
      expect(page.checked).toEqual(["q1=2"]);
      expect(page.values).toMatchObject({ q14: "Lang tekst", code: person.code });
    } finally {
      await env.DB.exec("alter table answers_away rename to answers");
    }
  });

  it("a final with no answer in it", async () => {
    const person = await invite();
    const response = await worker.form("/svar", formOf(person, { q14: " \r\n" }));
    expect(response.status).toBe(422);
    expect((await readPage(response)).summary).toEqual([{ href: null, text: edgeErrors.no_answers }]);
    expect((await worker.send(person, {})).status).toBe(422);
    expect(await storedRows()).toEqual([]);
  });

  it("answers before the round opens, after it closes and after they were withdrawn", async () => {
    const person = await invite();
    const early = await new TestWorker(MOMENT.before).form("/svar", formOf(person, { q1: "1" }));
    expect(early.status).toBe(503);
    expect(await early.text()).toContain("åbner først den 31. august 2026");
    const late = await new TestWorker(MOMENT.after).form("/svar", formOf(person, { q1: "1" }));
    expect(late.status).toBe(410);
    expect(await late.text()).toContain("sluttede den 25. september 2026");
    await worker.form("/afmeld", { code: person.code, municipality: person.municipality, withdraw: "1" });
    const withdrawn = await worker.form("/svar", formOf(person, { q1: "1" }));
    expect(withdrawn.status).toBe(410);
    expect(await withdrawn.text()).toContain("Dine svar er slettet, som du bad om.");
    expect(await storedRows()).toEqual([]);
  });

  it("a form that is none of ours, with the front page when the municipality is unknown", async () => {
    const person = await invite();
    const refused = [
      await worker.form("/svar", formOf(person, { q1: "1" }, { client: "x" })),
      await worker.form("/svar", formOf(person, { q1: "1" }, { send: "yes" })),
      await worker.form("/svar", formOf(person, { q1: "1" }, { version: "-1" })),
      await worker.form("/svar", formOf(person, { q1: "1" }, { questionnaire: "2019-1" })),
      await worker.form("/svar", formOf(person, { q99: "1" })),
      await worker.form("/svar", `${new URLSearchParams(formOf(person, { q1: "1" })).toString()}&q1=2`),
    ];
    expect(refused.map((response) => response.status)).toEqual([422, 422, 422, 422, 422, 422]);
    const elsewhere = await worker.form("/svar", formOf(person, { q1: "1" }, { municipality: "0101" }));
    expect(elsewhere.status).toBe(404);
    expect((await readPage(elsewhere)).values).not.toHaveProperty("q14");
    expect(await storedRows()).toEqual([]);
  });

  it("a body that is too large or not a form, in words", async () => {
    const person = await invite();
    const large = await worker.form("/svar", formOf(person, { q14: "x".repeat(256 * 1024) }));
    expect([large.status, await large.text()]).toEqual([413, expect.stringContaining("fylder for meget")]);
    const multipart = { "Content-Type": "multipart/form-data; boundary=x" };
    const other = await worker.form("/svar", "--x--", multipart);
    expect([other.status, other.headers.get("Content-Type")]).toEqual([415, "text/html; charset=utf-8"]);
  });

  it("JSON without the word that it is final", async () => {
    const person = await invite();
    expect((await worker.json("POST", { code: person.code })).status).toBe(422);
    expect((await worker.send(person, { q1: "1" }, { send: undefined, client: "" })).status).toBe(422);
    expect(await storedRows()).toEqual([]);
  });
});
