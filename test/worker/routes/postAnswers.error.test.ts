import { describe, expect, it } from "vitest";
import { formOf, freshDatabase, invite, storedRows, TestWorker } from "../harness.ts";
import { codeOf, MOMENT } from "../round.ts";

describe("POST /svar refuses with the page filled in", () => {
  freshDatabase();
  const worker = new TestWorker();

  it("an unknown code, told on top and at the field", async () => {
    const person = await invite();
    const typed = await codeOf("0751-00002");
    const response = await worker.form("/svar", formOf(person, { q1: "2", q13: "8" }, { code: typed }));
    const html = await response.text();
    expect(response.status).toBe(404);
    expect(response.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    expect(html).toContain("<title>Fejl: Aarhus</title>");
    expect(html).toContain(
      '<div id="fejl" tabindex="-1"><div role="alert"><h2>Der er et problem</h2><ul><li>',
    );
    expect(html).toContain('<a href="#code">Vi kender ikke koden her.');
    expect(html).toContain(
      '<p id="code-e" class="e"><span class="vh">Fejl: </span>Vi kender ikke koden her.',
    );
    expect(html).toContain(`aria-describedby="code-e codeh" value="${typed}" aria-invalid="true"`);
    expect(html).toContain('name="q1" value="2" checked');
    expect(html).toContain('name="q13" value="8" checked');
    expect(html.match(/checked/g)).toHaveLength(2);
    expect(await storedRows()).toEqual([]);
  });

  it("all that is wrong at once: no code and a text that is too long", async () => {
    const person = await invite();
    const long = "æ".repeat(4001);
    const response = await worker.form("/svar", formOf(person, { q14: long }, { code: "" }));
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toContain('<a href="#code">Skriv koden fra dit brev.</a>');
    expect(html).toContain('<a href="#q14">Din tekst til spørgsmål 14 må højst være 4.000 tegn.');
    expect(html).toMatch(
      /<p id="q14-e" class="e">.*<textarea id="q14" name="q14" aria-describedby="q14-e q14h"/,
    );
    expect(html).toContain(`>\n${long}</textarea>`);
  });

  it("a final with no answer in it", async () => {
    const person = await invite();
    const response = await worker.form("/svar", formOf(person, { q14: " \r\n" }));
    expect(response.status).toBe(422);
    expect(await response.text()).toContain("<li>Du har ikke svaret på nogen spørgsmål endnu.");
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
    expect(await elsewhere.text()).toContain("<title>Fejl: Find din kommune</title>");
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
