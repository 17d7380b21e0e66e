import { describe, expect, it } from "vitest";
import { da } from "#survey/texts/da.ts";
import { dump, freshDatabase, invite, TestWorker } from "../harness.ts";
import { readPage } from "../readPage.ts";

const { fieldErrors } = da;

describe("POST /afmeld refuses", () => {
  freshDatabase();
  const worker = new TestWorker();

  it("an unknown code and a code of another municipality, with the page filled in", async () => {
    const person = await invite();
    const before = await dump();
    for (const fields of [
      { code: "0000-0000-0000-0000", municipality: "0751", withdraw: "1" },
      { code: person.code, municipality: "0492", withdraw: "" },
    ]) {
      const response = await worker.form("/afmeld", fields);
      expect(response.status).toBe(404);
      const page = await readPage(response);
      expect(page.fieldErrors).toEqual({ code: `Fejl: ${fieldErrors.unknown_code_here}` });
      expect(page.values).toMatchObject({ code: fields.code, municipality: fields.municipality });
      expect(page.checked).toEqual(fields.withdraw ? ["withdraw=1"] : []);
    }
    expect(await dump()).toBe(before);
  });

  it("no code, an unknown municipality, and what is no form", async () => {
    const person = await invite();
    expect((await worker.form("/afmeld", { municipality: "0751" })).status).toBe(422);
    expect((await worker.form("/afmeld", { code: person.code })).status).toBe(404);
    const twice = `code=${person.code}&municipality=0751&municipality=0492`;
    expect((await worker.form("/afmeld", twice)).status).toBe(422);
    const json = { "Content-Type": "application/json" };
    expect((await worker.form("/afmeld", JSON.stringify(person), json)).status).toBe(415);
    expect((await worker.form("/afmeld", { code: "x".repeat(5000), municipality: "0751" })).status).toBe(413);
  });
});
