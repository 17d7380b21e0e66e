/** How often a request asks the database, and that a stranger's code costs the same whatever it is. */
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { countedDatabase, type Asked } from "./countedDatabase.ts";
import { formOf, freshDatabase, invite, TestWorker, type Person } from "./harness.ts";
import { codeOf, MOMENT } from "./round.ts";

type Work = (worker: TestWorker, person: Person) => Promise<Response>;

async function askedBy(work: Work, person: Person): Promise<Asked & { status: number }> {
  const { binding, asked } = countedDatabase();
  const { status } = await work(new TestWorker(MOMENT.open, { DB: binding }), person);
  return { ...asked, status };
}

const fields = ({ code, municipality }: Person) => ({ code, municipality });

describe("a request", () => {
  freshDatabase();

  it.each<[string, Work, Asked & { status: number }]>([
    ["a draft: one statement", (w, p) => w.put(p, { q1: "1" }), { statements: 1, batches: 0, status: 204 }],
    ["a final: one batch", (w, p) => w.send(p, { q1: "1" }), { statements: 0, batches: 1, status: 303 }],
    [
      "a final from a form: one batch",
      (w, p) => w.form("/svar", formOf(p, { q1: "1" })),
      { statements: 0, batches: 1, status: 303 },
    ],
    [
      "a form that is not final: nothing",
      (w, p) => w.form("/svar", { ...fields(p), questionnaire: "2026-1", q1: "1", enter: "1" }),
      { statements: 0, batches: 0, status: 200 },
    ],
    ["a page that was opened: one", (w, p) => w.put(p, {}), { statements: 1, batches: 0, status: 204 }],
    [
      "an opt-out: one statement",
      (w, p) => w.form("/afmeld", fields(p)),
      { statements: 1, batches: 0, status: 303 },
    ],
    [
      "a withdrawal: one batch",
      (w, p) => w.form("/afmeld", { ...fields(p), withdraw: "1" }),
      { statements: 0, batches: 1, status: 303 },
    ],
    [
      "a search: one statement",
      (w, p) => w.form("/find", { code: p.code, script: "1" }),
      { statements: 1, batches: 0, status: 303 },
    ],
  ])("%s", async (_, work, expected) => {
    expect(await askedBy(work, await invite())).toEqual(expected);
  });

  it("asks as often and hashes as often for whatever code a stranger sends", async () => {
    const person = await invite();
    const strangers = [
      await codeOf("0751-00002"),
      "0000-0000-0000-0000",
      "hej",
      "x".repeat(200),
      person.code.slice(1),
    ];
    const sign = vi.spyOn(crypto.subtle, "sign");
    onTestFinished(() => sign.mockRestore());
    const ways: Work[] = [
      (w, p) => w.put(p, { q1: "1" }),
      (w, p) => w.put(p, { q1: "no option" }),
      (w, p) => w.send(p, { q1: "1" }),
      (w, p) => w.form("/afmeld", fields(p)),
      (w, p) => w.form("/find", { code: p.code }),
    ];
    for (const way of ways) {
      const works = new Set<string>();
      for (const code of strangers) {
        sign.mockClear();
        const asked = await askedBy(way, { ...person, code });
        works.add(JSON.stringify({ ...asked, hashed: sign.mock.calls.length }));
      }
      expect([...works]).toEqual([expect.stringMatching(/"status":404,"hashed":[1-9]/)]);
    }
  });
});
