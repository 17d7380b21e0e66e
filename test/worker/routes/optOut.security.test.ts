import { describe, expect, it } from "vitest";
import { dump, freshDatabase, invite, TestWorker } from "../harness.ts";
import { MOMENT } from "../round.ts";

describe("POST /afmeld", () => {
  freshDatabase();

  it("limits strangers, never a valid code", async () => {
    const person = await invite();
    const limiter: RateLimit = { limit: () => Promise.resolve({ success: false }) };
    const worker = new TestWorker(MOMENT.open, { LIMITER: limiter });
    expect((await worker.form("/afmeld", { code: "x", municipality: "0751" })).status).toBe(429);
    expect((await worker.form("/afmeld", { code: person.code, municipality: "0751" })).status).toBe(303);
  });

  it("does nothing for another site's page", async () => {
    const person = await invite();
    const before = await dump();
    const fields = { code: person.code, municipality: "0751", withdraw: "1" };
    const elsewhere = { "Sec-Fetch-Site": "cross-site" };
    expect((await new TestWorker().form("/afmeld", fields, elsewhere)).status).toBe(403);
    expect(await dump()).toBe(before);
  });

  it("withdraws only for the one word, not for whatever stands there", async () => {
    const person = await invite();
    for (const withdraw of ["", "0", "true"]) {
      const response = await new TestWorker().form("/afmeld", {
        code: person.code,
        municipality: "0751",
        withdraw,
      });
      expect(response.headers.get("Location")).toBe("/aarhus/afmeld/ok/");
    }
  });
});
