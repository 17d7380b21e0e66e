import { describe, expect, it } from "vitest";
import { freshDatabase, invite, TestWorker } from "../harness.ts";
import { codeOf, MOMENT } from "../round.ts";

describe("POST /find", () => {
  freshDatabase();

  it("gives strangers the same page whatever the code, with script and without", async () => {
    await invite();
    const pages = new Set<string>();
    for (const code of [await codeOf("0751-00002"), "0000-0000-0000-0000", "x"]) {
      for (const script of ["", "1"]) {
        const response = await new TestWorker().form("/find", { code, script });
        const html = (await response.text()).replace(`value="${code}"`, 'value="…"');
        pages.add(JSON.stringify([response.status, [...response.headers], html]));
      }
    }
    expect(pages.size).toBe(1);
  });

  it("stops a guesser and tells a person how long to wait", async () => {
    const limiter: RateLimit = { limit: () => Promise.resolve({ success: false }) };
    const response = await new TestWorker(MOMENT.open, { LIMITER: limiter }).form("/find", { code: "x" });
    expect([response.status, response.headers.get("Retry-After")]).toEqual([429, "60"]);
    expect(await response.text()).toContain("Vent et minut, og prøv igen.");
  });

  it("leads nowhere but to a page of the round", async () => {
    const person = await invite();
    const response = await new TestWorker().form("/find", {
      code: person.code,
      script: "1",
      to: "//evil.example",
    });
    expect(response.headers.get("Location")).toMatch(/^\/aarhus\/#[0-9A-Z-]{19}$/);
  });
});
