import { describe, expect, it } from "vitest";
import { TEXTS } from "#survey/texts/tables.ts";
import { draftOf, formOf, freshDatabase, invite, storedRows, TestWorker } from "./harness.ts";
import { readPage } from "./readPage.ts";
import { MOMENT } from "./round.ts";

const UNKNOWN = "0000-0000-0000-0001";

const worker = new TestWorker();

const leadsTo = async (address: string, fields: Record<string, string>): Promise<string | null> =>
  (await worker.form(address, fields)).headers.get("Location");

describe.each(["en", "ar"] as const)("what the Worker says to a form in %s", (language) => {
  freshDatabase();
  const { edgeErrors, fieldErrors, summary } = TEXTS[language];
  const at = (address: string) => `${address}?sprog=${language}`;

  it("comes back in the document of that language, with the answers kept", async () => {
    const person = await invite();
    const long = "å".repeat(4001);
    const response = await worker.form(
      at("/svar"),
      formOf(person, { q1: "2", q14: long }, { code: UNKNOWN }),
    );
    expect(response.status).toBe(404);
    const html = await response.clone().text();
    expect(html).toContain(`<html lang="${language}"${language === "ar" ? ' dir="rtl"' : ""}>`);
    expect(html).toContain(summary.heading);
    const page = await readPage(response);
    expect(page.title.startsWith(summary.titlePrefix)).toBe(true);
    expect(page.summary?.map(({ text }) => text)).toContain(fieldErrors.unknown_code_here);
    expect([page.values["q14"], page.checked]).toEqual([long, ["q1=2"]]);
  });

  it("leads on to the receipt, the opt-out and the questionnaire in that language", async () => {
    const person = await invite();
    const { code, municipality } = person;
    expect(await leadsTo(at("/find"), { code, script: "1" })).toBe(
      `/aarhus/${language}/#${code.match(/.{4}/g)?.join("-")}`,
    );
    expect(await leadsTo(at("/svar"), formOf(person, { q1: "1" }))).toBe(`/aarhus/${language}/tak/`);
    expect(await leadsTo(at("/afmeld"), { code, municipality })).toBe(`/aarhus/${language}/afmeld/ok/`);
    expect(await leadsTo(at("/afmeld"), { code, municipality, withdraw: "1" })).toBe(
      `/aarhus/${language}/afmeld/slettet/`,
    );
  });

  it("finds the municipality without script too", async () => {
    const person = await invite();
    const html = await (await worker.form(at("/find"), { code: person.code })).text();
    expect(html).toContain(`action="/svar?sprog=${language}"`);
    const unknown = await (await worker.form(at("/find"), { code: UNKNOWN })).text();
    expect(unknown).toContain(`action="/find?sprog=${language}"`);
    expect(unknown).toContain(edgeErrors.unknown_code);
  });

  it("is said to the page's script in the same words, and dates in its own", async () => {
    const person = await invite();
    const late = await new TestWorker(MOMENT.after).request(at("/svar"), {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(draftOf(person, { q1: "1" })),
    });
    const body: { message?: string } = await late.json();
    const date = language === "en" ? "25 September 2026" : "25 سبتمبر 2026";
    expect(body.message).toBe(edgeErrors.closed.replace("{closes}", date));
  });

  it("leaves what is stored without a trace of the language", async () => {
    const person = await invite();
    await worker.form(at("/svar"), formOf(person, { q1: "3", q13: "8" }));
    expect((await storedRows(person)).map(({ plaintext }) => plaintext)).toEqual(['{"q1":3,"q13":8}']);
  });
});

describe("a language the round is not open in", () => {
  freshDatabase();

  it.each(["uk", "", "EN", "../en", "constructor"])("%j gets Danish words on a Danish page", async (tag) => {
    const person = await invite();
    const response = await new TestWorker().form(
      `/svar?sprog=${encodeURIComponent(tag)}`,
      formOf(person, {}, { code: UNKNOWN }),
    );
    const html = await response.text();
    expect(html).toContain('<html lang="da">');
    expect(html).toContain(TEXTS.da.fieldErrors.unknown_code_here);
  });
});
