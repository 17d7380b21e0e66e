import { describe, expect, it } from "vitest";
import { formatCode } from "#survey/code.ts";
import { dump, freshDatabase, invite, TestWorker } from "../harness.ts";
import { readPage } from "../readPage.ts";

describe("POST /find", () => {
  freshDatabase();
  const worker = new TestWorker();

  it("leads a browser with script to the municipality, the code after #", async () => {
    const person = await invite("0492-00001");
    const before = await dump();
    const response = await worker.form("/find", { code: person.code.toLowerCase(), script: "1" });
    expect([response.status, response.headers.get("Location")]).toEqual([
      303,
      `/aeroe/#${formatCode(person.code)}`,
    ]);
    expect(await dump()).toBe(before);
  });

  it("gives a browser without script the questionnaire with the code filled in", async () => {
    const person = await invite();
    const response = await worker.form("/find", { code: person.code });
    expect(response.status).toBe(200);
    const page = await readPage(response);
    expect(page.values).toMatchObject({ municipality: "0751", code: formatCode(person.code), q14: "" });
    expect([page.summary, page.checked]).toEqual([null, []]);
  });
});
