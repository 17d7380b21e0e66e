import { describe, expect, it } from "vitest";
import { NOTHING_ALLOWED, SECURITY_HEADERS } from "#survey/securityHeaders.ts";
import { formOf, freshDatabase, invite, TestWorker } from "./harness.ts";

describe("every response", () => {
  freshDatabase();
  const worker = new TestWorker();

  it("carries the security headers, whatever the route and the outcome", async () => {
    const person = await invite();
    const opt = { code: person.code, municipality: person.municipality };
    const responses = {
      "stored draft": await worker.put(person, { q1: "1" }),
      "unknown code": await worker.put(person, { q1: "1" }, { code: "x" }),
      "broken body": await worker.json("PUT", "{"),
      "page filled in": await worker.form("/svar", formOf(person, {}, { send: "", enter: "1" })),
      "page with a problem": await worker.form("/svar", formOf(person, {}, { code: "" })),
      receipt: await worker.form("/svar", formOf(person, { q1: "1" })),
      "already sent": await worker.put(person, { q1: "1" }),
      found: await worker.form("/find", { code: person.code, script: "1" }),
      "opted out": await worker.form("/afmeld", opt),
      withdrawn: await worker.form("/afmeld", { ...opt, withdraw: "1" }),
      "too large": await worker.form("/find", { code: "x".repeat(5000) }),
      "another site": await worker.json("PUT", "{}", { "Sec-Fetch-Site": "cross-site" }),
      method: await worker.request("/svar", { method: "DELETE" }),
      "not found": await worker.request("/x", { method: "POST" }),
    };
    for (const [state, { headers }] of Object.entries(responses)) {
      for (const [name, value] of Object.entries(SECURITY_HEADERS))
        expect([state, name, headers.get(name)]).toEqual([state, name, value]);
      expect([state, headers.get("Cache-Control")]).toEqual([state, "no-store"]);
      expect([state, headers.get("X-Robots-Tag")]).toEqual([state, "noindex"]);
      const page = headers.get("Content-Type")?.startsWith("text/html");
      const policy = headers.get("Content-Security-Policy");
      expect([state, page ? policy?.includes("sha256-") : policy]).toEqual([
        state,
        page ? true : NOTHING_ALLOWED,
      ]);
      expect([state, headers.get("Set-Cookie"), headers.get("ETag")]).toEqual([state, null, null]);
    }
  });
});
