/** All headers of every route, asset and state, side by side: whoever changes one sees what else it changes. */
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { client, draftOf, formOf, freshDatabase, invite, TestWorker } from "./harness.ts";
import { MOMENT } from "./round.ts";

const ASSETS = [
  "/",
  "/en/",
  "/aarhus/",
  "/aarhus/en/",
  "/aarhus/ar/",
  "/aarhus/tak/",
  "/aarhus/afmeld/",
  "/aarhus/afmeld/ok/",
  "/aarhus/afmeld/slettet/",
  "/privatliv/",
  "/was/",
  "/resultater/",
  "/aarhus",
  "/nowhere/",
  "/resultater/nowhere/",
  "/edge.json",
  "/sw.js",
  "/_headers",
  "/svar/..%2f..%2fedge.json",
];

async function states(): Promise<[string, Response][]> {
  const [worker, late] = [new TestWorker(), new TestWorker(MOMENT.after)];
  const early = new TestWorker(MOMENT.before);
  const [person, leaver] = [await invite(), await invite("0751-00002")];
  const { code, municipality } = person;
  const leaving = { code: leaver.code, municipality };
  const limiter: RateLimit = { limit: () => Promise.resolve({ success: false }) };
  const limited = new TestWorker(MOMENT.open, { LIMITER: limiter });
  const filled = { code, municipality, questionnaire: "2026-1", q1: "1", enter: "1" };
  const made: [string, Promise<Response> | Response][] = [];
  const add = async (state: string, response: Promise<Response>): Promise<void> => {
    made.push([state, await response]);
  };
  await add("draft opened", worker.put(person, {}));
  await add("draft stored", worker.put(person, { q1: "1" }));
  await add("draft, unknown code", worker.put({ ...person, code: "hej" }, { q1: "1" }));
  await add("draft, no code", worker.put({ ...person, code: "" }, { q1: "1" }));
  await add("draft, wrong answer", worker.put(person, { q1: "9" }));
  await add("draft, guesser", limited.put({ ...person, code: "hej" }, { q1: "1" }));
  await add("draft, before", early.put(person, { q1: "1" }));
  await add("draft, after", late.put(person, { q1: "1" }));
  await add("draft, broken", worker.json("PUT", "{"));
  await add("draft, too large", worker.json("PUT", "x".repeat(300_000)));
  await add("draft, another site", worker.json("PUT", "{}", { "Sec-Fetch-Site": "cross-site" }));
  await add("draft, not JSON", worker.request("/svar", { method: "PUT", body: "x" }));
  await add("form filled in", worker.form("/svar", filled));
  await add("form, no answer", worker.form("/svar", formOf(person, {})));
  await add("form, unknown code", worker.form("/svar", formOf({ ...person, code: "hej" }, { q1: "1" })));
  await add("form, guesser", limited.form("/svar", formOf({ ...person, code: "hej" }, { q1: "1" })));
  await add("form, before", early.form("/svar", formOf(person, { q1: "1" })));
  await add("form, after", late.form("/svar", formOf(person, { q1: "1" })));
  await add("form sent", worker.form("/svar", formOf(person, { q1: "1" })));
  await add("final by script", worker.send(person, { q1: "1" }, { client: client("b") }));
  await add("draft, already sent", worker.put(person, { q1: "1" }));
  await add("found, with script", worker.form("/find", { code, script: "1" }));
  await add("found, without", worker.form("/find", { code }));
  await add("find, unknown code", worker.form("/find", { code: "hej" }));
  await add("opted out", worker.form("/afmeld", leaving));
  await add("withdrawn", worker.form("/afmeld", { ...leaving, withdraw: "1" }));
  await add("opt-out, unknown code", worker.form("/afmeld", { ...leaving, code: "hej" }));
  await add("draft, withdrawn", worker.json("PUT", draftOf(leaver, { q1: "1" })));
  for (const path of ["/svar", "/afmeld", "/find", "/nowhere"])
    for (const method of ["GET", "HEAD", "OPTIONS", "DELETE"])
      await add(`${method} ${path}`, worker.request(path, { method }));
  for (const path of ASSETS)
    made.push([
      `asset ${path}`,
      await env.ASSETS.fetch(`https://svar.example.dk${path}`, { redirect: "manual" }),
    ]);
  return Promise.all(made.map(async ([state, response]) => [state, await response]));
}

/** Header lines in the order of their names; what changes with a word on a page is left out. */
function linesOf(response: Response): string {
  // What the local asset server says of itself is not what is deployed.
  const sent = [...response.headers].filter(([name]) => !name.startsWith("x-mf-"));
  const lines = sent.map(([name, value]) => `  ${name}: ${stable(name, value)}`);
  return lines.toSorted().join("\n");
}

function stable(name: string, value: string): string {
  if (name === "etag" || name === "content-length") return "…";
  if (name === "location") return value.replace(/#.*/, "#…");
  return value.replaceAll(/(?:'sha256-[A-Za-z0-9+/=]+' ?)+/g, "'sha256-…' ").replaceAll(/ (?=;|$)/g, "");
}

describe("all headers", () => {
  freshDatabase();

  it("are as they were, in every state of every route and on every asset", async () => {
    const groups = new Map<string, string[]>();
    for (const [state, response] of await states()) {
      const headers = linesOf(response);
      groups.set(headers, [...(groups.get(headers) ?? []), `${response.status} ${state}`]);
    }
    const text = [...groups].map(([headers, names]) => `${names.join("\n")}\n${headers}\n`).join("\n");
    await expect(text).toMatchFileSnapshot("./allHeaders.snapshot.txt");
  });
});
