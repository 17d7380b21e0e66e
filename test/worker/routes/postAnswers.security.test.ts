import { describe, expect, it } from "vitest";
import { formOf, freshDatabase, invite, storedRows, TestWorker } from "../harness.ts";
import { readPage } from "../readPage.ts";
import { codeOf, MOMENT } from "../round.ts";

const HOSTILE = `"><script>alert(1)</script>&quot; onfocus=alert(2) x='</textarea><img src=x onerror=alert(3)>`;

describe("POST /svar", () => {
  freshDatabase();
  const worker = new TestWorker();

  it("gives a stranger the same page whatever the code, but for what was typed", async () => {
    const person = await invite();
    await worker.send(person, { q1: "1" });
    const typed = [await codeOf("0751-00002"), "0000-0000-0000-0000", "hej", person.code.slice(1)];
    const pages = new Set<string>();
    for (const moment of [MOMENT.before, MOMENT.open, MOMENT.after]) {
      for (const code of typed) {
        const response = await new TestWorker(moment).form("/svar", formOf(person, { q1: "1" }, { code }));
        const html = (await response.text()).replace(`value="${code}"`, 'value="…"');
        pages.add(JSON.stringify([response.status, [...response.headers], html]));
      }
    }
    expect(pages.size).toBe(1);
  });

  it("puts back what was typed as text, never as markup", async () => {
    const person = await invite();
    const fields = formOf(person, { q14: HOSTILE, l2: HOSTILE }, { code: HOSTILE });
    const response = await worker.form("/svar", fields);
    const { values, foreign } = await readPage(response);
    expect(values).toMatchObject({ code: HOSTILE, q14: HOSTILE, l2: HOSTILE });
    expect(foreign).toEqual([]);
  });

  it("does not let a form choose the page it comes back on, nor the page's own fields", async () => {
    const person = await invite();
    for (const municipality of ["//evil.example", "../0492", "0751/../..", "__proto__"]) {
      const response = await worker.form("/svar", formOf(person, { q1: "1" }, { municipality, code: "x" }));
      expect([response.status, response.headers.get("Location")]).toEqual([expect.any(Number), null]);
      expect(await response.text()).not.toContain("evil");
    }
    const old = await worker.form("/svar", formOf(person, {}, { questionnaire: "1999-1", code: "" }));
    expect((await readPage(old)).values).toMatchObject({ questionnaire: "2026-1" });
  });

  it("keeps the page's own Content-Security-Policy", async () => {
    const person = await invite();
    const response = await worker.form("/svar", formOf(person, {}));
    expect(response.headers.get("Content-Security-Policy")).toMatch(/^default-src 'none'; .*sha256-/);
  });

  it("takes one of eight racing finals, and gives all of them the receipt", async () => {
    const person = await invite();
    const racing = Array.from("12345678").map((q1) =>
      worker.form("/svar", formOf(person, { q1: q1 > "5" ? "8" : q1 })),
    );
    expect((await Promise.all(racing)).map((response) => response.status)).toEqual(Array(8).fill(303));
    expect(await storedRows()).toMatchObject([{ final: true }]);
  });

  it("refuses a form on another site's page, and reads one without any of the newer headers", async () => {
    const person = await invite();
    const fields = formOf(person, { q1: "1" });
    expect((await worker.form("/svar", fields, { "Sec-Fetch-Site": "cross-site" })).status).toBe(403);
    expect(await storedRows()).toEqual([]);
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    const body = new URLSearchParams(fields).toString();
    expect((await worker.request("/svar", { method: "POST", headers, body })).status).toBe(303);
  });
});
