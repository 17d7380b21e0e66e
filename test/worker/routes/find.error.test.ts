import { describe, expect, it } from "vitest";
import { da } from "#survey/texts/da.ts";
import { freshDatabase, invite, TestWorker } from "../harness.ts";
import { readPage } from "../readPage.ts";

const { edgeErrors } = da;

describe("POST /find refuses", () => {
  freshDatabase();
  const worker = new TestWorker();

  it("an unknown code, with the front page and what was typed", async () => {
    await invite();
    const response = await worker.form("/find", { code: "0000-0000-0000-0001" });
    expect(response.status).toBe(404);
    const page = await readPage(response);
    expect(page.title).toMatch(/^Fejl: ./);
    expect(page.summary).toEqual([{ href: "#code", text: edgeErrors.unknown_code }]);
    expect(page.values).toMatchObject({ code: "0000-0000-0000-0001" });
  });

  it("no code, a code twice, what is no form", async () => {
    const empty = await worker.form("/find", {});
    expect([empty.status, await empty.text()]).toEqual([
      422,
      expect.stringContaining("Skriv koden fra dit brev."),
    ]);
    expect((await worker.form("/find", "code=a&code=b")).status).toBe(422);
    expect((await worker.form("/find", "{}", { "Content-Type": "application/json" })).status).toBe(415);
  });
});
