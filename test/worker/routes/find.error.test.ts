import { describe, expect, it } from "vitest";
import { freshDatabase, invite, TestWorker } from "../harness.ts";

describe("POST /find refuses", () => {
  freshDatabase();
  const worker = new TestWorker();

  it("an unknown code, with the front page and what was typed", async () => {
    await invite();
    const response = await worker.form("/find", { code: "0000-0000-0000-0001" });
    const html = await response.text();
    expect(response.status).toBe(404);
    expect(html).toContain("<title>Fejl: Find din kommune</title>");
    expect(html).toContain('<a href="#code">Vi kender ikke koden her.');
    expect(html).toContain('value="0000-0000-0000-0001"');
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
