import { describe, expect, it } from "vitest";
import { da } from "#survey/texts/da.ts";
import { dump, freshDatabase, invite, TestWorker } from "./harness.ts";
import { readPage } from "./readPage.ts";

const { edgeErrors } = da;

const PATHS = ["/svar", "/afmeld", "/find"];

describe("the Worker", () => {
  freshDatabase();
  const worker = new TestWorker();

  it("changes nothing for any method but its own", async () => {
    const person = await invite();
    await worker.put(person, { q1: "1" });
    const before = await dump();
    for (const path of PATHS) {
      for (const method of [
        "GET",
        "HEAD",
        "OPTIONS",
        "DELETE",
        "PATCH",
        ...(path === "/svar" ? [] : ["PUT"]),
      ]) {
        const query = `?code=${person.code}&municipality=0751&withdraw=1&send=1&q1=5`;
        const response = await worker.request(path + query, { method });
        expect([method, path, response.status, response.headers.get("Allow")]).toEqual([
          method,
          path,
          405,
          path === "/svar" ? "PUT, POST" : "POST",
        ]);
      }
    }
    expect(await dump()).toBe(before);
  });

  it("answers a person who opens such an address with a page", async () => {
    const headers = { Accept: "text/html", "Sec-Fetch-Mode": "navigate" };
    const response = await worker.request("/svar", { method: "GET", headers });
    expect(response.status).toBe(405);
    expect((await readPage(response)).summary).toEqual([{ href: null, text: edgeErrors.method }]);
  });

  it("knows no other address", async () => {
    expect((await worker.request("/svar/x", { method: "POST" })).status).toBe(404);
    expect((await worker.request("/admin", { method: "GET" })).status).toBe(404);
  });
});
